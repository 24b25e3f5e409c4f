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
/// several times as much as a word, a mere adjective ("clinical") a fraction (``LabelTerm/Marks/worth``);
/// and what a phrase adds counts only for its share of new words.
struct TopicNaming {
  /// The most phrases of a label.
  private static let phraseLimit = 3
  /// A further phrase must raise F by this factor.
  private static let worthwhileGain = 1.1

  let labeler: TopicLabeler
  /// Which papers have a term.
  let postings: Postings
  /// The papers of each topic.
  let members: [[Int32]]
  /// How many papers of each topic have a term.
  let counts: TopicTermCounts

  /// By paper what it adds to what a label of a group without papers finds.
  private let standing: [UInt8]

  /// - Parameters:
  ///   - labeler: The terms.
  ///   - postings: Which papers have a term.
  ///   - members: The papers of each topic.
  ///   - paperCount: How many papers there are, with and without a topic.
  ///   - counts: How many papers of each topic have a term.
  init(
    labeler: TopicLabeler, postings: Postings, members: [[Int32]], paperCount: Int,
    counts: TopicTermCounts
  ) {
    self.labeler = labeler
    self.postings = postings
    self.members = members
    self.counts = counts
    var standing = [UInt8](repeating: NamingKernels.known, count: paperCount)
    for papers in members { NamingKernels.mark(papers.span, NamingKernels.newOutside, &standing) }
    self.standing = standing
  }

  /// By paper what it adds to what a label finds, as long as nothing is found.
  func standing(ofGroup group: [Int]) -> [UInt8] {
    var standing = standing
    for topic in group {
      let papers = members[topic]
      NamingKernels.mark(papers.span, NamingKernels.newInside, &standing)
    }
    return standing
  }

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
    var cover = PhraseCover(self, members: members, size: size)
    var remaining = labeler.distinctCandidates(entries).map { cover.option($0) }
    var chosen: [LabelTerm] = []
    while chosen.count < Self.phraseLimit, let position = cover.best(of: &remaining) {
      let best = remaining[position]
      // A word alone is no name yet.
      let needsMore = chosen.allSatisfy { $0.words.count == 1 }
      guard chosen.isEmpty || best.gain > 0,
        needsMore || best.gain > cover.score * (Self.worthwhileGain - 1)
      else { break }
      remaining.remove(at: position)
      chosen.append(labeler.term(best.candidate))
      if chosen.count < Self.phraseLimit { cover.take(best, remaining: &remaining) }
    }
    return Names(
      phrases: chosen.map(\.phrase),
      further: remaining.map { labeler.term($0.candidate).phrase })
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
