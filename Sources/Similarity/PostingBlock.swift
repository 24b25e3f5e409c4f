/// The posting lists of a block of pruned rows: for each term the rows that have it, with weights.
///
/// A block is so small that the sums of one query with all its rows stay in the nearest cache.
struct PostingBlock: Sendable {
  /// Rows of a block.
  static let rowLimit = 16_384

  /// The block's rows in the matrix.
  let rows: Range<Int>
  /// Where each term's list lies; one more than there are terms.
  let offsets: [Int32]
  /// Rows, counted from the block's first, ascending within a list.
  let targets: [UInt16]
  /// Their weights.
  let weights: [UInt8]

  /// Inverts the pruned rows of a block by a counting sort.
  ///
  /// - Complexity: O(entries of the rows + terms).
  init(of rows: Range<Int>, in pruned: PrunedRows, columnCount: Int) {
    let entries = Int(pruned.offsets[rows.lowerBound])..<Int(pruned.offsets[rows.upperBound])
    let columns = pruned.columns.span
    let rowWeights = pruned.weights.span
    var offsets = [Int32](repeating: 0, count: columnCount + 1)
    var ends = offsets.mutableSpan
    for entry in entries { ends[Int(columns[entry]) + 1] += 1 }
    for column in 0..<columnCount { ends[column + 1] += ends[column] }
    var next = offsets
    var cursor = next.mutableSpan
    var targets = [UInt16](repeating: 0, count: entries.count)
    var weights = [UInt8](repeating: 0, count: entries.count)
    var targetSpan = targets.mutableSpan
    var weightSpan = weights.mutableSpan
    for row in rows {
      let target = UInt16(row - rows.lowerBound)
      for entry in pruned.entries(ofRow: row) {
        let column = Int(columns[entry])
        let place = Int(cursor[column])
        cursor[column] += 1
        targetSpan[place] = target
        weightSpan[place] = rowWeights[entry]
      }
    }
    self.rows = rows
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// The number of rows that have the given terms, added up.
  func postingCount(ofColumns columns: Span<Int32>) -> Int {
    let offsets = offsets.span
    var count: Int32 = 0
    for entry in columns.indices {
      count += offsets[Int(columns[entry]) + 1] - offsets[Int(columns[entry])]
    }
    return Int(count)
  }
}
