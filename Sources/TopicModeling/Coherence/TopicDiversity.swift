/// How different the top words of topics are from each other.
public struct TopicDiversity: Sendable, Hashable {
  /// The words of all topics together over the sum of the topics' words, 0 to 1.
  ///
  /// Dieng, Ruiz, Blei (2020), "Topic modeling in embedding spaces"; 1 when no word is in two
  /// topics, and for no words at all.
  public let uniqueShare: Double
  /// 1 less the mean rank-biased overlap of all pairs of topics; nil with fewer than two topics.
  public let invertedRankBiasedOverlap: Double?

  /// Compares the first `wordCount` words of each topic.
  ///
  /// - Complexity: O((topics x words)^2).
  public init(topics: [[String]], wordCount: Int = 10, persistence: Double = 0.9) {
    let words = TopicWords(topics, count: wordCount)
    let total = words.topics.reduce(0) { $0 + $1.count }
    uniqueShare = total > 0 ? Double(words.terms.count) / Double(total) : 1
    var sum = 0.0
    var pairs = 0
    for (index, topic) in words.topics.enumerated() {
      for other in words.topics[(index + 1)...] {
        sum += RankBiasedOverlap.extrapolated(topic, other, persistence: persistence)
        pairs += 1
      }
    }
    invertedRankBiasedOverlap = pairs > 0 ? 1 - sum / Double(pairs) : nil
  }
}

/// The similarity of two rankings in which the top counts most.
///
/// Webber, Moffat, Zobel (2010), "A similarity measure for indefinite rankings", equation 23.
enum RankBiasedOverlap {
  /// RBO_ext = A_k p^k + (1 - p) / p sum over d = 1...k of A_d p^d, with A_d the share of common
  /// words in the first d of both, and k the length of the shorter ranking.
  ///
  /// - Complexity: O(k^2).
  static func extrapolated(_ one: [Int32], _ other: [Int32], persistence p: Double) -> Double {
    let depth = min(one.count, other.count)
    guard depth > 0 else { return one.count == other.count ? 1 : 0 }
    var common = 0
    var weight = 1.0
    var sum = 0.0
    for index in 0..<depth {
      if one[index] == other[index] {
        common += 1
      } else {
        if other[..<index].contains(one[index]) { common += 1 }
        if one[..<index].contains(other[index]) { common += 1 }
      }
      weight *= p
      sum += Double(common) / Double(index + 1) * weight
    }
    return Double(common) / Double(depth) * weight + (1 - p) / p * sum
  }
}
