internal import LinearAlgebra

/// Full products of one row with many, in Double: the query is written out as a dense row once,
/// and each candidate's entries gather from it.
struct CosineScorer {
  private var dense: [Float]

  init(columnCount: Int) { dense = [Float](repeating: 0, count: columnCount) }

  /// The candidates of the largest cosines with a row, ties to the smaller one.
  mutating func nearest(
    _ count: Int, among candidates: [Int32], of fitted: CSRMatrix, toRow query: Int,
    of rows: CSRMatrix, work: inout NeighborGraphWork
  ) -> [(row: Int32, cosine: Float)] {
    var dense = self.dense.mutableSpan
    let entries = rows.entries(ofRow: query)
    let columns = rows.columnIndices.span.extracting(entries)
    let values = rows.values.span.extracting(entries)
    for entry in columns.indices { dense[Int(columns[entry])] = values[entry] }
    var scored: [(row: Int32, cosine: Float)] = []
    scored.reserveCapacity(candidates.count)
    for row in candidates {
      let cosine = fitted.withRow(Int(row)) { Self.product($0, $1, dense.span) }
      work.scoredEntries += fitted.entries(ofRow: Int(row)).count
      if cosine > 0 { scored.append((row, cosine)) }
    }
    work.scoredPairs += candidates.count
    for entry in columns.indices { dense[Int(columns[entry])] = 0 }
    return Array(
      scored.sorted { ($1.cosine, $0.row) < ($0.cosine, $1.row) }.prefix(count))
  }

  private static func product(
    _ columns: Span<Int32>, _ values: Span<Float>, _ dense: Span<Float>
  ) -> Float {
    var sum = 0.0
    for entry in columns.indices {
      sum += Double(values[entry]) * Double(dense[Int(columns[entry])])
    }
    return Float(min(sum, 1))
  }
}
