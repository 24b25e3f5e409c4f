internal import LinearAlgebra

/// The posting lists of a block of pruned rows: for each term the rows that have it, with weights.
///
/// A block is so small that the sums of one query with all its rows stay in the nearest cache.
struct PostingBlock: Sendable {
  /// Rows of a block.
  static let rowLimit = 16_384

  /// The block's rows in the matrix.
  let rows: Range<Int>
  /// Where each term's list lies; one more than there are terms.
  private let offsets: [Int32]
  /// Rows, counted from the block's first, ascending within a list.
  private let targets: [UInt16]
  /// Their weights.
  private let weights: [UInt8]

  /// Inverts the pruned rows of a block by a counting sort.
  ///
  /// - Complexity: O(entries of the rows + terms).
  init(of rows: Range<Int>, in tfidf: CSRMatrix, keeping count: Int) {
    let pruned = rows.map { row in tfidf.withRow(row) { PrunedRow($0, $1, keeping: count) } }
    var offsets = [Int32](repeating: 0, count: tfidf.columnCount + 1)
    for row in pruned {
      for column in row.columns { offsets[Int(column) + 1] += 1 }
    }
    for column in 0..<tfidf.columnCount { offsets[column + 1] += offsets[column] }
    var next = offsets
    var targets = [UInt16](repeating: 0, count: Int(offsets[tfidf.columnCount]))
    var weights = [UInt8](repeating: 0, count: targets.count)
    for (place, row) in pruned.enumerated() {
      for (column, weight) in zip(row.columns, row.weights) {
        targets[Int(next[Int(column)])] = UInt16(place)
        weights[Int(next[Int(column)])] = weight
        next[Int(column)] += 1
      }
    }
    self.rows = rows
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Adds the products of a query with all rows of the block.
  func add(_ query: PrunedRow, to sums: inout [UInt16], work: inout NeighborGraphWork) {
    var sums = sums.mutableSpan
    for (column, weight) in zip(query.columns, query.weights) {
      let list = Int(offsets[Int(column)])..<Int(offsets[Int(column) + 1])
      let targets = targets.span.extracting(list)
      let weights = weights.span.extracting(list)
      for entry in targets.indices {
        sums[Int(targets[entry])] += UInt16(weight) * UInt16(weights[entry])
      }
      work.postingProducts += list.count
    }
  }
}
