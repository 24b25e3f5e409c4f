import LinearAlgebra

/// Lloyd's algorithm without bounds, blocks or BLAS: every distance of every pass, in Double.
///
/// Starts from given centroids; empty clusters keep their centroid.
struct PlainLloyd {
  private(set) var labels: [Int32] = []
  private(set) var centroids: DenseMatrix
  private(set) var iterationCount = 0

  init(_ points: DenseMatrix, startingWith centroids: DenseMatrix) {
    self.centroids = centroids
    while iterationCount < 1_000 {
      let next = Self.labels(of: points, centroids: self.centroids)
      iterationCount += 1
      if next == labels { return }
      labels = next
      self.centroids = Self.means(points, labels: labels, previous: self.centroids)
    }
  }

  static func labels(of points: DenseMatrix, centroids: DenseMatrix) -> [Int32] {
    (0..<points.rowCount).map { point in
      let row = points.row(point)
      var best = (cluster: 0, squared: Double.infinity)
      for cluster in 0..<centroids.rowCount {
        let squared = plainSquaredDistance(row, centroids.row(cluster))
        if squared < best.squared { best = (cluster, squared) }
      }
      return Int32(best.cluster)
    }
  }

  static func means(
    _ points: DenseMatrix, labels: [Int32], previous: DenseMatrix
  ) -> DenseMatrix {
    let width = points.columnCount
    var sums = [Double](repeating: 0, count: previous.rowCount * width)
    var counts = [Double](repeating: 0, count: previous.rowCount)
    for point in 0..<points.rowCount {
      let cluster = Int(labels[point])
      counts[cluster] += 1
      for column in 0..<width { sums[cluster * width + column] += Double(points[point, column]) }
    }
    var means = previous
    for cluster in counts.indices where counts[cluster] > 0 {
      for column in 0..<width {
        means[cluster, column] = Float(sums[cluster * width + column] / counts[cluster])
      }
    }
    return means
  }
}
