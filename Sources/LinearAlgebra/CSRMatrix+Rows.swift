public import BlockScheduling

extension CSRMatrix {
  /// The matrix whose row `rows[i]` is row i of this one, and whose other rows are empty.
  ///
  /// - Parameters:
  ///   - rows: Ascending, one for each row.
  ///   - rowCount: The number of rows of the result.
  /// - Returns: A matrix that shares columns and values with this one.
  /// - Complexity: O(rowCount).
  package func spreadingRows(to rows: [Int], rowCount: Int) -> CSRMatrix {
    precondition(rows.count == self.rowCount, "each row needs a place")
    if rowCount == self.rowCount { return self }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(rowCount + 1)
    for (row, place) in rows.enumerated() {
      while offsets.count <= place { offsets.append(rowOffsets[row]) }
      offsets.append(rowOffsets[row + 1])
    }
    while offsets.count <= rowCount { offsets.append(rowOffsets[self.rowCount]) }
    return CSRMatrix(
      uncheckedRowCount: rowCount, columnCount: columnCount, rowOffsets: offsets,
      columnIndices: columnIndices, values: values)
  }

  /// The matrix of the given rows, in the given order.
  public func selectingRows(_ rows: [Int]) -> CSRMatrix {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(rows.count + 1)
    var columns: [Int32] = []
    var selected: [Float] = []
    for row in rows {
      let range = entries(ofRow: row)
      columns.append(contentsOf: columnIndices[range])
      selected.append(contentsOf: values[range])
      offsets.append(Int32(columns.count))
    }
    return CSRMatrix(
      uncheckedRowCount: rows.count, columnCount: columnCount, rowOffsets: offsets,
      columnIndices: columns, values: selected)
  }

  /// A^T, its rows' entries in ascending order; the same for any scheduler.
  ///
  /// - Complexity: O(rows + columns + entries).
  public func transposed(
    scheduler: BlockScheduler = BlockScheduler(threads: 1)
  ) -> CSRMatrix {
    let sorted = TransposeKernels.sortedByColumns(
      self, wanted: nil, withValues: true, scheduler: scheduler)
    return CSRMatrix(
      uncheckedRowCount: columnCount, columnCount: rowCount, rowOffsets: sorted.offsets,
      columnIndices: sorted.rows, values: sorted.values)
  }

  /// The pattern of ``transposed(scheduler:)`` without its values: the rows of each column's
  /// entries, ascending, and where each column's rows begin.
  ///
  /// - Parameters:
  ///   - wanted: By column, whether its rows are listed; the others have none.
  ///   - scheduler: The workers.
  /// - Returns: The offsets of the columns, one more than there are, and the rows.
  /// - Complexity: O(rows + columns + entries).
  package func rowsOfColumns(
    _ wanted: [Bool], scheduler: BlockScheduler
  ) -> (offsets: [Int32], rows: [Int32]) {
    precondition(wanted.count == columnCount, "one answer a column")
    let sorted = TransposeKernels.sortedByColumns(
      self, wanted: wanted, withValues: false, scheduler: scheduler)
    return (sorted.offsets, sorted.rows)
  }

  /// The same matrix with each row scaled to unit length; rows without entries stay empty.
  public func withUnitRows() -> CSRMatrix {
    var scaled = values
    var span = scaled.mutableSpan
    for row in 0..<rowCount {
      DenseKernels.normalize(&span, in: entries(ofRow: row))
    }
    return withValues(scaled)
  }

  /// The matrix with all its zeros written out; for small matrices.
  public func dense() -> DenseMatrix {
    var elements = [Float](repeating: 0, count: rowCount * columnCount)
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        elements[row * columnCount + Int(columnIndices[entry])] = values[entry]
      }
    }
    return DenseMatrix(rowCount: rowCount, columnCount: columnCount, elements: elements)
  }

  /// The entries of `dense` other than zero, as a sparse matrix.
  public init(_ dense: DenseMatrix) {
    var offsets: [Int32] = [0]
    var columns: [Int32] = []
    var values: [Float] = []
    for row in 0..<dense.rowCount {
      for column in 0..<dense.columnCount where dense[row, column] != 0 {
        columns.append(Int32(column))
        values.append(dense[row, column])
      }
      offsets.append(Int32(columns.count))
    }
    self.init(
      uncheckedRowCount: dense.rowCount, columnCount: dense.columnCount, rowOffsets: offsets,
      columnIndices: columns, values: values)
  }
}
