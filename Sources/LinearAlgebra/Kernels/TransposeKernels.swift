internal import BlockScheduling

/// The counting sort by columns of a whole sparse matrix.
enum TransposeKernels {
  /// At most so many blocks of rows: each keeps a counter for every column.
  private static let blockCount = 16
  private static let leastRowsPerBlock = 4_096

  /// The rows of each column's entries, ascending, and where each column's rows begin.
  static func rowsOfColumns(
    _ matrix: CSRMatrix, scheduler: BlockScheduler
  ) -> (offsets: [Int32], rows: [Int32]) {
    let blockSize = max(leastRowsPerBlock, (matrix.rowCount + blockCount - 1) / blockCount)
    let columnCount = matrix.columnCount
    let counts = scheduler.map(matrix.rowCount, blockSize: blockSize) { rows in
      var counts = [Int32](repeating: 0, count: columnCount)
      var span = counts.mutableSpan
      let columns = matrix.columnIndices.span.extracting(entries(of: rows, in: matrix))
      for entry in columns.indices { span[Int(columns[entry])] &+= 1 }
      return counts
    }
    let (offsets, starts) = starts(of: counts, columnCount: columnCount)
    let entryCount = matrix.entryCount
    let sorted = unsafe [Int32](unsafeUninitializedCapacity: entryCount) { buffer, initialized in
      nonisolated(unsafe) let target = unsafe buffer
      _ = scheduler.map(matrix.rowCount, blockSize: blockSize) { rows in
        var next = starts[rows.lowerBound / blockSize]
        var cursor = next.mutableSpan
        let columns = matrix.columnIndices.span
        for row in rows {
          for entry in matrix.entries(ofRow: row) {
            let column = Int(columns[entry])
            unsafe target[Int(cursor[column])] = Int32(truncatingIfNeeded: row)
            cursor[column] &+= 1
          }
        }
      }
      initialized = entryCount
    }
    return (offsets, sorted)
  }

  private static func entries(of rows: Range<Int>, in matrix: CSRMatrix) -> Range<Int> {
    Int(matrix.rowOffsets[rows.lowerBound])..<Int(matrix.rowOffsets[rows.upperBound])
  }

  /// Where each column begins, and where each block's entries of each column do.
  private static func starts(
    of counts: [[Int32]], columnCount: Int
  ) -> (offsets: [Int32], starts: [[Int32]]) {
    var offsets = [Int32](repeating: 0, count: columnCount + 1)
    var span = offsets.mutableSpan
    for block in counts {
      let block = block.span
      for column in block.indices { span[column &+ 1] &+= block[column] }
    }
    for column in 0..<columnCount { span[column &+ 1] &+= span[column] }
    var next = Array(offsets.dropLast())
    let starts = counts.map { block in
      let start = next
      var next = next.mutableSpan
      let block = block.span
      for column in block.indices { next[column] &+= block[column] }
      return start
    }
    return (offsets, starts)
  }
}
