public import BlockScheduling

/// How well the top words of topics go together in a reference corpus.
///
/// Scores depend on the corpus, its tokenizer, the windows, the number of words and epsilon; print
/// them beside the score, and compare no scores that differ in one of them. A word is any term of
/// the tokenizer, also a phrase, which lies in a window with all its words. Every word of a text
/// counts for the length of a window, stop words too.
///
/// Words that the corpus does not have are left out of their topic, and counted; a topic with fewer
/// than two words left has no score and takes no part in the means.
public struct TopicCoherence: Sendable, Hashable {
  /// What the scores depend on.
  public struct Options: Sendable, Hashable {
    /// The top words of a topic that are looked at.
    public var wordCount = 10
    /// The window of ``TopicCoherence/npmi``.
    public var npmiWindow = CooccurrenceWindow.sliding(10)
    /// The window of ``TopicCoherence/cv``.
    public var cvWindow = CooccurrenceWindow.sliding(110)
    /// What is added to the probability of a pair, so that its logarithm exists.
    public var epsilon = 1e-12

    /// The usual values.
    public init() {}
  }

  /// The scores of one topic.
  public struct TopicScores: Sendable, Hashable {
    /// The mean normalised PMI of all pairs of its words.
    public var npmi: Double
    /// C_v.
    public var cv: Double
    /// U_mass.
    public var uMass: Double
  }

  /// What the scores depend on.
  public let options: Options
  /// The scores of each topic; nil for one with fewer than two words of the corpus.
  public let topics: [TopicScores?]
  /// How many words of topics the corpus does not have; a word of two topics counts twice.
  public let outsideWordCount: Int

  /// Scores topics, each a list of words by falling weight, in the corpus of `texts`.
  ///
  /// - Complexity: One scan of the texts; memory O(pairs of words that share a topic).
  public init(
    topics: [[String]], in texts: [String], options: Options = Options(),
    scheduler: BlockScheduler
  ) {
    let words = TopicWords(topics, count: options.wordCount)
    let pairs = TermPairs(topics: words.topics, termCount: words.terms.count)
    let counts = CooccurrenceCounts.count(
      words.terms, pairs: pairs, in: texts,
      windows: [options.npmiWindow, options.cvWindow, .document], scheduler: scheduler)
    let (npmi, cv, document) = (
      Confirmation(counts[0], pairs: pairs, epsilon: options.epsilon),
      Confirmation(counts[1], pairs: pairs, epsilon: options.epsilon),
      Confirmation(counts[2], pairs: pairs, epsilon: options.epsilon)
    )
    // A phrase longer than a window is in the corpus, but in none of its windows.
    let known = words.topics.map { topic in
      topic.filter { npmi.isKnown($0) && cv.isKnown($0) && document.isKnown($0) }
    }
    self.options = options
    self.topics = known.map { topic in
      guard topic.count > 1 else { return nil }
      return TopicScores(
        npmi: Self.meanPMI(topic, npmi), cv: Self.cv(topic, cv), uMass: Self.uMass(topic, document))
    }
    outsideWordCount = zip(words.topics, known).reduce(0) { $0 + $1.0.count - $1.1.count }
  }

  /// The mean of NPMI over the topics that have it, as in Bouma (2009) and `c_npmi` of gensim.
  public var npmi: Double? { mean(\.npmi) }

  /// The mean of C_v over the topics that have it: Roeder, Both, Hinneburg (2015), with gamma 1.
  public var cv: Double? { mean(\.cv) }

  /// The mean of U_mass over the topics that have it: Mimno and others (2011), on probabilities.
  public var uMass: Double? { mean(\.uMass) }

  private func mean(_ score: KeyPath<TopicScores, Double>) -> Double? {
    let values = topics.compactMap { $0?[keyPath: score] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func meanPMI(_ topic: [Int32], _ confirmation: Confirmation) -> Double {
    var sum = 0.0
    for (index, word) in topic.enumerated() {
      for other in topic[(index + 1)...] { sum += confirmation.normalizedPMI(word, other) }
    }
    return sum / Double(topic.count * (topic.count - 1) / 2)
  }

  /// The mean cosine of each word's vector of NPMI with the words of the topic, and the sum of
  /// those vectors (segmentation "one set").
  private static func cv(_ topic: [Int32], _ confirmation: Confirmation) -> Double {
    let vectors = topic.map { word in topic.map { confirmation.normalizedPMI(word, $0) } }
    let sum = topic.indices.map { column in vectors.reduce(0.0) { $0 + $1[column] } }
    let cosines = vectors.map { cosine($0, sum) }
    return cosines.reduce(0, +) / Double(cosines.count)
  }

  /// The mean of ln((p(i, j) + eps) / p(j)) over pairs in which j ranks above i.
  private static func uMass(_ topic: [Int32], _ confirmation: Confirmation) -> Double {
    var sum = 0.0
    for (index, word) in topic.enumerated() {
      for higher in topic[..<index] { sum += confirmation.logConditional(word, given: higher) }
    }
    return sum / Double(topic.count * (topic.count - 1) / 2)
  }

  private static func cosine(_ one: [Double], _ other: [Double]) -> Double {
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let lengths = (dot(one, one) * dot(other, other)).squareRoot()
    return lengths > 0 ? dot(one, other) / lengths : 0
  }
}
