import BlockScheduling
import LinearAlgebra

/// Names groups of papers by the phrases that find them.
///
/// A label is a query: the papers that have one of its phrases should be those of the group. Its
/// phrases are chosen one after the other among the group's strongest terms, each as the one that
/// raises F most, the harmonic mean of precision and recall (van Rijsbergen 1979, "Information
/// Retrieval", chapter 7), and only as long as it raises it by a tenth.
/// So a group with a word of its own has a label of one phrase, and a mixture says what is mixed.
struct TopicNaming {
  /// The most phrases of a label.
  private static let phraseLimit = 3
  /// How many of the strongest terms are tried.
  private static let candidateCount = 24
  /// A further phrase must raise F by this factor.
  private static let worthwhileGain = 1.1
  /// A phrase says more than a word, up to three words.
  private static let phraseBonus = 0.5

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
    var remaining = Array(labeler.distinctCandidates(entries).prefix(Self.candidateCount))
    var isMember = [Bool](repeating: false, count: Int(topics.max() ?? 0) + 1)
    for topic in members { isMember[topic] = true }
    var isFound = [Bool](repeating: false, count: topics.count)
    var found = (inside: 0, outside: 0)
    var chosen: [TopicLabeler.Candidate] = []
    var score = 0.0
    while chosen.count < Self.phraseLimit {
      var best: (position: Int, score: Double, found: (inside: Int, outside: Int))?
      for (position, candidate) in remaining.enumerated() {
        let added = NamingKernels.added(
          postings.columnIndices.span.extracting(postings.entries(ofRow: candidate.id)),
          isFound: isFound, topics: topics, isMember: isMember)
        let total = (found.inside + added.inside, found.outside + added.outside)
        let bonus = 1 + Self.phraseBonus * Double(min(candidate.words.count, 3) - 1)
        // Only what the phrase adds is praised for its length.
        let gained = (Self.f(total, size: size) - score) * bonus
        if best.map({ score + gained > $0.score }) ?? true {
          best = (position, score + gained, total)
        }
      }
      guard let best, best.score > score * Self.worthwhileGain else { break }
      let candidate = remaining.remove(at: best.position)
      NamingKernels.mark(
        postings.columnIndices.span.extracting(postings.entries(ofRow: candidate.id)), &isFound)
      found = best.found
      score = Self.f(found, size: size)
      chosen.append(candidate)
    }
    return Names(phrases: chosen.map(\.term), further: remaining.map(\.term))
  }

  /// F of the papers found, as those of a group of `size`.
  private static func f(_ found: (inside: Int, outside: Int), size: Int) -> Double {
    2 * Double(found.inside) / Double(max(1, size + found.inside + found.outside))
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
