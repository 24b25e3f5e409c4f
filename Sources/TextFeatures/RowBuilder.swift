/// Turns streams of word ids into rows of terms, one text at a time.
struct RowBuilder {
  private(set) var rows = SparseRows()
  private let matcher: PhraseMatcher
  /// By term: the row that it came in last.
  private var lastRow: [Int32]
  private var terms: [Int32] = []
  private var places: [Int] = []

  init(_ matcher: PhraseMatcher, termCount: Int, room idCount: Int) {
    self.matcher = matcher
    rows.terms = TokenStream(room: idCount)
    lastRow = [Int32](repeating: -1, count: termCount)
  }

  /// Appends the rows of the texts of a stream.
  mutating func append(_ stream: TokenStream) {
    for text in 0..<stream.textCount {
      append(stream.ids.span.extracting(stream.range(of: text)))
    }
  }

  private mutating func append(_ ids: Span<Int32>) {
    let count = matcher.collectTerms(ids, into: &terms, places: &places)
    let row = Int32(rows.terms.textCount)
    rows.entryCount += Self.countNew(terms, count, in: row, &lastRow)
    rows.terms.append(terms, count: count)
    rows.terms.endText()
  }

  /// The number of different ones among the first terms of some.
  private static func countNew(
    _ terms: [Int32], _ termCount: Int, in row: Int32, _ lastRow: inout [Int32]
  ) -> Int {
    let terms = terms.span
    var lastRow = lastRow.mutableSpan
    var count = 0
    for index in 0..<termCount {
      let term = Int(terms[index])
      count &+= lastRow[term] == row ? 0 : 1
      lastRow[term] = row
    }
    return count
  }
}
