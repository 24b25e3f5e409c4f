/// A topic that the user names before the fit, by terms, by example papers, or by both.
public struct TopicSeed: Sendable, Hashable {
  /// The topic's name.
  public var name: String
  /// Words and phrases that its papers use.
  public var terms: [String]
  /// Ids of papers that belong to it.
  public var papers: [String]

  /// Makes a seed.
  public init(name: String, terms: [String] = [], papers: [String] = []) {
    self.name = name
    self.terms = terms
    self.papers = papers
  }
}

/// What became of a seed in the fit.
public struct SeedOutcome: Sendable, Hashable {
  /// The three ways that a seed can end.
  public enum Status: Sendable, Hashable {
    /// Its cluster still answers to it: topic `id` carries its name.
    case kept(topic: Int)
    /// Its cluster moved away; the papers nearest the seed are now in topic `nearest`.
    case lost(nearest: Int)
    /// No term is in the vocabulary and no example paper in the corpus.
    case unmatched
  }

  /// The seed's name.
  public var name: String
  /// What became of it.
  public var status: Status
  /// Example papers that the corpus does not have.
  public var missingPapers: [String]

  /// Makes an outcome.
  public init(name: String, status: Status, missingPapers: [String]) {
    self.name = name
    self.status = status
    self.missingPapers = missingPapers
  }
}
