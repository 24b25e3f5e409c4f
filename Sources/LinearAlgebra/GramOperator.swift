public import BlockScheduling

/// The map Q -> A^T (A Q) of a sparse matrix A, in one pass over its rows.
///
/// Rows are taken in blocks of a fixed size: Y_b = A_b Q, gathered by rows, then Z += A_b^T Y_b,
/// gathered by columns from the block's transpose. Only one block of Y exists at a time, and it
/// stays in cache. Every row of Y and Z has one owner and one order of additions, so the bits do
/// not depend on threads.
@_spi(Benchmarking)
public struct GramOperator: Sendable {
  /// Rows of a block: with 16 columns Y_b takes 1 MB, the size of a second-level cache.
  static let rowsPerBlock = 16_384

  private let matrix: CSRMatrix
  private let transposed: TransposedEntries

  /// Keeps `matrix` together with its row blocks' transposes, another 6 bytes an entry.
  public init(_ matrix: CSRMatrix, scheduler: BlockScheduler) {
    self.matrix = matrix
    transposed = TransposedEntries(
      of: matrix, rowsPerBlock: Self.rowsPerBlock, scheduler: scheduler)
  }

  /// Z = A^T (A Q) for one block of columns Q.
  ///
  /// - Complexity: 4 · entries · width operations.
  func apply(
    to q: ColumnBlocks, block: Int, into z: inout ColumnBlocks, scheduler: BlockScheduler
  ) {
    precondition(q.rowCount == matrix.columnCount, "Q has a row for each column of A")
    z.clear()
    var y = ColumnBlocks(
      rowCount: min(Self.rowsPerBlock, matrix.rowCount), columns: q.width)
    for rows in transposed.blocks {
      SparseKernels.multiply(
        matrix, rows: rows.rows, by: q, block: block, into: &y, scheduler: scheduler)
      SparseKernels.addTransposedProduct(
        of: rows, in: transposed, y, to: &z, scheduler: scheduler)
    }
  }

  /// Q^T A^T A Q in Double for one block of columns Q, upper triangle: half a pass.
  func projection(of q: ColumnBlocks, block: Int, scheduler: BlockScheduler) -> [Double] {
    SparseKernels.gramOfProduct(matrix, by: q, block: block, scheduler: scheduler)
  }

  /// Z = A^T (A Q), with Q and Z n_terms x `width`, row-major.
  public func apply(to q: [Float], width: Int, scheduler: BlockScheduler) -> [Float] {
    precondition(q.count == matrix.columnCount * width, "Q has a row for each column of A")
    let source = ColumnBlocks(rows: q, columns: width)
    var z = ColumnBlocks(rowCount: matrix.columnCount, columns: width)
    apply(to: source, block: 0, into: &z, scheduler: scheduler)
    return z.rows(ofBlock: 0, columns: width)
  }
}
