import BlockScheduling
import Clustering
import LinearAlgebra
import TextFeatures

/// A clustering on its way to named topics.
struct TopicAssembly {
  /// A topic of fewer papers is weak.
  static let weakSize = 3
  /// A topic whose papers are on average hardly nearer to it than to the next one is weak.
  static let weakSeparation = 0.05

  /// Topics x dimensions, by falling size.
  let centroids: DenseMatrix
  /// The cluster that each topic was.
  let clusterOfTopic: [Int]
  /// The topic of each row of the corpus, -1 for rows without a term.
  let labels: [Int32]
  /// Rows of each topic's papers, ascending.
  let members: [[Int32]]
  /// Mean simplified silhouette of each topic.
  let separations: [Double]
  /// How clearly each row of the corpus belongs to its topic, 0 to 1.
  let certainties: [Float]
  /// The sum of squared distances of the points to their centroids.
  let inertia: Double

  /// Topics that are the clusters of k-means.
  ///
  /// - Parameters:
  ///   - clustering: The clusters of `points`, and of the seeds' points behind them.
  ///   - points: Unit vectors of the papers that have a term.
  ///   - rows: The row of the corpus behind each point.
  ///   - paperCount: Rows of the corpus.
  ///   - scheduler: The workers.
  init(
    _ clustering: KMeansResult, points: DenseMatrix, rows: [Int], paperCount: Int,
    scheduler: BlockScheduler
  ) {
    let clusterOfTopic = Self.clustersBySize(
      clustering.labels.prefix(points.rowCount), clusterCount: clustering.centroids.rowCount)
    let centroids = clustering.centroids.selectingRows(clusterOfTopic)
    // By the rule of `assign`, in the final order of the topics, so that both always agree.
    let assignment = CentroidAssignment(points, to: centroids, scheduler: scheduler)
    self.init(
      assignment, centroids: centroids, clusterOfTopic: clusterOfTopic, rows: rows,
      certainties: (0..<points.rowCount).map(assignment.certainty), paperCount: paperCount)
  }

  /// Topics that are the groups of the graph method.
  ///
  /// - Parameters:
  ///   - outcome: The group and the certainty of each row of the corpus.
  ///   - groupCount: The number of groups.
  ///   - points: Topic vectors of the papers that have a term.
  ///   - rows: The row of the corpus behind each point.
  ///   - scheduler: The workers.
  init(
    _ outcome: GraphAssignment.Outcome, groupCount: Int, points: DenseMatrix, rows: [Int],
    scheduler: BlockScheduler
  ) {
    let groups = rows.map { outcome.groups[$0] }
    let clusterOfTopic = Self.clustersBySize(groups[...], clusterCount: groupCount)
    var topicOfCluster = [Int32](repeating: -1, count: groupCount)
    for (topic, cluster) in clusterOfTopic.enumerated() { topicOfCluster[cluster] = Int32(topic) }
    let labels = groups.map { topicOfCluster[Int($0)] }
    let centroids = ClusterGeometry(
      points, labels: labels, clusterCount: clusterOfTopic.count, scheduler: scheduler
    ).means
    self.init(
      CentroidAssignment(points, labels: labels, centroids: centroids, scheduler: scheduler),
      centroids: centroids, clusterOfTopic: clusterOfTopic, rows: rows,
      certainties: rows.map { outcome.certainties[$0] }, paperCount: outcome.groups.count)
  }

  private init(
    _ assignment: CentroidAssignment, centroids: DenseMatrix, clusterOfTopic: [Int], rows: [Int],
    certainties: [Float], paperCount: Int
  ) {
    var labels = [Int32](repeating: -1, count: paperCount)
    var members = [[Int32]](repeating: [], count: clusterOfTopic.count)
    var certaintyOfRow = [Float](repeating: 0, count: paperCount)
    for (point, row) in rows.enumerated() {
      labels[row] = assignment.labels[point]
      members[Int(labels[row])].append(Int32(row))
      certaintyOfRow[row] = certainties[point]
    }
    self.centroids = centroids
    self.clusterOfTopic = clusterOfTopic
    inertia = assignment.ownDistances.reduce(0) { $0 + $1 * $1 }
    self.labels = labels
    self.members = members
    self.certainties = certaintyOfRow
    separations =
      SimplifiedSilhouette(
        assignment, clusterCount: clusterOfTopic.count
      ).clusterMeans
  }

