import BlockScheduling
import Clustering
import LinearAlgebra

extension TopicModel {
  /// The number of topics that the user says, or the best of a grid.
  static func chooseTopicCount(
    _ points: DenseMatrix, options: TopicModelOptions, seed: UInt64, scheduler: BlockScheduler,
    onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> (count: Int, choice: ClusterCountChoice?) {
    if case .fixed(let count) = options.topicCount { return (count, nil) }
    do {
      let tried = ClusterCountChoice.grid(pointCount: points.rowCount)
      let choice = try ClusterCountChoice(points, seed: seed, scheduler: scheduler) { candidate in
        let done = tried.count { $0 <= candidate.clusterCount }
        onProgress(StageProgress(done: done, total: tried.count, unit: .topicCounts))
      }
      let count = min(points.rowCount, max(choice.clusterCount, options.seeds.count))
      return (count, choice)
    } catch {
      throw .clustering("\(error)")
    }
  }

  /// k-means in which the seeds' clusters come first.
  ///
  /// Each seed takes part as ``SeedStart/weight`` papers at its start, so that among few papers its
  /// cluster does not drift off at the first assignment (Basu, Banerjee, Mooney 2002,
  /// "Semi-supervised clustering by seeding", with seeds that may still change cluster). Among
  /// thousands of papers this is nothing.
  static func cluster(
    _ points: DenseMatrix, count: Int, starts: [SeedStart], options: TopicModelOptions,
    seed: UInt64, scheduler: BlockScheduler, onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> KMeansResult {
    var kmeans = KMeansOptions(clusterCount: count)
    kmeans.restarts =
      options.restarts ?? TopicModelOptions.defaultRestarts(paperCount: points.rowCount)
    let vectors = starts.compactMap(\.vector)
    var elements = points.elements
    if !vectors.isEmpty {
      kmeans.startingCentroids = DenseMatrix(rows: vectors)
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
