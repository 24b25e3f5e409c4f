/// Why papers cannot be made into topics.
public enum TopicModelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The input has no paper with an abstract.
  case noPapers
  /// Too few papers share a term.
  case noTerms(papers: Int)
  /// More topics are asked for than papers have terms.
  case tooManyTopics(asked: Int, papers: Int)
  /// More seeds than topics.
  case fewerTopicsThanSeeds(topics: Int, seeds: Int)
  /// Vectors were given to a method that takes none.
  case vectorsNeedTheGraph
  /// The decomposition failed.
  case decomposition(String)
  /// The clustering cannot be done.
  case clustering(String)

  /// Whether another option, rather than other data, would mend it.
  public var isUsersChoice: Bool {
    switch self {
    case .tooManyTopics, .fewerTopicsThanSeeds, .vectorsNeedTheGraph: true
    case .noPapers, .noTerms, .decomposition, .clustering: false
    }
  }

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .noPapers:
      "the input has no paper with an abstract; check with another file."
    case .noTerms(let papers):
      papers == 1
        ? "a single paper without a term makes no topics; add papers."
        : "the \(papers) papers share no term, so there are no topics; add papers or lower --min-df."
    case .tooManyTopics(let asked, let papers):
      "\(asked) topics are more than the \(papers) papers that have terms; lower --topics."
    case .fewerTopicsThanSeeds(let topics, let seeds):
      "\(topics) topics cannot hold \(seeds) seeds; raise --topics or shorten the file of seeds."
    case .vectorsNeedTheGraph:
      "the method lsa makes its own vectors; leave out --vectors or take --method graph."
    case .decomposition(let reason): "the truncated SVD failed: \(reason)."
    case .clustering(let reason): "the papers cannot be clustered: \(reason)."
    }
  }
}