  /// The clusters that have points, by falling size, ties by their first point.
  private static func clustersBySize(_ labels: ArraySlice<Int32>, clusterCount: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: clusterCount)
    var firstPoint = [Int](repeating: .max, count: clusterCount)
    for (point, label) in labels.enumerated() {
      sizes[Int(label)] += 1
      firstPoint[Int(label)] = min(firstPoint[Int(label)], point)
    }
    return sizes.indices.filter { sizes[$0] > 0 }.sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : firstPoint[$0] < firstPoint[$1]
    }
  }

  /// Rows of the papers nearest the centroid of `topic` by cosine, nearest first, ties by row.
  func nearestRows(toTopic topic: Int, unitVectors: DenseMatrix, count: Int) -> [Int] {
    let centroid = centroids.row(topic)
    var nearest: [(row: Int, cosine: Double)] = []
    for row in members[topic] {
      let cosine = unitVectors.withRow(Int(row)) { DenseKernels.dot($0, centroid.span) }
      if nearest.count == count, let last = nearest.last, cosine <= last.cosine { continue }
      let place = nearest.firstIndex { $0.cosine < cosine } ?? nearest.count
      nearest.insert((Int(row), cosine), at: place)
      if nearest.count > count { nearest.removeLast() }
    }
    return nearest.map(\.row)
  }

  /// What became of each seed.
  ///
  /// A topic answers to the seed that it started from when the seed's start is still nearest to it,
  /// and it shows one of the seed's terms among its own, or at least half of its papers have one, or
  /// it has at least half of the seed's example papers. `terms` are those that each topic shows.
  func seedOutcomes(
    _ starts: [SeedStart], terms: [[WeightedTerm]], scheduler: BlockScheduler
  ) -> [SeedOutcome] {
    var cluster = 0
    return starts.map { start in
      var status = SeedOutcome.Status.unmatched
      if let vector = start.vector {
        let nearest = CentroidAssignment(
          DenseMatrix(rowCount: 1, columnCount: vector.count, elements: vector), to: centroids,
          scheduler: scheduler)
        let topic = Int(nearest.labels[0])
        let answers =
          clusterOfTopic[topic] == cluster
          && (shows(terms[topic], aTermOf: start) || isMatched(topic, by: start)
            || hasExamples(of: start, topic: topic))
        status = answers ? .kept(topic: topic + 1) : .lost(nearest: topic + 1)
        cluster += 1
      }
      return SeedOutcome(name: start.name, status: status, missingPapers: start.missingPapers)
    }
  }

  private func shows(_ terms: [WeightedTerm], aTermOf start: SeedStart) -> Bool {
    let shown = terms.map { TermRedundancy.comparableWords($0.term) }
    return start.terms.contains { term in
      shown.contains { TermRedundancy.isContained(TermRedundancy.comparableWords(term), in: $0) }
    }
  }

  private func isMatched(_ topic: Int, by start: SeedStart) -> Bool {
    2 * members[topic].count { start.matchingRows.contains(Int($0)) } >= members[topic].count
  }

  private func hasExamples(of start: SeedStart, topic: Int) -> Bool {
    let inTopic = start.exampleRows.count { labels[$0] == Int32(topic) }
    return inTopic > 0 && 2 * inTopic >= start.exampleRows.count
  }

  /// The topics with names, terms and exemplars.
  ///
  /// - Parameters:
  ///   - terms: What each topic shows.
  ///   - labels: The name of each topic that no seed names.
  ///   - unitVectors: The topic vectors of the corpus.
  ///   - starts: The seeds.
  ///   - scheduler: The workers.
  /// - Returns: The topics, and what became of each seed.
  func topics(
    terms: [[WeightedTerm]], labels: [String], unitVectors: DenseMatrix, starts: [SeedStart],
    scheduler: BlockScheduler
  ) -> (topics: [Topic], outcomes: [SeedOutcome]) {
    let outcomes = seedOutcomes(starts, terms: terms, scheduler: scheduler)
    var seedOfTopic: [Int: String] = [:]
    for outcome in outcomes {
      if case .kept(let topic) = outcome.status { seedOfTopic[topic] = outcome.name }
    }
    let assigned = members.map(\.count).reduce(0, +)
    let topics = scheduler.map(members.count, blockSize: 1) { [seedOfTopic] range in
      let topic = range.lowerBound
      let size = members[topic].count
      let seed = seedOfTopic[topic + 1]
      return Topic(
        id: topic + 1, label: seed ?? labels[topic],
        terms: terms[topic], size: size, share: Double(size) / Double(assigned),
        exemplars: nearestRows(
          toTopic: topic, unitVectors: unitVectors, count: TopicModel.exemplarCount),
        separation: separations[topic],
        isWeak: size < Self.weakSize || separations[topic] < Self.weakSeparation, seed: seed)
    }
    return (topics, outcomes)
  }
}
