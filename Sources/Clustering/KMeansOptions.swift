public import LinearAlgebra

/// What k-means is asked for.
public struct KMeansOptions: Sendable, Hashable {
  /// The number of clusters k, at least 1.
  public var clusterCount: Int
  /// How many seedings are tried; the result of lowest inertia is kept.
  public var restarts = 1
  /// Lloyd iterations after which a run stops unconverged.
  public var maximumIterations = 300
  /// Stop early when the centroids' squared movement falls to this share of the mean variance of
  /// the points' columns; 0 asks for strict convergence by equal labels.
  public var relativeTolerance = 0.0
  /// Centroids of the first clusters; the others are seeded by greedy k-means++.
  public var startingCentroids: DenseMatrix?

  /// Options for k clusters, the rest at their defaults.
  public init(clusterCount: Int) { self.clusterCount = clusterCount }
}
