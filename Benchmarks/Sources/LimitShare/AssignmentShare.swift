import BenchmarkInputs
@_spi(Benchmarking) import Clustering
import PaperTrends

/// The E-step of k-means, without bounds, beside the matrix product in it alone.
enum AssignmentShare {
  /// How many points a product takes: those of one batch of ours, and of one block.
  private static let batches = [256, 2_048]

  static func measure(scheduler: BlockScheduler, rounds: Int) -> [Comparison] {
    [50, 100, 200].map { measure(clusters: $0, scheduler: scheduler, rounds: rounds) }
  }

  private static func measure(
    clusters: Int, scheduler: BlockScheduler, rounds: Int
  ) -> Comparison {
    let (rows, columns) = (60_000, 100)
    let points = SyntheticMatrices.points(
      rows: rows, columns: columns, clusters: clusters, noise: 1.5, seed: 1)
    let centroids = points.selectingRows(Array(0..<clusters))
    guard let pass = AssignmentPass(points) else { preconditionFailure("finite points") }
    let result = pass.assign(to: centroids, scheduler: scheduler)
    precondition(
      result.labels.prefix(clusters).elementsEqual(0..<Int32(clusters))
        && result.work.products == rows * clusters,
      "each point is compared with each centroid, and is its own nearest")

    let timed = batches.map { batch in
      (
        batch: batch,
        seconds: (0..<3).map { _ in
          seconds { products(points, centroids, batch: batch, scheduler) }
        }.min() ?? .infinity
      )
    }
    let best = timed.min { $0.seconds < $1.seconds }?.batch ?? batches[0]
    return Comparison(
      "E-step, \(rows) x \(columns), k = \(clusters)", unit: "GFLOP/s",
      work: 2 * Double(rows * columns * clusters) / 1e9,
      limitName: "sgemm of the same shapes, the better of \(batches[0]) and \(batches[1]) "
        + "points a call: \(best)",
      rounds: rounds,
      ours: { _ = pass.assign(to: centroids, scheduler: scheduler) },
      limit: { products(points, centroids, batch: best, scheduler) })
  }

  /// All products of points and centroids, thrown away.
  private static func products(
    _ points: DenseMatrix, _ centroids: DenseMatrix, batch: Int, _ scheduler: BlockScheduler
  ) {
    let width = points.columnCount
    BLASThreads.single {
      _ = scheduler.map(points.rowCount, blockSize: 2_048) { range in
        var product = [Float](repeating: 0, count: centroids.rowCount * batch)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: batch) {
          let count = min(batch, range.upperBound - start)
          var span = product.mutableSpan
          GEMM.multiplyTransposed(
            centroids.elements.span,
            points.elements.span.extracting(start * width..<(start + count) * width),
            into: &span, rows: centroids.rowCount, columns: count, inner: width)
        }
      }
    }
  }
}
