/// A paper that is near a query, with the reason.
public struct SimilarPaper: Sendable, Hashable {
  /// A term that both have, and its part of the exact-term score.
  public struct SharedTerm: Sendable, Hashable {
    /// The term.
    public var term: String
    /// The product of the two TF-IDF weights; over all shared terms they add up to the TF-IDF
    /// cosine.
    public var contribution: Double

    /// Makes a shared term.
    public init(term: String, contribution: Double) {
      self.term = term
      self.contribution = contribution
    }
  }

  /// The row of the paper.
  public var row: Int
  /// The cosine of the document vectors.
  public var score: Double
  /// The shared terms, largest contribution first.
  public var terms: [SharedTerm]
  /// The TF-IDF cosine: the sum over all shared terms.
  public var termScore: Double

  /// Makes a similar paper.
  public init(row: Int, score: Double, terms: [SharedTerm], termScore: Double) {
    self.row = row
    self.score = score
    self.terms = terms
    self.termScore = termScore
  }
}
