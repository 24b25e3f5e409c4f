/// The words of all blocks together, with their counts.
struct CorpusWords: Sendable {
  /// All words; stop words first.
  private(set) var words: TermTable
  private(set) var documentFrequency: [Int32]
  private(set) var occurrences: [Int32]
  /// By block and the block's word: the word's id here.
  private(set) var ids: [[Int32]] = []

  /// Merges blocks in their order.
  ///
  /// - Complexity: O(sum of the blocks' words).
  init(_ blocks: [TokenizedBlock], stopWords: Lexicon) {
    words = stopWords.words
    documentFrequency = [Int32](repeating: 0, count: words.count)
    occurrences = documentFrequency
    for block in blocks {
      var newIDs = [Int32](repeating: 0, count: block.words.count)
      for local in 0..<block.words.count {
        let id = Int(words.insert(block.words.key(at: local)))
        if id == documentFrequency.count {
          documentFrequency.append(0)
          occurrences.append(0)
        }
        documentFrequency[id] += block.documentFrequency[local]
        occurrences[id] += block.occurrences[local]
        newIDs[local] = Int32(id)
      }
      ids.append(newIDs)
    }
  }

  /// The ids of the words, from `first` on, that occur in at least `minimum` texts: by document
  /// frequency, descending, ties by bytes.
  func frequent(from first: Int, minimum: Int) -> [Int32] {
    (Int32(first)..<Int32(words.count)).filter { documentFrequency[Int($0)] >= minimum }.sorted {
      let (left, right) = (documentFrequency[Int($0)], documentFrequency[Int($1)])
      return left != right ? left > right : words.precedes(Int($0), Int($1))
    }
  }
}
