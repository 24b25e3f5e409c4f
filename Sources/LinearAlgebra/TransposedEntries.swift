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
/// Columns without an entry in the block are left out. Those with equally many entries stand
/// together: loops over them end after the same number of rounds, which the processor foresees. Row
/// numbers are counted from the block's first row.
struct TransposedRowBlock: Sendable {
  /// The most rows of a block, so that their numbers fit 16 bits.
  static let rowLimit = 1 << 16

  /// Entries that one task of a product takes; a single column may have more.
  static let entriesPerTask = 16_384

  /// The block's rows in the matrix.
  let rows: Range<Int>
  /// The columns that have entries, by descending number of entries.
  let columns: [Int32]
  /// Where each of `columns` has its entries; one more than there are columns.
  let offsets: [Int32]
  /// Ranges of positions in `columns` with about the same number of entries each.
  let tasks: [Range<Int>]

  /// Lays out the columns by how many entries each has in the block; the first entry is `first`.
  init(rows: Range<Int>, entriesOfColumns counts: Span<Int32>, first: Int32) {
    let columns = Self.columnsByCount(counts)
    var offsets = [first]
    offsets.reserveCapacity(columns.count + 1)
    var next = first
    for column in columns {
      next += counts[Int(column)]
      offsets.append(next)
    }
    self.rows = rows
    self.columns = columns
    self.offsets = offsets
    tasks = Self.tasks(offsets: offsets)
  }

  /// The columns that have entries, by descending number of entries and then ascending.
  private static func columnsByCount(_ counts: Span<Int32>) -> [Int32] {
    var most: Int32 = 0
    for column in counts.indices { most = max(most, counts[column]) }
    // How many columns have more entries, by the number of entries less one.
    var places = [Int](repeating: 0, count: Int(most))
    var total = 0
    for column in counts.indices where counts[column] > 0 {
      places[Int(counts[column]) - 1] += 1
      total += 1
    }
    var before = 0
    for count in places.indices.reversed() {
      let here = places[count]
      places[count] = before
      before += here
    }
    var columns = [Int32](repeating: 0, count: total)
    for column in counts.indices where counts[column] > 0 {
      let count = Int(counts[column]) - 1
      columns[places[count]] = Int32(column)
      places[count] += 1
    }
    return columns
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
