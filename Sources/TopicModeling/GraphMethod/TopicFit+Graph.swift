import Clustering
import LinearAlgebra
import Similarity

extension TopicFit {
  /// Clusters a topic is merged from, so that a topic need not be round.
  private static let clustersPerTopic = 5
  /// The fewest clusters, so that few topics are not merged from clusters that hold several.
  private static let leastClusters = 30
  /// Papers of a cluster on average at least.
  private static let leastPapersPerCluster = 4

  /// Smoothing over the neighbours' graph, over-clustering, Ward's merges, refinement by words, and
  /// the frozen rule over all papers.
  func clusterGraph(
    _ decomposition: Decomposition, onStage: (String) -> Void,
    onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> Clustered {
    onStage("neighbors")
    let index = NeighborIndex(
      tfidf,
      options: NeighborGraphOptions(
        neighbors: NeighborGraphOptions().neighbors, method: options.neighborMethod),
      scheduler: scheduler)
    let neighbors = index.neighbors(ofRows: tfidf, scheduler: scheduler).graph

    onStage("smoothing")
    let byWords = NeighborWeights.byWords(neighbors, scheduler: scheduler)
    let vectors = vectorsPulledBySeeds(decomposition.unitVectors)
    let first = GraphSmoothing.smooth(
      vectors, over: byWords, scheduler: scheduler)
    let graph = NeighborWeights.byVectors(neighbors, first, scheduler: scheduler)
    let smoothed = GraphSmoothing.smooth(
      vectors, over: graph, scheduler: scheduler)

    onStage("clustering")
    let points = points(smoothed)
    let starts = seedStarts(smoothed)
    let merged = try mergeClusters(points, starts: starts, onProgress: onProgress)

    onStage("refinement")
    var labels = [Int32](repeating: -1, count: tfidf.rowCount)
    for (point, row) in rows.enumerated() { labels[row] = merged.clustering.labels[point] }
    let refinement = TopicRefinement(
      labels, topicCount: merged.clustering.centroids.rowCount, tfidf: tfidf, graph: graph,
      scheduler: scheduler)
    let groupCount = refinement.scores.topicCount
    var assignment = GraphAssignment(
      index: index, components: self.vectors == nil ? decomposition.components : nil,
      vectors: smoothed, votes: refinement.labels, scores: refinement.scores,
      topicOfGroup: [Int32](repeating: 0, count: groupCount))
    let outcome = assignment.outcome(tfidf, neighbors: neighbors, scheduler: scheduler)
    let topicVectors = DenseMatrix(
      rowCount: tfidf.rowCount, columnCount: smoothed.columnCount, elements: outcome.vectors)
    let assembly = TopicAssembly(
      outcome, groupCount: groupCount, points: self.points(topicVectors), rows: rows,
      scheduler: scheduler)
    assignment.topicOfGroup = [Int32](repeating: -1, count: groupCount)
    for (topic, group) in assembly.clusterOfTopic.enumerated() {
      assignment.topicOfGroup[group] = Int32(topic)
    }
    return Clustered(
      assembly: assembly, topicVectors: topicVectors, starts: starts,
      startingCentroids: merged.clustering.startingCentroids, choice: merged.choice,
      work: merged.work(passes: decomposition.passes),
      contrast: TermContrast(refinement.scores.sums, topicCount: groupCount)
        .selectingTopics(assembly.clusterOfTopic),
      postings: Postings(transposed: refinement.transposed), neighbors: neighbors,
      assignment: assignment)
  }

  private func vectorsPulledBySeeds(_ unitVectors: DenseMatrix) -> DenseMatrix {
    guard !options.seeds.isEmpty else { return unitVectors }
    var pulled = unitVectors
    for start in seedStarts(unitVectors) { start.pull(&pulled) }
    return pulled.withUnitRows(scheduler: scheduler)
  }

  /// k groups: k-means to more clusters, merged by Ward's criterion, and improved by Lloyd's
  /// iterations from the merged means.
  private func mergeClusters(
    _ points: DenseMatrix, starts: [SeedStart], onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> MergedClusters {
    var over = KMeansOptions(clusterCount: overClusterCount(points.rowCount))
    over.restarts = restarts
    over.maximumIterations = 50
    over.relativeTolerance = 1e-3
    let fine = try TopicModel.cluster(
      points, over, starts: starts, seed: seed, scheduler: scheduler, onProgress: onProgress)
    var sizes = [Double](repeating: 0, count: fine.centroids.rowCount)
    for label in fine.labels.prefix(points.rowCount) { sizes[Int(label)] += 1 }
    let seedCount = starts.count { $0.vector != nil }
    var choice: ClusterCountChoice?
    let count: Int
    switch options.topicCount {
    case .fixed(let asked): count = asked
    case .automatic:
      let chosen = ClusterCountChoice(
        WardTree(centroids: fine.centroids, weights: sizes), inertia: fine.inertia,
        pointCount: points.rowCount)
      choice = chosen
      count = min(fine.centroids.rowCount, max(chosen.clusterCount, options.seeds.count))
    }
    let tree = WardTree(centroids: fine.centroids, weights: sizes, apart: seedCount)
    var kmeans = KMeansOptions(clusterCount: count)
    kmeans.startingCentroids = Self.means(
      of: fine.centroids, weights: sizes, groups: tree.groups(count: count), count: count)
    kmeans.relativeTolerance = 1e-4
    let clustering = try TopicModel.cluster(
      points, kmeans, starts: starts, seed: seed, scheduler: scheduler, onProgress: onProgress)
    return MergedClusters(fine: fine, clustering: clustering, choice: choice)
  }

  private func overClusterCount(_ pointCount: Int) -> Int {
    let asked: Int
    switch options.topicCount {
    case .fixed(let count): asked = count
    case .automatic:
      asked = max(ClusterCountChoice.largestCount(forTreeOf: pointCount), options.seeds.count)
    }
    let wanted = max(Self.clustersPerTopic * asked, Self.leastClusters)
    return min(pointCount, max(asked, min(wanted, pointCount / Self.leastPapersPerCluster)))
  }

  private static func means(
    of centroids: DenseMatrix, weights: [Double], groups: [Int32], count: Int
  ) -> DenseMatrix {
    let width = centroids.columnCount
    var sums = [Double](repeating: 0, count: count * width)
    var totals = [Double](repeating: 0, count: count)
    for (cluster, group) in groups.enumerated() {
      // An empty cluster is where it is; it weighs nothing beside others.
      let weight = max(weights[cluster], 1e-6)
      totals[Int(group)] += weight
      for column in 0..<width {
        sums[Int(group) * width + column] += weight * Double(centroids[cluster, column])
      }
    }
    return DenseMatrix(
      rowCount: count, columnCount: width,
      elements: sums.indices.map { Float(sums[$0] / totals[$0 / width]) })
  }
}

/// The clusters before and after the merge.
private struct MergedClusters {
  var fine: KMeansResult
  var clustering: KMeansResult
  var choice: ClusterCountChoice?

  func work(passes: Int) -> FitWork {
    FitWork(
      matrixPasses: passes, iterations: fine.iterationCount + clustering.iterationCount,
      distanceEvaluations: fine.work.products + clustering.work.products,
      exactDistances: fine.work.exactDistances + clustering.work.exactDistances,
      labelChanges: fine.work.labelChanges + clustering.work.labelChanges)
  }
}
