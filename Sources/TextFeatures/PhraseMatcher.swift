/// Finds the terms of a vocabulary, words and phrases, in a stream of word ids.
///
/// Built from the vocabulary alone, so that a model that was saved and read again counts as the
/// one that was fitted.
struct PhraseMatcher: Sendable, Hashable {
  /// The stop words, and the words that stand alone or in a phrase of the vocabulary.
  private(set) var lexicon: Lexicon
  /// First -1 for what has no id, then by word of the lexicon: its term, or -1.
  private var termOfWord: [Int32]
  private var nodes = PairTable()
  /// By node: the term that ends there, or -1.
  private var termOfNode: [Int32] = []

  init(_ vocabulary: Vocabulary, stopWords: TextFeatureOptions.StopWordList) {
    lexicon = Lexicon(stopWords: stopWords)
    termOfWord = [Int32](repeating: -1, count: 1 + lexicon.count)
    lexicon.reserve(lexicon.count + vocabulary.count)
    for id in 0..<vocabulary.count {
      if vocabulary.isWord(at: id) {
        let word = Int(placed(lexicon.insert(id, of: vocabulary.list)))
        if word >= lexicon.stopWordCount { termOfWord[1 + word] = Int32(id) }
        continue
      }
      let words = vocabulary.term(at: id).split(separator: " ").map { insert(String($0)) }
      switch words.count {
      case 2: end(node(words[0], 0, words[1]), Int32(id))
      default: insert(words, term: Int32(id))
      }
    }
  }

  private mutating func insert(_ word: String) -> Int32 {
    placed(lexicon.insert(TermKey(word)))
  }

  /// Makes room for what is known of a word of the lexicon.
  private mutating func placed(_ id: Int32) -> Int32 {
    if 1 + Int(id) == termOfWord.count { termOfWord.append(-1) }
    return id
  }

  private mutating func insert(_ words: [Int32], term: Int32) {
    if Int(words[1]) < lexicon.connectorCount {
      end(node(words[0], Int(words[1]) + 1, words[2]), term)
    } else {
      let head = node(words[0], 0, words[1])
      end(node(head, PairTable.extending, words[2]), term)
    }
  }

  private mutating func node(_ first: Int32, _ link: Int, _ second: Int32) -> Int32 {
    let place = nodes.insert(PairTable.key(first, link, second))
    if Int(place) == termOfNode.count { termOfNode.append(-1) }
    return place
  }

  private mutating func end(_ node: Int32, _ term: Int32) { termOfNode[Int(node)] = term }

  /// Writes the terms of a text, each as often as it occurs, to the beginning of `terms`: words,
  /// then phrases.
  ///
  /// Phrases may overlap.
  ///
  /// - Parameters:
  ///   - ids: The words of the text.
  ///   - terms: Made longer if it is too short.
  ///   - places: For use inside.
  /// - Returns: The number of terms.
  /// - Complexity: O(words).
  func collectTerms(
    _ ids: Span<Int32>, into terms: inout [Int32], places: inout [Int]
  ) -> Int {
    if terms.count < 3 * ids.count { terms = [Int32](repeating: 0, count: 6 * ids.count) }
    let pairs = PairKernels.collectPlaces(ids, lexicon: lexicon, of: nodes, into: &places)
    let (termOfWord, termOfNode) = (termOfWord.span, termOfNode.span)
    var terms = terms.mutableSpan
    var found = 0
    for index in ids.indices {
      Self.put(termOfWord[1 &+ Int(ids[index])], into: &terms, at: &found)
    }
    for index in places[..<pairs] {
      let key = PairKernels.pair(at: index, in: ids, lexicon).key
      let node = nodes.place(of: key)
      guard node >= 0 else { continue }
      Self.put(termOfNode[Int(node)], into: &terms, at: &found)
      guard PairTable.parts(of: key).link == 0, index &+ 2 < ids.count else { continue }
      let longer = nodes.place(of: PairTable.key(node, PairTable.extending, ids[index &+ 2]))
      if longer >= 0 { Self.put(termOfNode[Int(longer)], into: &terms, at: &found) }
    }
    return found
  }

  /// Puts a term in its place, without a branch; the next one is put in the place of -1.
  @inline(__always)
  private static func put(
    _ term: Int32, into terms: inout MutableSpan<Int32>, at end: inout Int
  ) {
    terms[end] = term
    end &+= 1 &+ Int(term >> 31)
  }
}
