/// Loops over the papers that have a term.
enum NamingKernels {
  /// Nothing is added by a paper that is found already, or has no topic.
  static let known: UInt8 = 0
  /// A paper of another group.
  static let newOutside: UInt8 = 1
  /// A paper of the group: the upper bit counts those inside, the lower one all.
  static let newInside: UInt8 = 3

  /// How many papers a term finds that are not found yet, in a group of topics and outside it.
  static func added(
    _ papers: Span<Int32>, standing: [UInt8]
  ) -> (inside: Int, outside: Int) {
    let standing = standing.span
    var inside = 0
    var new = 0
    for position in papers.indices {
      // Without a branch: which papers are found cannot be foretold.
      let state = Int(standing[Int(papers[position])])
      new &+= state & 1
      inside &+= state >> 1
    }
    return (inside, new - inside)
  }

  /// Gives papers another standing.
  static func mark(_ papers: Span<Int32>, _ state: UInt8, _ standing: inout [UInt8]) {
    var states = standing.mutableSpan
    for position in papers.indices { states[Int(papers[position])] = state }
  }
}
