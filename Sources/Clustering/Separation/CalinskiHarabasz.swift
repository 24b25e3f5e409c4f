extension ClusterGeometry {
  /// The Calinski-Harabasz index [B / (k - 1)] / [W / (n - k)] of squared distances; higher is
  /// better.
  ///
  /// Calinski and Harabasz (1974). B is the sum over clusters of n_i |c_i - c|^2. Nil with fewer
  /// than two clusters, or when each point is a cluster; infinite when W is 0.
  public var calinskiHarabasz: Double? {
    let clusters = self.clusters
    let k = clusters.count
    let n = sizes.reduce(0, +)
    guard k > 1, n > k else { return nil }
    return (sumOfSquaresBetween / Double(k - 1)) / (sumOfSquares / Double(n - k))
  }
}
