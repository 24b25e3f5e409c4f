import BlockScheduling
import Clustering
import LinearAlgebra

extension TopicModel {
  /// k-means in which the seeds' clusters come first.
  ///
  /// Each seed takes part as ``SeedStart/weight`` papers at its start, so that among few papers its
  /// cluster does not drift off at the first assignment (Basu, Banerjee, Mooney 2002,
  /// "Semi-supervised clustering by seeding", with seeds that may still change cluster). Among
  /// thousands of papers this is nothing.
  ///
  /// - Parameters:
  ///   - points: Unit vectors of the papers that have a term.
  ///   - kmeans: The options; without starting centroids the seeds' starts are the first ones.
  ///   - starts: The seeds.
  ///   - seed: The seed of the seedings.
  ///   - scheduler: The workers.
  ///   - onProgress: Is told of iterations, or of seedings where there are several.
  /// - Returns: The clusters of the points, and of the seeds' points behind them.
  /// - Throws: ``TopicModelError/clustering(_:)``.
  static func cluster(
    _ points: DenseMatrix, _ kmeans: KMeansOptions, starts: [SeedStart], seed: UInt64,
    scheduler: BlockScheduler, onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> KMeansResult {
    var kmeans = kmeans
    let vectors = starts.compactMap(\.vector)
    var elements = points.elements
    if !vectors.isEmpty {
      if kmeans.startingCentroids == nil { kmeans.startingCentroids = DenseMatrix(rows: vectors) }
      for vector in vectors { for _ in 0..<SeedStart.weight { elements += vector } }
    }
    do {
      return try KMeans.fit(
        DenseMatrix(
          rowCount: points.rowCount + vectors.count * SeedStart.weight,
          columnCount: points.columnCount, elements: elements),
        options: kmeans, seed: seed, scheduler: scheduler
      ) { event in
        switch event {
        case .iteration(_, let iteration, _, _) where kmeans.restarts == 1:
          onProgress(StageProgress(done: iteration, total: nil, unit: .iterations))
        case .restartFinished(let restart, _, _) where kmeans.restarts > 1:
          onProgress(StageProgress(done: restart + 1, total: kmeans.restarts, unit: .seedings))
        default: break
        }
      }
    } catch {
      throw .clustering("\(error)")
    }
  }
}
