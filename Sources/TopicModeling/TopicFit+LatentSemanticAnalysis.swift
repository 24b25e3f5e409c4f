import Clustering
import LinearAlgebra

extension TopicFit {
  /// k-means on the unit vectors.
  func clusterVectors(
    _ decomposition: Decomposition, onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> Clustered {
    let points = points(decomposition.unitVectors)
    let starts = seedStarts(decomposition.unitVectors)
    let choice = try chooseClusterCount(points, onProgress: onProgress)
    var kmeans = KMeansOptions(clusterCount: choice.count)
    kmeans.restarts = restarts
    let clustering = try TopicModel.cluster(
      points, kmeans, starts: starts, seed: seed, scheduler: scheduler, onProgress: onProgress)
    let assembly = TopicAssembly(
      clustering, points: points, rows: rows, paperCount: tfidf.rowCount, scheduler: scheduler)
    return Clustered(
      assembly: assembly, topicVectors: decomposition.unitVectors, starts: starts,
      startingCentroids: clustering.startingCentroids, choice: choice.choice,
      work: FitWork(passes: decomposition.passes, clustering),
      contrast: TermContrast(termSums(members: assembly.members)),
      postings: nil, neighbors: nil, assignment: nil)
  }

  /// Topics x terms: the sums of the weights of each topic's papers.
  private func termSums(members: [[Int32]]) -> DenseMatrix {
    var sums = [Float](zeros: members.count * tfidf.columnCount)
    _ = scheduler.updateRows(&sums, width: tfidf.columnCount, blockSize: 1) { range, sums in
      let rows = members[range.lowerBound]
      ClassCounts.accumulateValues(tfidf, rows: rows.span, into: &sums)
    }
    return DenseMatrix(
      rowCount: members.count, columnCount: tfidf.columnCount, elements: sums)
  }

  /// The number of topics that the user says, or the best of a grid.
  private func chooseClusterCount(
    _ points: DenseMatrix, onProgress: (StageProgress) -> Void
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
}
