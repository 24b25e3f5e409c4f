package import BlockScheduling
package import LinearAlgebra
import TextFeatures

/// The terms that tell one topic from the others, by class TF-IDF.
///
/// All papers of a topic are taken as one document (Grootendorst 2022, "BERTopic", section 3.3):
///
///     weight(t, c) = s(t, c) / L(c) * ln(1 + A / f(t))
///
/// where s(t, c) is the sum over the topic's papers of 1 + ln(count of t), L(c) the sum of s over
/// all terms, A the mean of L over the topics, and f(t) the sum of s over the topics. The logarithm
/// in s is ours: one paper that repeats a word thirty times must not name a topic.
package struct ClassTFIDF: Sendable {
  /// A term of a topic.
  package struct Entry: Sendable, Hashable {
    /// The term's id in the vocabulary.
    package var term: Int
    /// weight(t, c).
    package var weight: Double
    /// s(t, c).
    package var frequency: Double
    /// s(t, c) / f(t): the part of the term's use that falls to the topic.
    package var concentration: Double
  }

  /// For each topic its terms of largest weight, descending, ties to the smaller id.
  package let topEntries: [[Entry]]
  /// How many papers of each topic have each term.
  let papers: TopicTermCounts

  /// Finds the `limit` terms of largest weight of each topic.
  ///
  /// - Parameters:
  ///   - counts: Papers x terms, how often each term occurs.
  ///   - members: The rows of each topic's papers, ascending.
  ///   - limit: How many terms of each topic are kept.
  ///   - scheduler: The workers; each takes one topic at a time.
  /// - Complexity: O(entries + topics x terms).
  package init(
    counts: CSRMatrix, members: [[Int32]], limit: Int, scheduler: BlockScheduler
  ) {
    let topics = scheduler.map(members.count, blockSize: 1) { range in
      let rows = members[range.lowerBound]
      var sums = [Double](repeating: 0, count: counts.columnCount)
      var papers = [Int32](repeating: 0, count: counts.columnCount)
      var sumSpan = sums.mutableSpan
      var paperSpan = papers.mutableSpan
      ClassCounts.accumulate(counts, rows: rows.span, into: &sumSpan, papers: &paperSpan)
      return (sums: sums, papers: papers, length: sums.reduce(0, +))
    }
    papers = TopicTermCounts(
      topics.map(\.papers), termCount: counts.columnCount, scheduler: scheduler)
    let sums = topics.map(\.sums)
    let lengths = topics.map(\.length)
    let meanLength = lengths.reduce(0, +) / Double(max(members.count, 1))
    let totals = ClassCounts.totals(
      sums, columnCount: counts.columnCount, scheduler: scheduler)
    let rarity = totals.map { $0 > 0 ? naturalLogarithm(1 + meanLength / $0) : 0 }

    topEntries = scheduler.map(members.count, blockSize: 1) { range in
      let topic = range.lowerBound
      guard lengths[topic] > 0 else { return [] }
      let topicSums = sums[topic]
      let sums = topicSums.span
      let rarity = rarity.span
      let length = lengths[topic]
      var best: [Entry] = []
      var least = 0.0
      for term in sums.indices where sums[term] > 0 {
        let weight = sums[term] / length * rarity[term]
        if best.count == limit, weight <= least { continue }
        let entry = Entry(
          term: term, weight: weight, frequency: sums[term],
          concentration: sums[term] / totals[term])
        best.insert(entry, at: best.firstIndex { $0.weight < weight } ?? best.count)
        if best.count > limit { best.removeLast() }
        if best.count == limit { least = best[limit - 1].weight }
      }
      return best
    }
  }
}
