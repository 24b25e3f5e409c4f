/// A block of texts after the one scan: its words with their counts, and each text as word ids.
struct TokenizedBlock: Sendable {
  /// How often a word occurs.
  struct Tally: Sendable {
    /// The number of texts with the word.
    var documentFrequency: Int32 = 0
    /// The number of times it occurs.
    var occurrences: Int32 = 0
    /// The number of times it is written with a capital.
    var capitalized: Int32 = 0
    /// The text counted last, in which it is not counted again.
    fileprivate var lastText: Int32 = -1

    /// Adds the counts of other texts.
    mutating func add(_ other: Tally) {
      documentFrequency += other.documentFrequency
      occurrences += other.occurrences
      capitalized += other.capitalized
    }
  }

  /// The number of texts in a block, for a number of texts in all: enough blocks for many threads,
  /// few enough that most words are in a block's table already when they come.
  static func textCount(of all: Int) -> Int { min(32_768, max(1_024, (all + 7) / 8)) }

  // What a block makes room for by text: what abstracts have.
  private static let wordsOfText = 6
  private static let idsOfText = 160

  /// The block's own words; the lexicon's stop words come first, with the same ids.
  private(set) var words = TermList()
  /// By word: how often it occurs.
  private(set) var tallies: [Tally] = []
  /// How words are spelled with capitals.
  private(set) var surfaces = SurfaceForms()
  /// The texts as sequences of words; where phrases do not matter, of those that are no stop words.
  private(set) var stream: TokenStream

  init(_ texts: TextSource, _ range: Range<Int>, stopWords: Lexicon, keepsNeighbours: Bool) {
    var rule = StreamRule(stopWords, keepsNeighbours: keepsNeighbours)
    var table = stopWords.words
    table.reserve(Self.wordsOfText * range.count)
    tallies = [Tally](repeating: Tally(), count: Self.wordsOfText * range.count)
    stream = TokenStream(room: Self.idsOfText * range.count)
    var spellings = SpellingCounter(minimum: rule.stopWordCount)
    var scanner = TokenScanner()
    var text = WordText()
    var ids = TextIDs()
    for index in range {
      text.load(index, of: texts)
      ids.restart()
      text.withTerms(&scanner) { scanner, bytes, place in
        let id = table.insert(scanner.key)
        ids.put(id, at: place)
        guard scanner.hasUpperCase else { return }
        tallies.makeRoom(table.count, filling: Tally())
        tallies[Int(id)].capitalized += 1
        spellings.count(scanner, in: bytes, of: id)
      } all: { words, capitalized in
        table.insert(words, &ids)
        tallies.makeRoom(table.count, filling: Tally())
        let ids = ids.ids.span.extracting(words.indices)
        Self.count(ids, text: Int32(index - range.lowerBound), &tallies)
        spellings.count(words, ids, capitalized, &tallies)
        rule.append(words, ids, to: &stream)
      }
    }
    words = table.terms
    surfaces = spellings.forms
    tallies.removeLast(tallies.count - words.count)
  }

  /// Counts the words of a text.
  private static func count(_ ids: Span<Int32>, text: Int32, _ tallies: inout [Tally]) {
    var tallies = tallies.mutableSpan
    for index in ids.indices {
      let word = Int(ids[index])
      var tally = tallies[word]
      tally.documentFrequency &+= tally.lastText == text ? 0 : 1
      tally.occurrences &+= 1
      tally.lastText = text
      tallies[word] = tally
    }
  }
}
