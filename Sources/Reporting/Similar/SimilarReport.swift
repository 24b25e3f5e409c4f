public import Similarity

/// The answer to a question for similar papers, as finished values.
public struct SimilarReport: Sendable, Hashable {
  /// The id of the paper that was asked about, or `text`.
  public var query: String
  /// The title of that paper; nil for a text.
  public var queryTitle: String?
  /// The nearest papers, nearest first.
  public var results: [Result]

  /// Makes an answer from its parts.
  public init(query: String, queryTitle: String?, results: [Result]) {
    self.query = query
    self.queryTitle = queryTitle
    self.results = results
  }

  /// One paper of the answer.
  public struct Result: Sendable, Hashable {
    /// The paper.
    public var paper: Report.PaperLine
    /// The cosine of the document vectors, up to 1.
    public var score: Double
    /// The id of its topic, and the topic's label.
    public var topic: Int?, topicLabel: String?
    /// The terms that both have, largest part first.
    public var terms: [SimilarPaper.SharedTerm]
    /// The score less the sum over all shared terms.
    public var latent: Double

    /// Makes a result from its parts.
    public init(
      paper: Report.PaperLine, score: Double, topic: Int?, topicLabel: String?,
      terms: [SimilarPaper.SharedTerm], latent: Double
    ) {
      self.paper = paper
      self.score = score
      self.topic = topic
      self.topicLabel = topicLabel
      self.terms = terms
      self.latent = latent
    }
  }
}
