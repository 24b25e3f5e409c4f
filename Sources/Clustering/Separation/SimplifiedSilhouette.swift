public import BlockScheduling
public import LinearAlgebra

/// The silhouette by distances to centroids instead of to all points.
///
/// s = (b - a) / max(a, b) with a the distance to the own centroid and b that to the nearest
/// other; 0 for the only point of a cluster, and where both are 0. Hruschka, de Castro, Campello
/// (2004); Vendramin, Campello, Hruschka (2010). It is not the silhouette of Rousseeuw: print it
/// under its own name.
public struct SimplifiedSilhouette: Sendable, Hashable {
  /// s of each point, -1 to 1.
  public let values: [Double]
  /// The mean over the points of each cluster; 0 for an empty cluster.
  public let clusterMeans: [Double]
  /// The mean over all points; 0 if there are none.
  public let mean: Double

  /// From the distances of an assignment.
  public init(_ assignment: CentroidAssignment, clusterCount: Int) {
    var sizes = [Int](repeating: 0, count: clusterCount)
    for label in assignment.labels { sizes[Int(label)] += 1 }
    var sums = [Double](repeating: 0, count: clusterCount)
    values = assignment.labels.indices.map { point in
      let cluster = Int(assignment.labels[point])
      let own = assignment.ownDistances[point]
      let other = assignment.otherDistances[point]
      guard sizes[cluster] > 1, other < .infinity, max(own, other) > 0 else { return 0 }
      let value = (other - own) / max(own, other)
      sums[cluster] += value
      return value
    }
    clusterMeans = zip(sums, sizes).map { $1 > 0 ? $0 / Double($1) : 0 }
    mean = values.isEmpty ? 0 : sums.reduce(0, +) / Double(values.count)
  }

  /// For labels that need not be those of the nearest centroids.
  ///
  /// - Complexity: O(n k d).
  public init(
    _ points: DenseMatrix, labels: [Int32], centroids: DenseMatrix, scheduler: BlockScheduler
  ) {
    self.init(
      CentroidAssignment(points, labels: labels, centroids: centroids, scheduler: scheduler),
      clusterCount: centroids.rowCount)
  }
}
