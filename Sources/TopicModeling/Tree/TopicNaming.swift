import BlockScheduling
import LinearAlgebra

/// Names groups of papers by the phrases that find them.
///
/// A label is a query: the papers that have one of its phrases should be those of the group. Its
/// phrases are chosen one after the other among the group's strongest terms, each as the one that
/// raises F most, the mean of precision and recall in which precision counts more (van Rijsbergen
/// 1979, "Information Retrieval", chapter 7; beta squared = 1/2), and only as long as it raises it by a
/// tenth.
/// So a group with a phrase of its own has a label of one phrase, and a mixture says what is mixed.
///
/// What a reader understands alone counts for more: a phrase or an acronym with its long form
/// ``phraseWorth`` times as much as a word, a mere adjective ("clinical") ``adjectiveWorth`` times;
/// and what a phrase adds counts only for its share of new words.
struct TopicNaming {
  /// The most phrases of a label.
  private static let phraseLimit = 3
  /// A further phrase must raise F by this factor.
  private static let worthwhileGain = 1.1
  private static let phraseWorth = 3.0
  private static let adjectiveWorth = 0.2

  let labeler: TopicLabeler
  /// Terms x papers: which papers have a term.
  let postings: CSRMatrix
  /// The topic of each paper, or -1.
  let topics: [Int32]

  /// What a group may be called.
  struct Names: Sendable {
    /// Its phrases, as many as say most in fewest words.
    var phrases: [String]
    /// What it may be called in addition where another group has the same phrases, best first.
    var further: [String]
  }

  /// The names of the papers of some topics.
  ///
  /// - Parameters:
  ///   - members: The indices of the topics.
  ///   - size: How many papers they have.
  ///   - entries: The group's terms, strongest first.
  /// - Returns: At least one phrase where the group has a term.
  func names(_ members: [Int], size: Int, entries: [ClassTFIDF.Entry]) -> Names {
    var remaining = labeler.distinctCandidates(entries)
    var isMember = [Bool](repeating: false, count: Int(topics.max() ?? 0) + 1)
    for topic in members { isMember[topic] = true }
    var isFound = [Bool](repeating: false, count: topics.count)
    var found = (inside: 0, outside: 0)
    var chosen: [TopicLabeler.Candidate] = []
    while chosen.count < Self.phraseLimit {
      let score = Self.f(found, size: size)
      var best: (position: Int, worth: Double, gain: Double, found: (inside: Int, outside: Int))?
      for (position, candidate) in remaining.enumerated() {
        let added = NamingKernels.added(
          postings.columnIndices.span.extracting(postings.entries(ofRow: candidate.id)),
          isFound: isFound, topics: topics, isMember: isMember)
        let total = (found.inside + added.inside, found.outside + added.outside)
        let repeated = chosen.map { TermRedundancy.overlap($0.stems, candidate.stems) }.max() ?? 0
        let gain = (Self.f(total, size: size) - score) * (1 - repeated)
        let worth = gain * Self.worth(of: candidate)
        if best.map({ worth > $0.worth }) ?? true { best = (position, worth, gain, total) }
      }
      // A word alone is no name yet.
      let needsMore = chosen.allSatisfy { $0.words.count == 1 }
      guard let best, chosen.isEmpty || best.gain > 0,
        needsMore || best.gain > score * (Self.worthwhileGain - 1)
      else { break }
      let candidate = remaining.remove(at: best.position)
      NamingKernels.mark(
        postings.columnIndices.span.extracting(postings.entries(ofRow: candidate.id)), &isFound)
      found = best.found
      chosen.append(candidate)
    }
    return Names(phrases: chosen.map(\.phrase), further: remaining.map(\.phrase))
  }

  /// How much a reader has of a term, a word being 1.
  private static func worth(of candidate: TopicLabeler.Candidate) -> Double {
    if candidate.words.count > 1 { return phraseWorth }
    return TermRedundancy.isAdjective(candidate.term) ? adjectiveWorth : 1
  }

  /// F of the papers found, as those of a group of `size`: what all papers have is no name, even
  /// if all of the group have it.
  private static func f(_ found: (inside: Int, outside: Int), size: Int) -> Double {
    1.5 * Double(found.inside)
      / max(1, 0.5 * Double(size) + Double(found.inside + found.outside))
  }

  /// Labels of groups, no two alike: a group that comes later takes further phrases, at last a
  /// number.
  static func distinctLabels(_ names: [Names], taken: Set<String> = []) -> [String] {
    var taken = taken
    return names.map { names in
      var phrases = names.phrases
      var further = names.further[...]
      func label() -> String { phrases.isEmpty ? "other" : phrases.joined(separator: ", ") }
      while taken.contains(label()), let next = further.popFirst() { phrases.append(next) }
      let words = label()
      var number = 1
      while taken.contains(number == 1 ? words : "\(words) \(number)") { number += 1 }
      let unique = number == 1 ? words : "\(words) \(number)"
      taken.insert(unique)
      return unique
    }
  }
}
