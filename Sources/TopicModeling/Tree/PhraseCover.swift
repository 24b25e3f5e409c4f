/// The papers that the phrases chosen so far find, and what each further phrase would add.
///
/// What a phrase adds can only fall as others are taken, so what it added before bounds what it
/// adds now, and the papers with it are looked at only where that bound is the largest (the lazy
/// greedy method of Minoux 1978). The choice is that of looking at all of them.
struct PhraseCover {
  /// A phrase that may be chosen next.
  struct Option {
    let candidate: TopicLabeler.Candidate
    /// The share of its words that the chosen phrases do not have yet.
    fileprivate var newShare = 1.0
    /// Papers that it adds, inside and outside the group: at most so many inside and at least so
    /// many outside, unless they are exact.
    fileprivate var added: (inside: Int, outside: Int)
    fileprivate var isExact = true
    /// What it adds to F.
    fileprivate(set) var gain = 0.0
    /// The gain as a reader has it.
    fileprivate var worth = 0.0
  }

  /// F of what was found.
  private(set) var score = 0.0

  private let naming: TopicNaming
  private let members: [Int]
  private let size: Int
  private var found = (inside: 0, outside: 0)
  /// By paper what it still adds, a number of ``NamingKernels``; empty as long as nothing was chosen.
  private var standing: [UInt8] = []

  /// Nothing found yet for the papers of some topics, `size` of them.
  init(_ naming: TopicNaming, members: [Int], size: Int) {
    self.naming = naming
    self.members = members
    self.size = size
  }

  /// A phrase and what it would add as the first one.
  func option(_ candidate: TopicLabeler.Candidate) -> Option {
    let term = naming.labeler.term(candidate).id
    var option = Option(
      candidate: candidate, added: naming.counts.found(term: term, members: members))
    rate(&option)
    return option
  }

  /// The position of the option of most worth, the first of equals; its gain is exact.
  func best(of options: inout [Option]) -> Int? {
    while true {
      var best: Int?
      for position in options.indices
      where best.map({ options[position].worth > options[$0].worth }) ?? true { best = position }
      guard let best, !options[best].isExact else { return best }
      let term = naming.labeler.term(options[best].candidate).id
      options[best].added = NamingKernels.added(
        naming.postings.papers.span.extracting(naming.postings.entries(ofTerm: term)),
        standing: standing)
      options[best].isExact = true
      rate(&options[best])
    }
  }

  /// Takes the papers of an option, which must be exact, and bounds what the others now add.
  mutating func take(_ option: Option, remaining: inout [Option]) {
    if standing.isEmpty { standing = naming.standing(ofGroup: members) }
    let term = naming.labeler.term(option.candidate)
    let postings = naming.postings
    NamingKernels.mark(
      postings.papers.span.extracting(postings.entries(ofTerm: term.id)), NamingKernels.known,
      &standing)
    found.inside += option.added.inside
    found.outside += option.added.outside
    score = f(found)
    let terms = naming.labeler.table.terms
    for position in remaining.indices {
      let other = remaining[position]
      remaining[position].newShare = min(
        other.newShare,
        1 - TermRedundancy.overlap(term.stems, terms[other.candidate.place].stems))
      remaining[position].added = (
        min(other.added.inside, size - found.inside),
        max(0, other.added.outside - option.added.outside)
      )
      remaining[position].isExact = false
      rate(&remaining[position])
    }
  }

  private func rate(_ option: inout Option) {
    let total = (found.inside + option.added.inside, found.outside + option.added.outside)
    option.gain = (f(total) - score) * option.newShare
    option.worth = option.gain * option.candidate.marks.worth
  }

  /// F of the papers found, as those of a group of `size`: what all papers have is no name, even
  /// if all of the group have it.
  private func f(_ found: (inside: Int, outside: Int)) -> Double {
    1.5 * Double(found.inside)
      / max(1, 0.5 * Double(size) + Double(found.inside + found.outside))
  }
}
