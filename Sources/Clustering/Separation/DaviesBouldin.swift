internal import LinearAlgebra

extension ClusterGeometry {
  /// The Davies-Bouldin index: the mean over clusters of the largest (S_i + S_j) / d(c_i, c_j);
  /// lower is better, nil with fewer than two clusters.
  ///
  /// Davies and Bouldin (1979). Clusters whose means coincide are not compared with each other.
  ///
  /// - Complexity: O(k^2 d).
  public var daviesBouldin: Double? {
    let clusters = self.clusters
    guard clusters.count > 1 else { return nil }
    let worst = clusters.map { first in
      clusters.reduce(0.0) { worst, second in
        let distance = means.withRow(first) { one in
          means.withRow(second) { DistanceKernels.squaredDistance(one, $0).squareRoot() }
        }
        guard distance > 0 else { return worst }
        return max(worst, (meanDistances[first] + meanDistances[second]) / distance)
      }
    }
    return worst.reduce(0, +) / Double(clusters.count)
  }
}
