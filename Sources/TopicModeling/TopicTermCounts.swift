import BlockScheduling
import LinearAlgebra

/// How many papers of each topic have each term.
struct TopicTermCounts: Sendable {
  /// For each topic the number of its papers with each term.
  let papers: [[Int32]]
  /// For each term the number of papers with it that have a topic.
  let totals: [Int32]

  /// Counts the rows of `matrix` that have an entry in a term's column.
  ///
  /// - Complexity: O(entries + topics x terms).
  init(_ matrix: CSRMatrix, members: [[Int32]], scheduler: BlockScheduler) {
    papers = scheduler.map(members.count, blockSize: 1) { range in
      var counts = [Int32](repeating: 0, count: matrix.columnCount)
      let rows = members[range.lowerBound]
      var span = counts.mutableSpan
      ClassCounts.countPapers(matrix, rows: rows.span, into: &span)
      return counts
    }
    var totals = [Int32](repeating: 0, count: matrix.columnCount)
    var span = totals.mutableSpan
    for counts in papers { ClassCounts.add(counts.span, to: &span) }
    self.totals = totals
  }

  /// How many papers with a term are in a group of topics, and how many in other topics.
  func found(term: Int, members: [Int]) -> (inside: Int, outside: Int) {
    var inside = 0
    for topic in members { inside += Int(papers[topic][term]) }
    return (inside, Int(totals[term]) - inside)
  }
}
