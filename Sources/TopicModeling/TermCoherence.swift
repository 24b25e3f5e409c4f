import LinearAlgebra
import TextFeatures

/// Chooses of a topic's heaviest terms those that are found together.
///
/// A term counts by its weight times its mean association with the other candidates, weighted by
/// theirs. The association of two terms is their normalised pointwise mutual information (Bouma
/// 2009) with papers for windows, in which only papers of the topic count as having both: so words
/// that go together everywhere ("data", "method") say nothing of this topic.
struct TermCoherence: Sendable {
  /// How many of the heaviest terms are looked at.
  static let candidateCount = 30
  /// What is left of the weight of terms that avoid each other.
  private static let leastAssociation = 1e-3

  /// The candidates' ids in the vocabulary.
  private let terms: [Int]
  /// candidates x candidates: papers of the topic with both.
  private let together: [Int32]

  /// Counts which of `terms` occur together in the papers of a topic.
  ///
  /// - Parameters:
  ///   - terms: The ids of the candidates.
  ///   - matrix: Papers x terms.
  ///   - members: The rows of the topic's papers.
  /// - Complexity: O(entries of the papers + papers x candidates²).
  init(_ terms: [Int], in matrix: CSRMatrix, members: [Int32]) {
    self.terms = terms
    together = ClassCounts.countTogether(matrix, rows: members.span, terms: terms)
  }

  /// The candidates that count most, ties to the smaller place.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - weights: The weight of each candidate, above 0.
  ///   - papers: The number of papers with a term.
  ///   - total: The number of papers.
  /// - Returns: Their places among the candidates, ascending.
  func choose(_ count: Int, weights: [Double], papers: (Int) -> Int32, total: Int) -> [Int] {
    let frequencies = terms.map { Double(papers($0)) }
    let scores = terms.indices.map { one in
      var sum = 0.0
      var weight = 0.0
      for other in terms.indices where other != one {
        sum += weights[other] * association(one, other, frequencies, Double(total))
        weight += weights[other]
      }
      return weights[one] * max(Self.leastAssociation, weight > 0 ? sum / weight : 0)
    }
    let order = terms.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.prefix(count).sorted()
  }

  private func association(
    _ one: Int, _ other: Int, _ frequencies: [Double], _ total: Double
  ) -> Double {
    let both = Double(together[one * terms.count + other])
    guard both > 0 else { return -1 }
    return normalizedPMI(
      joint: both / total, independent: frequencies[one] / total * (frequencies[other] / total))
  }
}
