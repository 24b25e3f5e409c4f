public import BlockScheduling
public import LinearAlgebra
public import TextFeatures
import Clustering

extension TopicModel {
  /// How many papers stand for a topic.
  static let exemplarCount = 5

  /// Fits topics to TF-IDF rows: truncated SVD, unit rows, k-means, names.
  ///
  /// - Parameters:
  ///   - features: The vocabulary behind the columns.
  ///   - counts: Papers x terms, how often each term occurs.
  ///   - tfidf: Papers x terms, unit rows, empty for papers without a term.
  ///   - paperIDs: The id of each row; seeds name example papers by it.
  ///   - options: What is asked for.
  ///   - seed: The seed of every random choice.
  ///   - scheduler: The workers.
  ///   - onStage: Is told the name of each stage that begins.
  ///   - onProgress: Is told how far a stage has come.
  /// - Returns: The model; the same bits for any scheduler.
  /// - Throws: ``TopicModelError``.
  public static func fit(
    features: TextFeatureModel, counts: CSRMatrix, tfidf: CSRMatrix, paperIDs: [String],
    options: TopicModelOptions, seed: UInt64, scheduler: BlockScheduler,
    onStage: (String) -> Void = { _ in }, onProgress: (StageProgress) -> Void = { _ in }
  ) throws(TopicModelError) -> TopicModel {
    let rows = (0..<tfidf.rowCount).filter { !tfidf.entries(ofRow: $0).isEmpty }
    guard !rows.isEmpty else { throw .noTerms(papers: tfidf.rowCount) }
    if case .fixed(let count) = options.topicCount {
      guard count <= rows.count else { throw .tooManyTopics(asked: count, papers: rows.count) }
      guard count >= options.seeds.count else {
        throw .fewerTopicsThanSeeds(topics: count, seeds: options.seeds.count)
      }
    }

    onStage("decomposition")
    let decomposition = try decompose(
      tfidf, options: options, seed: seed, scheduler: scheduler, onProgress: onProgress)
    let unitVectors = decomposition.documentVectors.withUnitRows(scheduler: scheduler)
    let points = rows.count == tfidf.rowCount ? unitVectors : unitVectors.selectingRows(rows)

    onStage("clustering")
    let starts = seedStarts(
      options.seeds, vocabulary: features.vocabulary, tfidf: tfidf, unitVectors: unitVectors,
      paperIDs: paperIDs)
    let choice = try chooseTopicCount(
      points, options: options, seed: seed, scheduler: scheduler, onProgress: onProgress)
    let clustering = try cluster(
      points, count: choice.count, starts: starts, options: options, seed: seed,
      scheduler: scheduler, onProgress: onProgress)

    onStage("labels")
    let assembly = TopicAssembly(
      clustering, points: points, rows: rows, paperCount: tfidf.rowCount, scheduler: scheduler)
    let (topics, outcomes) = assembly.topics(
      counts: counts, vocabulary: features.vocabulary, unitVectors: unitVectors, starts: starts,
      scheduler: scheduler)
    return TopicModel(
      topics: topics,
      centroids: assembly.centroids, startingCentroids: clustering.startingCentroids,
      components: decomposition.components,
      singularValues: decomposition.singularValues,
      explainedVarianceRatio: decomposition.explainedVarianceRatio.reduce(0, +),
      documentVectors: unitVectors,
      labels: assembly.labels, inertia: assembly.inertia,
      work: FitWork(
        matrixPasses: decomposition.passes, iterations: clustering.iterationCount,
        distanceEvaluations: clustering.work.products,
        exactDistances: clustering.work.exactDistances,
        labelChanges: clustering.work.labelChanges),
      topicCountChoice: choice.choice,
      seedOutcomes: outcomes)
  }

  private static func decompose(
    _ tfidf: CSRMatrix, options: TopicModelOptions, seed: UInt64, scheduler: BlockScheduler,
    onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> TruncatedSVDResult {
    let dimensions =
      options.dimensions ?? TopicModelOptions.defaultDimensions(paperCount: tfidf.rowCount)
    do {
      return try TruncatedSVD.fit(
        tfidf, options: TruncatedSVDOptions(components: dimensions), seed: seed,
        scheduler: scheduler
      ) { pass, passes in
        onProgress(StageProgress(done: pass, total: passes, unit: .passes))
      }
    } catch {
      throw .decomposition("\(error)")
    }
  }

  private static func seedStarts(
    _ seeds: [TopicSeed], vocabulary: Vocabulary, tfidf: CSRMatrix, unitVectors: DenseMatrix,
    paperIDs: [String]
  ) -> [SeedStart] {
    guard !seeds.isEmpty else { return [] }
    let rowOfPaper = Dictionary(
      paperIDs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return seeds.map {
      SeedStart(
        $0, vocabulary: vocabulary, tfidf: tfidf, unitVectors: unitVectors, rowOfPaper: rowOfPaper)
    }
  }
}
