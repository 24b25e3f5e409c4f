/// A term of a topic with the weight that put it there.
public struct WeightedTerm: Sendable, Hashable {
  /// The term as it is shown.
  public var term: String
  /// Its class TF-IDF weight, at least 0.
  public var weight: Double

  /// Makes a weighted term.
  public init(term: String, weight: Double) {
    self.term = term
    self.weight = weight
  }
}

/// One topic of a fitted model.
public struct Topic: Sendable, Hashable {
  /// Its number, from 1, by falling size.
  public var id: Int
  /// A name for people: the seed's name, or up to three diverse phrases.
  public var label: String
  /// Ten top terms by class TF-IDF.
  public var terms: [WeightedTerm]
  /// The number of papers.
  public var size: Int
  /// The share of the papers that have a topic.
  public var share: Double
  /// Rows of the papers nearest the centroid, nearest first.
  public var exemplars: [Int]
  /// The mean simplified silhouette of its papers, -1 to 1, after Hruschka and others (2004).
  public var separation: Double
  /// Whether the topic is too small or too little separate to be relied on.
  public var isWeak: Bool
  /// The name of the seed that it started from and still answers to, if any.
  public var seed: String?

  /// Makes a topic from its parts.
  public init(
    id: Int, label: String, terms: [WeightedTerm], size: Int, share: Double, exemplars: [Int],
    separation: Double, isWeak: Bool, seed: String? = nil
  ) {
    self.id = id
    self.label = label
    self.terms = terms
    self.size = size
    self.share = share
    self.exemplars = exemplars
    self.separation = separation
    self.isWeak = isWeak
    self.seed = seed
  }
}
