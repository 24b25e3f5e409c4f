import BlockScheduling
import LinearAlgebra
import TextFeatures

/// The terms that tell a group of topics from all papers, by the scores of the refinement.
///
/// A term's weight is its part of the divergence of the group's words from everyone's (Kullback
/// and Leibler 1951): p(t | group) ln(p(t | group) / p(t)), where p are shares of the summed TF-IDF
/// weights.
struct TermContrast: Sendable {
  /// Topics x terms: the sums of the weights.
  private let sums: DenseMatrix
  /// Each term's sum over the topics.
  private let termTotals: [Double]
  private let total: Double

  /// - Parameters:
  ///   - sums: Terms x topics, padded with further columns.
  ///   - topicCount: The number of topics.
  init(_ sums: DenseMatrix, topicCount: Int) {
    self.init(
      DenseMatrix(
        rowCount: topicCount, columnCount: sums.rowCount,
        elements: Array(sums.transposed().elements.prefix(topicCount * sums.rowCount))))
  }

  /// - Parameter sums: Topics x terms.
  init(_ sums: DenseMatrix) {
    self.sums = sums
    var totals = [Double](repeating: 0, count: sums.columnCount)
    for topic in 0..<sums.rowCount {
      sums.withRow(topic) { row in
        var span = totals.mutableSpan
        for term in row.indices { span[term] += Double(row[term]) }
      }
    }
    termTotals = totals
    total = totals.reduce(0, +)
  }

  /// The sums with topics in another order.
  func selectingTopics(_ topics: [Int]) -> TermContrast {
    TermContrast(sums.selectingRows(topics))
  }

  /// The summed weights of each term over some topics.
  func termSums(_ topics: [Int]) -> [Double] {
    var group = [Double](repeating: 0, count: sums.columnCount)
    for topic in topics {
      sums.withRow(topic) { row in
        var span = group.mutableSpan
        for term in row.indices { span[term] += Double(row[term]) }
      }
    }
    return group
  }

  /// The `limit` terms of largest weight, descending, ties to the smaller id.
  ///
  /// - Parameters:
  ///   - group: The sums of the group's terms.
  ///   - limit: How many terms are wanted.
  /// - Returns: The terms that the group uses more than the others.
  func entries(
    _ group: [Double], limit: Int
  ) -> [ClassTFIDF.Entry] {
    let length = group.reduce(0, +)
    guard length > 0 else { return [] }
    let sums = group.span
    let totals = termTotals.span
    // No ratio is above total / length, but for rounding.
    let largestLogarithm = 1.001 * naturalLogarithm(max(total / length, 1)) + 1e-9
    var best: [ClassTFIDF.Entry] = []
    var least = 0.0
    var leastSum = 0.0
    for term in sums.indices where sums[term] > leastSum {
      let share = sums[term] / length
      let ratio = sums[term] / totals[term] * (total / length)
      guard ratio > 1 else { continue }
      // ln r <= r - 1 spares most logarithms.
      guard best.count < limit || share * (ratio - 1) > least else { continue }
      let weight = share * naturalLogarithm(ratio)
      guard best.count < limit || weight > least else { continue }
      let place = best.firstIndex { $0.weight < weight } ?? best.count
      best.insert(
        ClassTFIDF.Entry(
          term: term, weight: weight, frequency: sums[term],
          concentration: sums[term] / totals[term]), at: place)
      if best.count > limit { best.removeLast() }
      guard best.count == limit else { continue }
      least = best[limit - 1].weight
      leastSum = least * length / largestLogarithm
    }
    return best
  }
}
