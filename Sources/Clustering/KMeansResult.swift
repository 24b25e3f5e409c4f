public import LinearAlgebra

/// A clustering: labels, centroids and inertia, all of the same state.
public struct KMeansResult: Sendable, Hashable {
  /// The cluster of each point, 0..<k.
  public let labels: [Int32]
  /// The mean of each cluster's points, k rows.
  public let centroids: DenseMatrix
  /// The sum of squared distances of the points to their centroids.
  public let inertia: Double
  /// The Lloyd iterations of the kept run.
  public let iterationCount: Int
  /// Whether the labels stopped changing.
  public let converged: Bool
  /// Inertia after each iteration's assignment, never rising but where an empty cluster was moved.
  public let inertiaHistory: [Double]

  /// Makes a result from its parts.
  public init(
    labels: [Int32], centroids: DenseMatrix, inertia: Double, iterationCount: Int,
    converged: Bool, inertiaHistory: [Double]
  ) {
    self.labels = labels
    self.centroids = centroids
    self.inertia = inertia
    self.iterationCount = iterationCount
    self.converged = converged
    self.inertiaHistory = inertiaHistory
  }
}
