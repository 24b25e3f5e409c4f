/// Finds the terms of a vocabulary, words and phrases, in a stream of word ids.
///
/// Built from the vocabulary alone, so that a model that was saved and read again counts as the
/// one that was fitted.
struct PhraseMatcher: Sendable, Hashable {
  /// The stop words, and the words that stand alone or in a phrase of the vocabulary.
  private(set) var lexicon: Lexicon
  /// By word of the lexicon: its term, or -1.
  private var termOfWord: [Int32]
  private var nodes = PairTable()
  /// By node: the term that ends there, or -1.
  private var termOfNode: [Int32] = []

  init(_ vocabulary: Vocabulary, stopWords: TextFeatureOptions.StopWordList) {
    lexicon = Lexicon(stopWords: stopWords)
    termOfWord = [Int32](repeating: -1, count: lexicon.count)
    lexicon.reserve(lexicon.count + vocabulary.count)
    for id in 0..<vocabulary.count {
      if vocabulary.isWord(at: id) {
        termOfWord[Int(placed(lexicon.insert(id, of: vocabulary.list)))] = Int32(id)
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
    if Int(id) == termOfWord.count { termOfWord.append(-1) }
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

  /// Calls `body` with each term of a text, once for each time it occurs.
  ///
  /// Phrases may overlap.
  ///
  /// - Complexity: O(words).
  @inline(__always)
  func forEachTerm(in ids: Span<Int32>, _ body: (Int32) -> Void) {
    let stop = Int32(lexicon.stopWordCount)
    let termOfWord = termOfWord.span
    for index in ids.indices {
      let first = ids[index]
      if first < stop { continue }
      let term = termOfWord[Int(first)]
      if term >= 0 { body(term) }
      guard index &+ 1 < ids.count else { continue }
      let second = ids[index &+ 1]
      let third = index &+ 2 < ids.count ? ids[index &+ 2] : TokenStream.boundary
      // A connector is no word, so that the link tells the two kinds of pairs apart.
      let isLinked = UInt32(bitPattern: second) < UInt32(lexicon.connectorCount)
      let last = isLinked ? third : second
      let key = PairTable.key(first, isLinked ? Int(second) &+ 1 : 0, last)
      guard last >= stop, nodes.mayHold(key) != 0 else { continue }
      let node = nodes.place(of: key)
      guard node >= 0 else { continue }
      if termOfNode[Int(node)] >= 0 { body(termOfNode[Int(node)]) }
      guard !isLinked, third >= stop else { continue }
      let longer = nodes.place(of: PairTable.key(node, PairTable.extending, third))
      if longer >= 0 { body(termOfNode[Int(longer)]) }
    }
  }
}
