/// How topics are made.
public struct TopicModelOptions: Sendable, Hashable {
  /// The road from term weights to clusters.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Latent semantic analysis: truncated SVD of the TF-IDF matrix (Deerwester et al. 1990), then
    /// k-means on the unit rows.
    case lsa
  }

  /// How many topics there are.
  public enum TopicCount: Sendable, Hashable {
    /// The model chooses from a grid and says why.
    case automatic
    /// As many as the user says.
    case fixed(Int)
  }

  /// The road taken.
  public var method = Method.lsa
  /// The number of topics.
  public var topicCount = TopicCount.automatic
  /// The components of the truncated SVD, or nil for a number that grows with the corpus
  /// (``defaultDimensions(paperCount:)``).
  public var dimensions: Int?
  /// How many seedings k-means tries.
  public var restarts = 1
  /// Topics that the user names beforehand.
  public var seeds: [TopicSeed] = []

  /// The defaults.
  public init() {}

  /// The default number of components: 100, fewer where the papers are too few to fill them.
  public static func defaultDimensions(paperCount: Int) -> Int {
    max(2, min(100, paperCount / 3))
  }
}
