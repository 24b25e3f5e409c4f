public import BlockScheduling

extension CSRMatrix {
  /// Y = A X: the rows of X that each row's entries name, weighted and added.
  ///
  /// A row of Y depends on that row's entries and X alone, so it has the same bits as
  /// ``times(row:_:)`` gives, in any batch and on any number of threads.
  ///
  /// - Complexity: 2 · entries · columns of X operations.
  public func times(_ dense: DenseMatrix, scheduler: BlockScheduler) -> DenseMatrix {
    precondition(
      dense.rowCount == columnCount,
      "a matrix of \(columnCount) columns cannot multiply one of \(dense.rowCount) rows")
    let width = dense.columnCount
    guard width > 0, rowCount > 0 else {
      return DenseMatrix(rowCount: rowCount, columnCount: width)
    }
    let product: [Float] = scheduler.makeRows(
      rowCount, width: width, blockSize: SparseKernels.rowsPerTask
    ) { rows, span in
      SparseKernels.multiply(
        rows: rows, rowOffsets: rowOffsets.span, columnIndices: columnIndices.span,
        values: values.span, by: dense.elements.span, width: width, into: &span)
    }
    return DenseMatrix(rowCount: rowCount, columnCount: width, elements: product)
  }

  /// One row of A X.
  public func times(row: Int, _ dense: DenseMatrix) -> [Float] {
    precondition(dense.rowCount == columnCount, "the shapes do not fit")
    var product = [Float](repeating: 0, count: dense.columnCount)
    var span = product.mutableSpan
    SparseKernels.multiply(
      rows: row..<row + 1, rowOffsets: rowOffsets.span, columnIndices: columnIndices.span,
      values: values.span, by: dense.elements.span, width: dense.columnCount, into: &span)
    return product
  }

  /// Z = A^T X, with X of as many rows as A.
  ///
  /// - Complexity: 2 · entries · columns of X operations, and a transpose of A.
  public func transposeTimes(_ dense: DenseMatrix, scheduler: BlockScheduler) -> DenseMatrix {
    precondition(
      dense.rowCount == rowCount,
      "the transpose of \(rowCount) rows cannot multiply a matrix of \(dense.rowCount)")
    return transposed(scheduler: scheduler).times(dense, scheduler: scheduler)
  }
}
