internal import BlockScheduling

/// The entries of a sparse matrix by blocks of rows, and within a block by columns: what A_b^T Y_b
/// gathers from.
struct TransposedEntries: Sendable {
  /// The blocks, in the order of the rows.
  let blocks: [TransposedRowBlock]
  /// The row of each entry within its block, ascending within a column.
  let rowIndices: [UInt16]
  /// The value of each entry.
  let values: [Float]

  /// Transposes each `rowsPerBlock` rows of `matrix` by a counting sort.
  ///
  /// - Complexity: O(entries + blocks · columns).
  init(of matrix: CSRMatrix, rowsPerBlock: Int, scheduler: BlockScheduler) {
    (blocks, rowIndices, values) = TransposeKernels.sortedByColumnsInBlocks(
      matrix, rowsPerBlock: rowsPerBlock, scheduler: scheduler)
  }
}

/// A block of a sparse matrix's rows, and where its columns have their entries.
///
/// Columns without an entry in the block are left out. Row numbers are counted from the block's
/// first row.
struct TransposedRowBlock: Sendable {
  /// The most rows of a block, so that their numbers fit 16 bits.
  static let rowLimit = 1 << 16

  /// Entries that one task of a product takes; a single column may have more.
  static let entriesPerTask = 16_384

  /// The block's rows in the matrix.
  let rows: Range<Int>
  /// The columns that have entries, ascending.
  let columns: [Int32]
  /// Where each of `columns` has its entries; one more than there are columns.
  let offsets: [Int32]
  /// Ranges of positions in `columns` with about the same number of entries each.
  let tasks: [Range<Int>]

  /// Lays out the columns by how many entries each has in the block; the first entry is `first`.
  init(rows: Range<Int>, entriesOfColumns counts: Span<Int32>, first: Int32) {
    var columns: [Int32] = []
    var offsets = [first]
    var next = first
    for column in counts.indices where counts[column] > 0 {
      next += counts[column]
      columns.append(Int32(column))
      offsets.append(next)
    }
    self.rows = rows
    self.columns = columns
    self.offsets = offsets
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
