public import BlockScheduling
public import LinearAlgebra
public import TextFeatures

extension TopicModel {
  /// How many papers stand for a topic.
  static let exemplarCount = 5

  /// Fits topics to TF-IDF rows: vectors, clusters, names, by the method of the options.
  ///
  /// - Parameters:
  ///   - features: The vocabulary behind the columns.
  ///   - counts: Papers x terms, how often each term occurs.
  ///   - tfidf: Papers x terms, unit rows, empty for papers without a term.
  ///   - paperIDs: The id of each row; seeds name example papers by it.
  ///   - vectors: Papers x any dimensions that take the place of the truncated SVD by the graph
  ///     method, finite values; nil for the SVD.
  ///   - options: What is asked for.
  ///   - seed: The seed of every random choice.
  ///   - scheduler: The workers.
  ///   - onStage: Is told the name of each stage that begins.
  ///   - onProgress: Is told how far a stage is.
  /// - Returns: The model; the same bits for any scheduler.
  /// - Throws: ``TopicModelError``.
  public static func fit(
    features: TextFeatureModel, counts: CSRMatrix, tfidf: CSRMatrix, paperIDs: [String],
    vectors: DenseMatrix? = nil, options: TopicModelOptions, seed: UInt64,
    scheduler: BlockScheduler, onStage: (String) -> Void = { _ in },
    onProgress: (StageProgress) -> Void = { _ in }
  ) throws(TopicModelError) -> TopicModel {
    precondition(
      vectors.map { $0.rowCount == tfidf.rowCount } ?? true, "each paper needs one vector")
    let rows = (0..<tfidf.rowCount).filter { !tfidf.entries(ofRow: $0).isEmpty }
    guard !rows.isEmpty else { throw .noTerms(papers: tfidf.rowCount) }
    if case .fixed(let count) = options.topicCount {
      guard count <= rows.count else { throw .tooManyTopics(asked: count, papers: rows.count) }
      guard count >= options.seeds.count else {
        throw .fewerTopicsThanSeeds(topics: count, seeds: options.seeds.count)
      }
    }
    if vectors != nil, options.method != .graph { throw .vectorsNeedTheGraph }
    let fit = TopicFit(
      features: features, counts: counts, tfidf: tfidf, paperIDs: paperIDs, options: options,
      seed: seed, scheduler: scheduler, vectors: vectors, rows: rows)

    onStage("decomposition")
    let decomposition = try fit.decompose(onProgress: onProgress)
    let clustered: TopicFit.Clustered
    switch options.method {
    case .lsa:
      onStage("clustering")
      clustered = try fit.clusterVectors(decomposition, onProgress: onProgress)
    case .graph:
      clustered = try fit.clusterGraph(
        decomposition, onStage: onStage, onProgress: onProgress)
    }

    onStage("labels")
    let assembly = clustered.assembly
    let named = fit.name(clustered)
    return TopicModel(
      topics: named.topics, method: options.method,
      centroids: assembly.centroids, startingCentroids: clustered.startingCentroids,
      components: decomposition.components,
      singularValues: decomposition.singularValues,
      explainedVarianceRatio: decomposition.explainedVarianceRatio,
      documentVectors: decomposition.unitVectors, topicVectors: clustered.topicVectors,
      labels: assembly.labels, certainties: assembly.certainties, tree: named.tree,
      neighbors: clustered.neighbors, inertia: assembly.inertia, work: clustered.work,
      topicCountChoice: clustered.choice, seedOutcomes: named.outcomes,
      graphAssignment: clustered.assignment)
  }
}
