extension CSRMatrix {
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

  /// A^T, its rows' entries in ascending order.
  ///
  /// - Complexity: O(rows + columns + entries).
  public func transposed() -> CSRMatrix {
    let block = TransposedRowBlock(of: self, rows: 0..<rowCount)
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(columnCount + 1)
    var position = 0
    for column in 0..<columnCount {
      if position < block.columns.count, Int(block.columns[position]) == column { position += 1 }
      offsets.append(block.offsets[position])
    }
    return CSRMatrix(
      uncheckedRowCount: columnCount, columnCount: rowCount, rowOffsets: offsets,
      columnIndices: block.rowIndices, values: block.values)
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
