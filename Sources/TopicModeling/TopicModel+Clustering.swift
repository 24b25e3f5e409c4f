import BlockScheduling
import Clustering
import LinearAlgebra

extension TopicModel {
  /// The number of topics that the user says, or the best of a grid.
  static func chooseTopicCount(
    _ points: DenseMatrix, options: TopicModelOptions, seed: UInt64, scheduler: BlockScheduler
  ) throws(TopicModelError) -> (count: Int, choice: ClusterCountChoice?) {
    if case .fixed(let count) = options.topicCount { return (count, nil) }
    do {
      let choice = try ClusterCountChoice(points, seed: seed, scheduler: scheduler)
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
    seed: UInt64, scheduler: BlockScheduler
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
        options: kmeans, seed: seed, scheduler: scheduler)
    } catch {
      throw .clustering("\(error)")
    }
  }
}
