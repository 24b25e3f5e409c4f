import BlockScheduling
import Clustering
import LinearAlgebra
import PaperTrends
import TopicModeling

/// How much a fit computed: numbers that do not depend on the clock.
public struct ClusteringWork: Sendable, Hashable, Codable {
  /// Passes over the TF-IDF matrix in the decomposition, before its last refinement.
  public var matrixPasses: Int
  /// Lloyd iterations of the kept run of k-means.
  public var iterations: Int
  /// Products of a point and a centroid in all runs; n x k is what one plain iteration needs.
  public var distanceEvaluations: Int
  /// Distances that were computed again in Double because they decide.
  public var exactDistances: Int
  /// Papers whose cluster changed, over all iterations.
  public var labelChanges: Int

  /// Counts the work of a fit by doing it again: a fit keeps no counts, and is the same each time.
  ///
  /// - Returns: The counts; nil for a method or seeded topics whose steps are others.
  /// - Throws: ``ClusteringBenchmarkError/workDiffers(inertia:again:)`` when the repetition is not
  ///   the fit.
  static func count(
    _ fitted: FittedCorpus, scheduler: BlockScheduler
  ) throws -> ClusteringWork? {
    let options = fitted.options.topics
    guard options.method == .lsa, options.seeds.isEmpty else { return nil }
    let model = fitted.model
    let tfidf = fitted.tfidf
    let dimensions =
      options.dimensions ?? TopicModelOptions.defaultDimensions(paperCount: tfidf.rowCount)
    let decomposition = try TruncatedSVD.fit(
      tfidf, options: TruncatedSVDOptions(components: dimensions), seed: fitted.options.seed,
      scheduler: scheduler)

    let rows = (0..<tfidf.rowCount).filter { !tfidf.entries(ofRow: $0).isEmpty }
    let clusterCount =
      if case .fixed(let count) = options.topicCount { count } else {
        model.topicCountChoice?.clusterCount ?? model.topics.count
      }
    var kmeans = KMeansOptions(clusterCount: clusterCount)
    kmeans.restarts =
      options.restarts ?? TopicModelOptions.defaultRestarts(paperCount: rows.count)
    let clustering = try KMeans.fit(
      model.documentVectors.selectingRows(rows), options: kmeans, seed: fitted.options.seed,
      scheduler: scheduler)
    // The model adds the same distances up by other centroids' order.
    guard abs(clustering.inertia - model.inertia) <= 1e-9 * model.inertia else {
      throw ClusteringBenchmarkError.workDiffers(
        inertia: model.inertia, again: clustering.inertia)
    }
    return ClusteringWork(
      matrixPasses: decomposition.passes, iterations: clustering.iterationCount,
      distanceEvaluations: clustering.work.products,
      exactDistances: clustering.work.exactDistances, labelChanges: clustering.work.labelChanges)
  }
}

/// Why a benchmark cannot be trusted.
public enum ClusteringBenchmarkError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The work was counted on another clustering than the one that was timed.
  case workDiffers(inertia: Double, again: Double)
  /// Two runs read different papers.
  case inputChanged

  /// One sentence.
  public var description: String {
    switch self {
    case .workDiffers(let inertia, let again):
      "the fit has inertia \(inertia) and its repetition \(again), so its work cannot be counted."
    case .inputChanged:
      "the input changed between two runs; run the benchmark again on files that stay."
    }
  }
}
