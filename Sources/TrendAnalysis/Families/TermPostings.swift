public import BlockScheduling

/// The papers that each term occurs in: term by term, each paper once.
public struct TermPostings: Sendable, Hashable {
  /// Where each term's papers begin in ``papers``, and the end of the last.
  public let offsets: [Int]
  /// The papers, term by term.
  public let papers: [Int32]

  /// The number of terms.
  public var count: Int { offsets.count - 1 }

  /// Takes the papers term by term.
  ///
  /// - Parameters:
  ///   - offsets: Where each term's papers begin, and the end of the last; ascending from 0.
  ///   - papers: The papers of the first term, of the second, and so on; no paper twice in a term.
  public init(offsets: [Int], papers: [Int32]) {
    precondition(offsets.first == 0 && offsets.last == papers.count, "offsets that span the papers")
    self.offsets = offsets
    self.papers = papers
  }

  /// The papers of one term.
  func papers(of term: Int) -> Range<Int> { offsets[term]..<offsets[term + 1] }

  /// The papers of each term by period, of all topics or of one.
  ///
  /// - Parameters:
  ///   - papers: Period and topic of each paper.
  ///   - periods: The number of periods.
  ///   - topic: The topic that counts; nil for all papers, with a topic or without.
  ///   - scheduler: Does the work on its threads.
  /// - Returns: One series a term.
  /// - Complexity: O(postings + terms x periods).
  public func series(
    _ papers: DatedPapers, periods: Int, topic: Int? = nil, scheduler: BlockScheduler
  ) -> SeriesCounts {
    guard periods > 0 else { return SeriesCounts([], periods: 0) }
    var counts = [Int32](repeating: 0, count: count * periods)
    let wanted = topic.map { Int32($0) }
    _ = scheduler.updateRows(&counts, width: periods, blockSize: 256) { terms, rows in
      for term in terms {
        let row = (term - terms.lowerBound) * periods
        for place in self.papers(of: term) {
          let paper = Int(self.papers[place])
          let period = papers.periods[paper]
          guard period >= 0, wanted == nil || papers.topics[paper] == wanted else { continue }
          rows[row + Int(period)] += 1
        }
      }
    }
    return SeriesCounts(counts, periods: periods)
  }
}
