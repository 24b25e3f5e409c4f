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
  static func cluster(
    _ points: DenseMatrix, count: Int, starts: [SeedStart], options: TopicModelOptions,
    seed: UInt64, scheduler: BlockScheduler
  ) throws(TopicModelError) -> KMeansResult {
    var kmeans = KMeansOptions(clusterCount: count)
    kmeans.restarts = options.restarts
    let vectors = starts.compactMap(\.vector)
    if !vectors.isEmpty { kmeans.startingCentroids = DenseMatrix(rows: vectors) }
    do {
      return try KMeans.fit(points, options: kmeans, seed: seed, scheduler: scheduler)
    } catch {
      throw .clustering("\(error)")
    }
  }
}
