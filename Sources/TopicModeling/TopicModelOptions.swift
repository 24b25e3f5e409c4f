public import Similarity
public import TextFeatures

/// How topics are made.
public struct TopicModelOptions: Sendable, Hashable {
  /// The road from term weights to clusters.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Latent semantic analysis: truncated SVD of the TF-IDF matrix (Deerwester et al. 1990), then
    /// k-means on the unit rows.
    case lsa
    /// The same vectors, smoothed over the graph of the nearest neighbours by words, clustered more
    /// finely than asked, merged to a tree, and refined by the words of each topic.
    case graph
  }

  /// How many topics there are.
  public enum TopicCount: Sendable, Hashable {
    /// The model chooses from a grid and says why.
    case automatic
    /// As many as the user says.
    case fixed(Int)
  }

  /// The road taken.
  public var method = Method.graph
  /// The number of topics.
  ///
  /// By ``Method/graph`` there are fewer where the words leave a topic without
  /// papers, which happens only when papers are hardly more than topics.
  public var topicCount = TopicCount.automatic
  /// The components of the truncated SVD, or nil for a number that grows with the corpus
  /// (``defaultDimensions(paperCount:)``) or ``graphDimensions`` by ``Method/graph``.
  public var dimensions: Int?
  /// How the neighbours of ``Method/graph`` are found.
  public var neighborMethod = NeighborGraphOptions().method
  /// How many seedings k-means tries, or nil for more where papers are few
  /// (``defaultRestarts(paperCount:)``).
  public var restarts: Int?
  /// The acronyms among the terms, whose long forms labels show.
  public var acronyms = Acronyms.none
  /// Topics that the user names beforehand.
  public var seeds: [TopicSeed] = []

  /// The components of the truncated SVD by ``Method/graph``.
  ///
  /// Few, because the neighbours add what the words of one paper leave open, and more components
  /// bring the noise back (Benchmarks/README.md, "Topics").
  public static let graphDimensions = 48

  /// The defaults.
  public init() {}

  /// The default number of components: the square root of the number of papers, 25 to 100.
  ///
  /// Few papers cannot fill many components: on small labelled sets more components than this gave
  /// worse clusters (CONTRIBUTING.md, "Constants").
  public static func defaultDimensions(paperCount: Int) -> Int {
    max(25, min(100, Int(Double(paperCount).squareRoot().rounded())))
  }

  /// The default number of k-means seedings: 10 up to 10,000 papers, 1 above 50,000.
  ///
  /// Small sets are where seedings differ most and cost least.
  public static func defaultRestarts(paperCount: Int) -> Int {
    max(1, min(10, 100_000 / max(1, paperCount)))
  }
}
