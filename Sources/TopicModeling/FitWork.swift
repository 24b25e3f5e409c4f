import Clustering

/// How much a fit computed: numbers that do not depend on the clock.
public struct FitWork: Sendable, Hashable, Codable {
  /// Passes over the TF-IDF matrix in the decomposition, before its last refinement.
  public let matrixPasses: Int
  /// Lloyd iterations of the kept run of k-means.
  public let iterations: Int
  /// Products of a point and a centroid in all runs; n x k is what one plain iteration needs.
  public let distanceEvaluations: Int
  /// Distances that were computed again in Double because they decide.
  public let exactDistances: Int
  /// Papers whose cluster changed, over all iterations.
  public let labelChanges: Int

  /// The work of a decomposition and of a clustering.
  init(passes: Int, _ clustering: KMeansResult) {
    matrixPasses = passes
    iterations = clustering.iterationCount
    distanceEvaluations = clustering.work.products
    exactDistances = clustering.work.exactDistances
    labelChanges = clustering.work.labelChanges
  }
}
