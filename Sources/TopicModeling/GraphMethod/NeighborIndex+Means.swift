import BlockScheduling
import LinearAlgebra
import Similarity

extension NeighborIndex {
  /// For each of `rows` the mean direction of its neighbours' rows of `vectors`, weighted by their
  /// squared cosines; zero where there are none.
  func means(
    of vectors: DenseMatrix, near rows: CSRMatrix, scheduler: BlockScheduler
  ) -> DenseMatrix {
    let width = vectors.columnCount
    let neighbors = self.neighbors(ofRows: rows, scheduler: scheduler).graph
    var means = [Float](repeating: 0, count: rows.rowCount * width)
    guard width > 0 else { return DenseMatrix(rowCount: rows.rowCount, columnCount: 0) }
    let own = [Float](repeating: 0, count: width)
    _ = scheduler.updateRows(&means, width: width, blockSize: 256) { range, span in
      for row in range {
        let list = neighbors.entries(ofRow: row)
        let weights = neighbors.cosines[list].map { $0 * $0 }
        NeighborKernels.smooth(
          own.span, neighbors.indices.span.extracting(list), weights: weights.span,
          vectors: vectors, into: &span, at: (row - range.lowerBound) * width)
      }
    }
    return DenseMatrix(rowCount: rows.rowCount, columnCount: width, elements: means)
  }
}
