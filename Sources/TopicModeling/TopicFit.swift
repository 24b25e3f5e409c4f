import BlockScheduling
import Clustering
import LinearAlgebra
import Similarity
import TextFeatures

/// What a fit is made from, and the steps that both methods share.
struct TopicFit {
  let features: TextFeatureModel
  let counts: CSRMatrix
  let tfidf: CSRMatrix
  let paperIDs: [String]
  let options: TopicModelOptions
  let seed: UInt64
  let scheduler: BlockScheduler
  /// Papers x dimensions that the user gives in place of the decomposition.
  let vectors: DenseMatrix?
  /// The rows of the papers that have a term.
  let rows: [Int]

  /// The truncated SVD, or the given vectors with nothing behind them.
  struct Decomposition {
    /// Terms x dimensions; no rows where the vectors were given.
    var components: DenseMatrix
    var singularValues: [Float]
    var explainedVarianceRatio: Double
    var passes: Int
    /// Papers x dimensions, unit rows.
    var unitVectors: DenseMatrix
  }

  /// What a method makes of the decomposition.
  struct Clustered {
    var assembly: TopicAssembly
    /// Papers x dimensions: the space of the centroids.
    var topicVectors: DenseMatrix
    var starts: [SeedStart]
    /// What k-means began with in the run that was kept.
    var startingCentroids: DenseMatrix
    var choice: ClusterCountChoice?
    var work: FitWork
    /// The sums of the terms' weights in each topic.
    var contrast: TermContrast
    /// Which papers have each term, where a step made it.
    var postings: Postings?
    var neighbors: NeighborGraph?
    var assignment: GraphAssignment?
  }

  /// The vectors that the topics are made from.
  func decompose(
    onProgress: (StageProgress) -> Void
  ) throws(TopicModelError) -> Decomposition {
    if let vectors {
      return Decomposition(
        components: DenseMatrix(rowCount: 0, columnCount: vectors.columnCount),
        singularValues: [], explainedVarianceRatio: 0, passes: 0,
        unitVectors: vectors.withUnitRows(scheduler: scheduler))
    }
    let defaultDimensions =
      switch options.method {
      case .lsa: TopicModelOptions.defaultDimensions(paperCount: tfidf.rowCount)
      case .graph: TopicModelOptions.graphDimensions
      }
    do {
      var svd = try TruncatedSVD.fit(
        tfidf, options: TruncatedSVDOptions(components: options.dimensions ?? defaultDimensions),
        seed: seed, scheduler: scheduler
      ) { pass, passes in
        onProgress(StageProgress(done: pass, total: passes, unit: .passes))
      }
      // In place: a second copy would be the largest thing of the fit.
      svd.documentVectors.normalizeRows(scheduler: scheduler)
      return Decomposition(
        components: svd.components, singularValues: svd.singularValues,
        explainedVarianceRatio: svd.explainedVarianceRatio.reduce(0, +), passes: svd.passes,
        unitVectors: svd.documentVectors)
    } catch {
      throw .decomposition("\(error)")
    }
  }

  /// The vectors of the papers that have a term.
  func points(_ vectors: DenseMatrix) -> DenseMatrix {
    rows.count == tfidf.rowCount ? vectors : vectors.selectingRows(rows)
  }

  /// Where the seeds start in a space of unit vectors.
  func seedStarts(_ unitVectors: DenseMatrix) -> [SeedStart] {
    guard !options.seeds.isEmpty else { return [] }
    let rowOfPaper = Dictionary(
      paperIDs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return options.seeds.map {
      SeedStart(
        $0, vocabulary: features.vocabulary, tfidf: tfidf, unitVectors: unitVectors,
        rowOfPaper: rowOfPaper)
    }
  }

  /// How many seedings k-means tries.
  var restarts: Int {
    options.restarts ?? TopicModelOptions.defaultRestarts(paperCount: rows.count)
  }
}
