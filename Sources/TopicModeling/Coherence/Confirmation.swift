import TextFeatures

/// How much two terms confirm each other, from the windows that they share.
///
/// p is the share of windows that hold a term or both terms of a pair.
struct Confirmation {
  private let counts: CooccurrenceCounts
  private let pairs: TermPairs
  private let epsilon: Double

  init(_ counts: CooccurrenceCounts, pairs: TermPairs, epsilon: Double) {
    self.counts = counts
    self.pairs = pairs
    self.epsilon = epsilon
  }

  /// Whether the reference corpus has the term at all.
  func isKnown(_ term: Int32) -> Bool { counts.terms[Int(term)] > 0 }

  /// p(i).
  private func probability(_ term: Int32) -> Double {
    Double(counts.terms[Int(term)]) / Double(counts.windowCount)
  }

  /// p(i, j); of a term with itself p(i).
  private func probability(_ one: Int32, _ other: Int32) -> Double {
    guard one != other else { return probability(one) }
    return Double(counts.pairs[pairs.id(one, other)]) / Double(counts.windowCount)
  }

  /// The normalised PMI of p(i, j) + eps, -1 to 1; 1 for terms in every window.
  func normalizedPMI(_ one: Int32, _ other: Int32) -> Double {
    let joint = probability(one, other)
    guard joint < 1 else { return 1 }
    return TextFeatures.normalizedPMI(
      joint: joint + epsilon, independent: probability(one) * probability(other))
  }

  /// ln((p(i, j) + eps) / p(j)): how likely the lower-ranked term i is, given j.
  func logConditional(_ lower: Int32, given higher: Int32) -> Double {
    naturalLogarithm((probability(lower, higher) + epsilon) / probability(higher))
  }
}
