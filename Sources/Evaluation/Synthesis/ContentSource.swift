import PaperTrends

/// Draws content words that do not depend on the paper's other words.
enum ContentSource {
  /// A word of a topic: that of the source with this number, or, negative, a new one: -1 is the
  /// invented word 0.
  @inline(__always)
  static func draw(
    topic: Int, _ pools: TopicPools, _ novelWords: NovelWords, _ generator: inout SplitMix64
  ) -> Int64 {
    let count = pools.words[topic].count
    guard count > 0 else { return -1 - novelWords.draw(topic: topic, &generator) }
    let word = pools.words[topic][generator.nextIndex(below: count)]
    return novelWords.isReplaced[Int(word)]
      ? -1 - novelWords.draw(topic: topic, &generator) : Int64(word)
  }
}
