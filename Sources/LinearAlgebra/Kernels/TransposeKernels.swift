internal import BlockScheduling

/// The counting sort by columns of a whole sparse matrix.
enum TransposeKernels {
  /// At most so many blocks of rows: each keeps a counter for every column.
  private static let blockCount = 16
  private static let leastRowsPerBlock = 4_096

  /// The rows of each column's entries, ascending, where each column's rows begin, and the values
  /// if they are wanted.
  ///
  /// - Parameters:
  ///   - matrix: The matrix.
  ///   - wanted: By column, whether its entries are listed; nil for all.
  ///   - withValues: Whether values are listed.
  ///   - scheduler: The workers.
  /// - Returns: The offsets of the columns, one more than there are; rows and values.
  static func sortedByColumns(
    _ matrix: CSRMatrix, wanted: [Bool]?, withValues: Bool, scheduler: BlockScheduler
  ) -> (offsets: [Int32], rows: [Int32], values: [Float]) {
    let blockSize = max(leastRowsPerBlock, (matrix.rowCount + blockCount - 1) / blockCount)
    let columnCount = matrix.columnCount
    let counts = scheduler.map(matrix.rowCount, blockSize: blockSize) { rows in
      var counts = [Int32](repeating: 0, count: columnCount)
      var span = counts.mutableSpan
      let columns = matrix.columnIndices.span.extracting(entries(of: rows, in: matrix))
      for entry in columns.indices { span[Int(columns[entry])] &+= 1 }
      if let wanted { for column in wanted.indices where !wanted[column] { span[column] = 0 } }
      return counts
    }
    let (offsets, starts) = starts(of: counts, columnCount: columnCount)
    let listedCount = Int(offsets[columnCount])
    // Entries that are not listed go to one place for each block behind the others.
    let capacity = listedCount + counts.count
    var values: [Float] = []
    let rows = unsafe [Int32](unsafeUninitializedCapacity: capacity) { rows, initialized in
      nonisolated(unsafe) let rows = unsafe rows
      values = unsafe [Float](
        unsafeUninitializedCapacity: withValues ? capacity : 0
      ) { values, initialized in
        nonisolated(unsafe) let values = unsafe values
        _ = scheduler.map(matrix.rowCount, blockSize: blockSize) { range in
          let block = range.lowerBound / blockSize
          var next = starts[block]
          if let wanted {
            for column in wanted.indices where !wanted[column] { next[column] = -1 }
          }
          var cursor = next.mutableSpan
          let columns = matrix.columnIndices.span
          let source = matrix.values.span
          for row in range {
            for entry in matrix.entries(ofRow: row) {
              let column = Int(columns[entry])
              let isListed = cursor[column] >= 0
              let place = isListed ? Int(cursor[column]) : listedCount + block
              cursor[column] &+= isListed ? 1 : 0
              unsafe rows[place] = Int32(truncatingIfNeeded: row)
              if withValues { unsafe values[place] = source[entry] }
            }
          }
        }
        initialized = withValues ? listedCount : 0
      }
      initialized = listedCount
    }
    return (offsets, rows, values)
  }

  /// The entries of each `rowsPerBlock` rows by columns: the blocks, and the rows, counted from the
  /// first of the block, and values of all entries.
  static func sortedByColumnsInBlocks(
    _ matrix: CSRMatrix, rowsPerBlock: Int, scheduler: BlockScheduler
  ) -> (blocks: [TransposedRowBlock], rows: [UInt16], values: [Float]) {
    precondition(
      rowsPerBlock <= TransposedRowBlock.rowLimit,
      "a block has at most \(TransposedRowBlock.rowLimit) rows")
    var blocks: [TransposedRowBlock] = []
    var values: [Float] = []
    let count = matrix.entryCount
    let rows = unsafe [UInt16](filling: count) { rows in
      nonisolated(unsafe) let rows = unsafe rows
      values = unsafe [Float](filling: count) { values in
        nonisolated(unsafe) let values = unsafe values
        blocks = scheduler.map(matrix.rowCount, blockSize: rowsPerBlock) { range in
          let entries = entries(of: range, in: matrix)
          let columns = matrix.columnIndices.span
          let source = matrix.values.span
          var next = [Int32](repeating: 0, count: matrix.columnCount)
          var cursor = next.mutableSpan
          for entry in entries { cursor[Int(columns[entry])] &+= 1 }
          let block = TransposedRowBlock(
            rows: range, entriesOfColumns: cursor.span, first: Int32(entries.lowerBound))
          for position in block.columns.indices {
            cursor[Int(block.columns[position])] = block.offsets[position]
          }
          for row in range {
            let local = UInt16(truncatingIfNeeded: row &- range.lowerBound)
            for entry in matrix.entries(ofRow: row) {
              let column = Int(columns[entry])
              let place = Int(cursor[column])
              cursor[column] &+= 1
              unsafe rows[place] = local
              unsafe values[place] = source[entry]
            }
          }
          return block
        }
      }
    }
    return (blocks, rows, values)
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
