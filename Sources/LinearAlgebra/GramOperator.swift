public import BlockScheduling

/// The map Q -> A^T (A Q) of a sparse matrix A, in one pass over its rows.
///
/// Rows are taken in blocks of a fixed size: Y_b = A_b Q, gathered by rows, then Z += A_b^T Y_b,
/// gathered by columns from the block's transpose. Only one block of Y exists at a time, and it
/// stays in cache. Every row of Y and Z has one owner and one order of additions, so the bits do
/// not depend on threads.
@_spi(Benchmarking)
public struct GramOperator: Sendable {
  /// Rows of a block: with 32 to 64 columns Y_b takes 1 to 2 MB, the size of a second-level cache.
  static let rowsPerBlock = 8_192

  private let matrix: CSRMatrix
  private let blocks: [TransposedRowBlock]

  /// Keeps `matrix` together with its row blocks' transposes, another 6 bytes an entry.
  public init(_ matrix: CSRMatrix, scheduler: BlockScheduler) {
    self.matrix = matrix
    blocks = scheduler.map(matrix.rowCount, blockSize: Self.rowsPerBlock) { rows in
      TransposedRowBlock(of: matrix, rows: rows)
    }
  }

  /// Z = A^T (A Q), with Q and Z n_terms x `width`, row-major.
  ///
  /// - Complexity: 4 · entries · width operations.
  public func apply(to q: [Float], width: Int, scheduler: BlockScheduler) -> [Float] {
    precondition(q.count == matrix.columnCount * width, "Q has a row for each column of A")
    var z = [Float](repeating: 0, count: q.count)
    var y: [Float] = []
    for block in blocks {
      if y.count != block.rows.count * width {
        y = [Float](repeating: 0, count: block.rows.count * width)
      }
      _ = scheduler.updateRows(&y, width: width, blockSize: SparseKernels.rowsPerTask) {
        rows, span in
        SparseKernels.multiply(
          rows: block.rows.lowerBound + rows.lowerBound..<block.rows.lowerBound + rows.upperBound,
          rowOffsets: matrix.rowOffsets.span, columnIndices: matrix.columnIndices.span,
          values: matrix.values.span, by: q.span, width: width, into: &span)
      }
      SparseKernels.addTransposedProduct(
        of: block, y, width: width, to: &z, scheduler: scheduler)
    }
    return z
  }
}
