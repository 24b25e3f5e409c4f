import TextFeatures

/// The top words of topics as ids, equal for all spellings that the tokenizer takes for one.
struct TopicWords: Sendable {
  /// The distinct words in normal form, in the order in which topics name them.
  private(set) var terms: [String] = []
  /// Each topic's words by rank, each once.
  private(set) var topics: [[Int32]] = []

  /// The first `count` words of each topic; what the tokenizer takes for no word is left as it is.
  init(_ topics: [[String]], count: Int) {
    var ids: [String: Int32] = [:]
    for topic in topics {
      var own: [Int32] = []
      for word in topic where own.count < count {
        let normal = Tokenizer.normalize(word)
        let term = normal.isEmpty ? word : normal
        let id = ids[term] ?? Int32(terms.count)
        if Int(id) == terms.count {
          ids[term] = id
          terms.append(term)
        }
        if !own.contains(id) { own.append(id) }
      }
      self.topics.append(own)
    }
  }
}
