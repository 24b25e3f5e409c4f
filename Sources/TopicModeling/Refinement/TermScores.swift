import BlockScheduling
import LinearAlgebra
import TextFeatures

/// How well each term speaks for each topic: smoothed log-probabilities, and the sums behind them.
///
/// A topic's words are drawn from its papers' TF-IDF weights, smoothed by those of all papers
/// (Dirichlet smoothing; Zhai and Lafferty 2004, "A study of smoothing methods for language models
/// applied to information retrieval", section 2.2), without a prior of the topic:
///
///     p(t | c) = (s(t, c) + mu p(t)) / (s(c) + mu)
///
/// mu is a tenth of what the topics have on average. The usual addition of one number to every
/// term would tell a small topic's words apart from nothing but rare ones, and so hand its papers
/// to large topics.
struct TermScores: Sendable {
  /// mu as a share of the mean topic's sum of weights.
  static let smoothing = 0.1
  /// Columns come in groups that fill the vector registers.
  private static let columnGroup = 16
  private static let blockSize = 512

  /// The number of topics k.
  let topicCount: Int
  /// Terms x k, padded: the sums of the papers' weights.
  let sums: DenseMatrix
  /// Terms x k, padded with zeros: ln p(t | c).
  let logProbabilities: DenseMatrix

  /// k rounded up to whole groups of columns.
  static func paddedCount(_ topicCount: Int) -> Int {
    (topicCount + columnGroup - 1) / columnGroup * columnGroup
  }

  /// - Parameters:
  ///   - transposed: Terms x papers, the TF-IDF weights.
  ///   - memberships: Papers x k, padded with zeros: how much of a paper is in each topic.
  ///   - topicCount: k.
  ///   - scheduler: The workers.
  init(
    transposed: CSRMatrix, memberships: DenseMatrix, topicCount: Int, scheduler: BlockScheduler
  ) {
    self.topicCount = topicCount
    let sums = transposed.times(memberships, scheduler: scheduler)
    let totals = sums.columnSums(scheduler: scheduler).sums
    let all = totals.reduce(0, +)
    let mu = Self.smoothing * all / Double(topicCount)
    let offsets = totals.map { naturalLogarithm($0 + mu) }
    var logarithms = sums.elements
    _ = scheduler.updateRows(&logarithms, width: sums.columnCount, blockSize: Self.blockSize) {
      _, span in
      for start in stride(from: 0, to: span.count, by: offsets.count) {
        var total = 0.0
        for topic in 0..<topicCount { total += Double(span[start + topic]) }
        let prior = mu * max(total / all, 1e-12)
        // Most terms never occur in most topics, so this logarithm is the most frequent one.
        let ofNothing = naturalLogarithm(prior)
        for topic in 0..<topicCount {
          let sum = Double(span[start + topic])
          let logarithm = sum > 0 ? naturalLogarithm(sum + prior) : ofNothing
          span[start + topic] = Float(logarithm - offsets[topic])
        }
      }
    }
    self.sums = sums
    logProbabilities = DenseMatrix(
      rowCount: sums.rowCount, columnCount: sums.columnCount, elements: logarithms)
  }
}
