import Clustering
import LinearAlgebra
import Similarity

extension TopicFit {
  /// Groups a topic is merged from at least, so that a topic need not be one hill of the density.
  private static let groupsPerTopic = 3
  /// Papers of a group on average at least.
  private static let leastPapersPerGroup = 4
  /// Lloyd iterations that mend the borders after the merges; more would make the topics round.
  private static let mendingIterations = 3

  /// Smoothing over the neighbours' graph, the modes of its density, Ward's merges, refinement by
  /// words, and the frozen rule over all papers.
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
    let decomposition = tapered(decomposition)
    let vectors = vectorsPulledBySeeds(decomposition.unitVectors)
    let first = GraphSmoothing.smooth(
      vectors, over: byWords, scheduler: scheduler)
    let graph = NeighborWeights.byVectors(neighbors, first, scheduler: scheduler)
    let smoothed = GraphSmoothing.smooth(
      vectors, over: graph, scheduler: scheduler)

    onStage("clustering")
    let points = points(smoothed)
    let starts = seedStarts(smoothed)
    let groups = try groups(of: points, neighbors, starts: starts)
    let merged = try merge(groups, points, starts: starts, onProgress: onProgress)

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
      work: FitWork(passes: decomposition.passes, merged.clustering),
      contrast: TermContrast(refinement.scores.sums, topicCount: groupCount)
        .selectingTopics(assembly.clusterOfTopic),
      postings: Postings(transposed: refinement.transposed), neighbors: neighbors,
      assignment: assignment)
  }

  /// The decomposition with components that fade out; given vectors stay as they are.
  private func tapered(_ decomposition: Decomposition) -> Decomposition {
    guard vectors == nil else { return decomposition }
    let factors = ComponentTaper.factors(decomposition.singularValues)
    var tapered = decomposition
    tapered.components = ComponentTaper.scale(
      decomposition.components, by: factors, scheduler: scheduler)
    tapered.unitVectors = ComponentTaper.scale(
      decomposition.unitVectors, by: factors, scheduler: scheduler
    ).withUnitRows(scheduler: scheduler)
    return tapered
  }

  private func vectorsPulledBySeeds(_ unitVectors: DenseMatrix) -> DenseMatrix {
    guard !options.seeds.isEmpty else { return unitVectors }
    var pulled = unitVectors
    for start in seedStarts(unitVectors) { start.pull(&pulled) }
    return pulled.withUnitRows(scheduler: scheduler)
  }

  /// Groups of papers, more than there will be topics.
  ///
  /// They lie about the densest places of the graph. With seeds they are the clusters of k-means that
  /// starts from the seeds, because only a start can say what a cluster is to be about; the seeds'
  /// clusters come first.
  private func groups(
    of points: DenseMatrix, _ neighbors: NeighborGraph, starts: [SeedStart]
  ) throws(TopicModelError) -> PaperGroups {
    let asked: Int
    switch options.topicCount {
    case .fixed(let count):
      do {
        asked = try KMeansOptions(clusterCount: count).validated(for: points).clusterCount
      } catch { throw .clustering("\(error)") }
    case .automatic:
      asked = max(
        ClusterCountChoice.largestCount(forTreeOf: points.rowCount), options.seeds.count)
    }
    let affordable = points.rowCount / Self.leastPapersPerGroup
    let wanted = max(asked, min(Self.groupsPerTopic * asked, affordable))
    let seedCount = starts.count { $0.vector != nil }
    guard seedCount > 0 else {
      let lists = neighbors.selectingRows(rows)
      let modes = ModeSeeking(
        points, indices: lists.indices, weights: lists.cosines.map { $0 * $0 },
        listLength: lists.neighborCount, wanted: wanted, scheduler: scheduler)
      return PaperGroups(
        centroids: modes.centroids, weights: modes.sizes.map(Double.init),
        inertia: modes.inertia, seedCount: 0)
    }
    var kmeans = KMeansOptions(clusterCount: wanted)
    kmeans.restarts = restarts
    kmeans.maximumIterations = 50
    kmeans.relativeTolerance = 1e-3
    let clustering = try TopicModel.cluster(
      points, kmeans, starts: starts, seed: seed, scheduler: scheduler, onProgress: { _ in })
    // An empty cluster is where it is; it weighs nothing beside others.
    var weights = [Double](repeating: 1e-6, count: wanted)
    for label in clustering.labels.prefix(points.rowCount) { weights[Int(label)] += 1 }
    return PaperGroups(
      centroids: clustering.centroids, weights: weights, inertia: clustering.inertia,
      seedCount: seedCount)
  }

  /// k clusters: the groups merged by Ward's criterion, then Lloyd's iterations from their means.
  ///
  /// No two seeds are merged.
  private func merge(
    _ groups: PaperGroups, _ points: DenseMatrix, starts: [SeedStart],
    onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> (clustering: KMeansResult, choice: ClusterCountChoice?) {
    let tree = WardTree(
      centroids: groups.centroids, weights: groups.weights, apart: groups.seedCount)
    var choice: ClusterCountChoice?
    let count: Int
    switch options.topicCount {
    case .fixed(let asked): count = asked
    case .automatic:
      // The curve of all numbers needs all merges, also those of seeds.
      let whole =
        groups.seedCount == 0
        ? tree : WardTree(centroids: groups.centroids, weights: groups.weights)
      let chosen = ClusterCountChoice(
        whole, inertia: groups.inertia, pointCount: points.rowCount)
      choice = chosen
      count = min(groups.weights.count, max(chosen.clusterCount, options.seeds.count))
    }
    var kmeans = KMeansOptions(clusterCount: count)
    kmeans.startingCentroids =
      GroupMeans(
        of: groups.centroids, weights: groups.weights, groups: tree.groups(count: count),
        count: count
      ).means
    kmeans.maximumIterations = Self.mendingIterations
    let clustering = try TopicModel.cluster(
      points, kmeans, starts: starts, seed: seed, scheduler: scheduler, onProgress: onProgress)
    return (clustering, choice)
  }
}

/// What topics are merged from.
private struct PaperGroups {
  /// The mean of each group.
  var centroids: DenseMatrix
  /// The number of papers of each group.
  var weights: [Double]
  /// The sum of squared distances within the groups.
  var inertia: Double
  /// How many of the first groups are those of seeds.
  var seedCount: Int
}
