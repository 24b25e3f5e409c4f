/// What happens during a fit, for those who watch.
public enum KMeansEvent: Sendable, Hashable {
  /// An assignment is done: its inertia, and how many points changed their cluster.
  case iteration(restart: Int, iteration: Int, inertia: Double, changes: Int)
  /// An empty cluster was moved to a point far from its centroid.
  case emptyClusterRelocated(restart: Int, cluster: Int, point: Int)
  /// One restart is finished.
  case restartFinished(restart: Int, inertia: Double, converged: Bool)
}
