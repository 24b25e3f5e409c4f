/// A block of a sparse matrix's rows, stored by columns: what A_b^T Y_b gathers from.
///
/// Columns without an entry in the block are left out. Row numbers are counted from the block's
/// first row.
struct TransposedRowBlock: Sendable {
  /// The most rows of a block, so that their numbers fit 16 bits.
  static let rowLimit = 1 << 16

  /// Entries that one task of a product takes; a single column may have more.
  static let entriesPerTask = 32_768

  /// The block's rows in the matrix.
  let rows: Range<Int>
  /// The columns that have entries, ascending.
  let columns: [Int32]
  /// Where each of `columns` has its entries; one more than there are columns.
  let offsets: [Int32]
  /// The row of each entry within the block, ascending within a column.
  let rowIndices: [UInt16]
  /// The value of each entry.
  let values: [Float]
  /// Ranges of positions in `columns` with about the same number of entries each.
  let tasks: [Range<Int>]

  /// Transposes the given rows of `matrix` by a counting sort.
  ///
  /// - Complexity: O(entries of the rows + columns of the matrix).
  init(of matrix: CSRMatrix, rows: Range<Int>) {
    precondition(rows.count <= Self.rowLimit, "a block has at most \(Self.rowLimit) rows")
    let rowOffsets = matrix.rowOffsets.span
    let matrixColumns = matrix.columnIndices.span
    let matrixValues = matrix.values.span
    let first = Int(rowOffsets[rows.lowerBound])
    let count = Int(rowOffsets[rows.upperBound]) - first

    var next = [Int32](repeating: 0, count: matrix.columnCount)
    var cursor = next.mutableSpan
    for entry in first..<first + count { cursor[Int(matrixColumns[entry])] += 1 }
    var columns: [Int32] = []
    var offsets: [Int32] = [0]
    var total: Int32 = 0
    for column in cursor.indices where cursor[column] > 0 {
      let start = total
      total += cursor[column]
      cursor[column] = start
      columns.append(Int32(column))
      offsets.append(total)
    }
    var rowIndices = [UInt16](repeating: 0, count: count)
    var values = [Float](repeating: 0, count: count)
    var rowIndexSpan = rowIndices.mutableSpan
    var valueSpan = values.mutableSpan
    for row in rows {
      let local = UInt16(truncatingIfNeeded: row - rows.lowerBound)
      for entry in Int(rowOffsets[row])..<Int(rowOffsets[row + 1]) {
        let column = Int(matrixColumns[entry])
        let place = Int(cursor[column])
        cursor[column] += 1
        rowIndexSpan[place] = local
        valueSpan[place] = matrixValues[entry]
      }
    }
    self.rows = rows
    self.columns = columns
    self.offsets = offsets
    self.rowIndices = rowIndices
    self.values = values
    tasks = Self.tasks(offsets: offsets)
  }

  private static func tasks(offsets: [Int32]) -> [Range<Int>] {
    var tasks: [Range<Int>] = []
    var start = 0
    for position in 1..<max(offsets.count, 1)
    where Int(offsets[position] - offsets[start]) >= entriesPerTask
      || position == offsets.count - 1
    {
      tasks.append(start..<position)
      start = position
    }
    return tasks
  }
}
