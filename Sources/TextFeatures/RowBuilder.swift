internal import LinearAlgebra

/// The rows of a block of texts as sparse arrays.
struct SparseRows: Sendable {
  var lengths: [Int32] = []
  var columns: [Int32] = []
  var counts: [Float] = []
  var weights: [Float] = []
}

/// Turns streams of word ids into rows of counts and weights, one text at a time.
struct RowBuilder {
  private(set) var rows = SparseRows()
  private let matcher: PhraseMatcher
  private let weights: TermWeights
  private var counts: [Int32]
  private var touched: [Int32] = []

  init(_ matcher: PhraseMatcher, _ weights: TermWeights, termCount: Int) {
    self.matcher = matcher
    self.weights = weights
    counts = [Int32](repeating: 0, count: termCount)
  }

  /// Appends the row of one text.
  mutating func append(_ ids: Span<Int32>) {
    touched.removeAll(keepingCapacity: true)
    matcher.forEachTerm(in: ids) { term in
      if counts[Int(term)] == 0 { touched.append(term) }
      counts[Int(term)] &+= 1
    }
    touched.sort()
    let first = rows.columns.count
    for term in touched {
      rows.columns.append(term)
      rows.counts.append(Float(counts[Int(term)]))
      counts[Int(term)] = 0
    }
    let added = first..<rows.columns.count
    weights.appendRow(added, to: &rows)
    rows.lengths.append(Int32(added.count))
  }
}

extension SparseRows {
  /// Blocks of rows, in order, as two matrices with one pattern.
  ///
  /// - Throws: ``TextFeatureError/tooManyEntries(_:)``.
  static func matrices(
    _ blocks: [SparseRows], columnCount: Int
  ) throws(TextFeatureError) -> (counts: CSRMatrix, tfidf: CSRMatrix) {
    let entryCount = blocks.reduce(0) { $0 + $1.columns.count }
    guard entryCount <= Int(Int32.max) else { throw .tooManyEntries(entryCount) }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(1 + blocks.reduce(0) { $0 + $1.lengths.count })
    var end: Int32 = 0
    for block in blocks {
      for length in block.lengths {
        end += length
        offsets.append(end)
      }
    }
    let counts = CSRMatrix(
      uncheckedRowCount: offsets.count - 1, columnCount: columnCount, rowOffsets: offsets,
      columnIndices: joined(blocks.map(\.columns)), values: joined(blocks.map(\.counts)))
    return (counts, counts.withValues(joined(blocks.map(\.weights))))
  }

  private static func joined<Element>(_ parts: [[Element]]) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all.append(contentsOf: part) }
    return all
  }
}
