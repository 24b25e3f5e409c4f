public import LinearAlgebra

/// A clustering: labels, centroids and inertia, all of the same state.
public struct KMeansResult: Sendable, Hashable {
  /// The cluster of each point, 0..<k.
  public let labels: [Int32]
  /// The centroids that the labels are nearest to, k rows.
  ///
  /// When the run converged they are the means of the clusters' points as well. A cluster can be
  /// empty only if there are fewer distinct points than clusters.
  public let centroids: DenseMatrix
  /// The sum of squared distances of the points to their centroids.
  public let inertia: Double
  /// The Lloyd iterations of the kept run.
  public let iterationCount: Int
  /// Whether the labels stopped changing.
  public let converged: Bool
  /// Inertia after each iteration's assignment, never rising but where an empty cluster was moved.
  public let inertiaHistory: [Double]

  /// The centroids that the kept run began with, k rows.
  public let startingCentroids: DenseMatrix

  /// What was computed in all restarts after the seeding.
  public let work: KMeansWork

  /// Makes a result from its parts.
  public init(
    labels: [Int32], centroids: DenseMatrix, inertia: Double, iterationCount: Int,
    converged: Bool, inertiaHistory: [Double], startingCentroids: DenseMatrix,
    work: KMeansWork = KMeansWork()
  ) {
    self.labels = labels
    self.centroids = centroids
    self.inertia = inertia
    self.iterationCount = iterationCount
    self.converged = converged
    self.inertiaHistory = inertiaHistory
    self.startingCentroids = startingCentroids
    self.work = work
  }

  /// The same clustering with another count of the work.
  func with(work: KMeansWork) -> KMeansResult {
    KMeansResult(
      labels: labels, centroids: centroids, inertia: inertia, iterationCount: iterationCount,
      converged: converged, inertiaHistory: inertiaHistory,
      startingCentroids: startingCentroids, work: work)
  }
}
