/// Loops over the papers that have a term.
enum NamingKernels {
  /// How many papers a term finds that are not found yet, in a group of topics and outside it.
  static func added(
    _ papers: Span<Int32>, isFound: [Bool], topics: [Int32], isMember: [Bool]
  ) -> (inside: Int, outside: Int) {
    let isFound = isFound.span
    let topics = topics.span
    let isMember = isMember.span
    var inside = 0
    var new = 0
    for position in papers.indices {
      let paper = Int(papers[position])
      let topic = Int(topics[paper])
      // Without a branch: which papers are found cannot be foretold.
      let isNew = isFound[paper] || topic < 0 ? 0 : 1
      new &+= isNew
      inside &+= isMember[max(topic, 0)] ? isNew : 0
    }
    return (inside, new - inside)
  }

  /// Marks papers as found.
  static func mark(_ papers: Span<Int32>, _ isFound: inout [Bool]) {
    var found = isFound.mutableSpan
    for position in papers.indices { found[Int(papers[position])] = true }
  }
}
