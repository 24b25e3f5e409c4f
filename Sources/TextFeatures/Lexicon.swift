/// The words that a scan tells apart: first the stop words, then the words that matter.
struct Lexicon: Sendable, Hashable {
  /// Words and ids.
  private(set) var words: TermTable
  /// The ids below this one are stop words that may stand inside a phrase.
  let connectorCount: Int
  /// The ids below this one are stop words.
  let stopWordCount: Int

  /// The stop words of a choice of lists, and no other word.
  init(stopWords list: TextFeatureOptions.StopWordList) {
    let stopWords = StopWords.words(list)
    let connectors = StopWords.connectors.filter(stopWords.contains)
    words = TermTable(terms: connectors + stopWords.filter { !connectors.contains($0) })
    connectorCount = connectors.count
    stopWordCount = words.count
  }

  var count: Int { words.count }

  mutating func insert(_ key: borrowing TermKey) -> Int32 { words.insert(key) }

  /// Adds a word of a list.
  mutating func insert(_ word: Int, of list: TermList) -> Int32 { words.insert(word, of: list) }

  /// Makes room for a number of words.
  mutating func reserve(_ capacity: Int) { words.reserve(capacity) }
}
