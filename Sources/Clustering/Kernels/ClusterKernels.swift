internal import LinearAlgebra

/// The loops of the scores that need no labels of people.
enum ClusterKernels {
  /// The sums of distances to the means, by cluster, and of all squared distances, over a block.
  static func spreads(
    _ points: DenseMatrix, labels: [Int32], means: DenseMatrix, _ range: Range<Int>
  ) -> (distances: [Double], sumOfSquares: Double) {
    let width = points.columnCount
    let rows = points.elements.span
    let means = (rows: means.elements.span, count: means.rowCount)
    var distances = [Double](repeating: 0, count: means.count)
    var sumOfSquares = 0.0
    for row in range {
      let cluster = Int(labels[row])
      let squared = DistanceKernels.squaredDistance(
        rows.extracting(row * width..<(row + 1) * width),
        means.rows.extracting(cluster * width..<(cluster + 1) * width))
      distances[cluster] += squared.squareRoot()
      sumOfSquares += squared
    }
    return (distances, sumOfSquares)
  }

  /// The silhouette of one point among `points`.
  static func silhouette(
    of point: Int, _ points: DenseMatrix, labels: [Int32], sizes: [Int]
  ) -> Double {
    let own = Int(labels[point])
    guard sizes[own] > 1 else { return 0 }
    let width = points.columnCount
    let rows = points.elements.span
    let row = rows.extracting(point * width..<(point + 1) * width)
    var sums = [Double](repeating: 0, count: sizes.count)
    for other in labels.indices where other != point {
      sums[Int(labels[other])] += DistanceKernels.squaredDistance(
        row, rows.extracting(other * width..<(other + 1) * width)
      ).squareRoot()
    }
    let within = sums[own] / Double(sizes[own] - 1)
    var nearest = Double.infinity
    for cluster in sizes.indices where cluster != own && sizes[cluster] > 0 {
      nearest = min(nearest, sums[cluster] / Double(sizes[cluster]))
    }
    guard nearest < .infinity, max(within, nearest) > 0 else { return 0 }
    return (nearest - within) / max(within, nearest)
  }
}
