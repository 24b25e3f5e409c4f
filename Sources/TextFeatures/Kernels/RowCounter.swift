/// Counts the terms of one text after another; a row holds each of a text's terms once, in the
/// order in which they came.
struct RowCounter: Sendable {
  /// The row of the text at hand; only the first `count` entries are meant.
  private var entries: [SparseRows.Entry] = []
  private var count = 0
  /// By term: where it came first in the text that it came in last, counted through all rows.
  private var places: [Int32] = []
  /// Where the row at hand begins, counted so.
  private var start: Int32 = 0

  /// Begins the row of another text.
  mutating func restart() {
    start += Int32(count)
    count = 0
    guard start > Int32.max / 2 else { return }
    start = 0
    places = [Int32](repeating: -1, count: places.count)
  }

  /// Counts terms of the text at hand, which are below a limit.
  mutating func add(_ terms: Span<Int32>, limit: Int) {
    if places.count < limit {
      places.append(contentsOf: repeatElement(-1, count: limit - places.count))
    }
    if entries.count <= count + terms.count {
      let room = SparseRows.Entry(column: 0, count: 0)
      entries.append(contentsOf: repeatElement(room, count: count + 2 * terms.count + 64))
    }
    count = Self.add(terms, to: &entries, &places, start, end: count)
  }

  private static func add(
    _ terms: Span<Int32>, to entries: inout [SparseRows.Entry], _ places: inout [Int32],
    _ start: Int32, end: Int
  ) -> Int {
    var entries = entries.mutableSpan
    var places = places.mutableSpan
    var end = end
    for index in terms.indices {
      let term = unsafe terms[unchecked: index]
      let place = places[Int(term)]
      // Without a branch, which every third word would take.
      let isNew = place < start
      let entry = isNew ? end : Int(truncatingIfNeeded: place &- start)
      unsafe places[unchecked: Int(term)] = start &+ Int32(truncatingIfNeeded: entry)
      let count = unsafe isNew ? 0 : entries[unchecked: entry].count
      unsafe entries[unchecked: entry] = SparseRows.Entry(column: term, count: count &+ 1)
      end &+= isNew ? 1 : 0
    }
    return end
  }

  /// Lends the row.
  func withRow<Result>(_ body: (Span<SparseRows.Entry>) -> Result) -> Result {
    body(entries.span.extracting(0..<count))
  }
}
