/// How texts become a TF-IDF matrix.
public struct TextFeatureOptions: Sendable, Hashable {
  /// Whether collocations of two and three words enter the vocabulary.
  public enum Phrases: String, Sendable, Hashable, CaseIterable { case collocations, none }
  /// How a term's count in a document is weighted.
  public enum TermFrequency: String, Sendable, Hashable, CaseIterable {
    /// 1 + ln tf.
    case sublinear
    /// tf itself.
    case raw
  }
  /// How a term's document frequency is weighted.
  public enum InverseDocumentFrequency: String, Sendable, Hashable, CaseIterable {
    /// ln((1 + n) / (1 + df)) + 1.
    case smooth
    /// 1 for every term.
    case none
  }
  /// Which words are no terms.
  public enum StopWordList: String, Sendable, Hashable, CaseIterable {
    case englishAndScholarly, english, none
  }

  /// Whether phrases are terms.
  public var phrases = Phrases.collocations
  /// The weight of counts.
  public var termFrequency = TermFrequency.sublinear
  /// The weight of rarity.
  public var inverseDocumentFrequency = InverseDocumentFrequency.smooth
  /// The words that are no terms.
  public var stopWords = StopWordList.englishAndScholarly
  /// The smallest number of documents that a term occurs in, or nil for one that grows with the
  /// corpus (``defaultMinimumDocumentFrequency(documentCount:)``).
  public var minimumDocumentFrequency: Int?
  /// The largest share of documents that a term may occur in.
  public var maximumDocumentShare = 0.5

  /// The defaults.
  public init() {}
}
