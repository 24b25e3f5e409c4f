public import TopicModeling

extension TopicModelOptions.TopicCount {
  /// As it is written on the command line.
  public var asked: String {
    switch self {
    case .automatic: "auto"
    case .fixed(let count): String(count)
    }
  }
}
