import BlockScheduling

/// How many papers of each topic have each term.
struct TopicTermCounts: Sendable {
  /// For each topic the number of its papers with each term.
  let papers: [[Int32]]
  /// For each term the number of papers with it that have a topic.
  let totals: [Int32]

  /// - Complexity: O(topics x terms).
  init(_ papers: [[Int32]], termCount: Int, scheduler: BlockScheduler) {
    self.papers = papers
    totals = ClassCounts.totals(papers, columnCount: termCount, scheduler: scheduler)
  }

  /// How many papers with a term are in a group of topics, and how many in other topics.
  func found(term: Int, members: [Int]) -> (inside: Int, outside: Int) {
    var inside = 0
    for topic in members { inside += Int(papers[topic][term]) }
    return (inside, Int(totals[term]) - inside)
  }
}
