/// A block of texts after the one scan: its words with their counts, and each text as word ids.
struct TokenizedBlock: Sendable {
  /// How often a word occurs.
  struct Tally: Sendable {
    /// The number of texts with the word.
    var documentFrequency: Int32 = 0
    /// The number of times it occurs.
    var occurrences: Int32 = 0
    fileprivate var lastText: Int32 = -1

    /// Adds the counts of other texts.
    mutating func add(_ other: Tally) {
      documentFrequency += other.documentFrequency
      occurrences += other.occurrences
    }
  }

  /// The number of texts in a block, for a number of texts in all: enough blocks for many threads,
  /// few enough that most words are in a block's table already when they come.
  static func textCount(of all: Int) -> Int { min(16_384, max(1_024, (all + 15) / 16)) }

  /// The block's own words; the lexicon's stop words come first, with the same ids.
  private(set) var words: TermTable
  private(set) var tallies: [Tally]
  var stream = TokenStream()
  private(set) var surfaces = SurfaceForms()

  init(_ texts: TextSource, _ range: Range<Int>, stopWords: Lexicon, rule: StreamRule) {
    words = stopWords.words
    tallies = [Tally](repeating: Tally(), count: words.count)
    var scanner = TokenScanner()
    var text = WordText()
    for index in range {
      text.load(index, of: texts)
      let number = Int32(truncatingIfNeeded: index)
      text.forEachTerm(&scanner) { word in
        let id = words.insert(word.term)
        count(id, inText: number)
        rule.append(id, followsBoundary: word.followsBoundary, to: &stream)
        if word.hasUpperCase, id >= rule.stopWordCount {
          surfaces.count(word, of: id)
        }
      } other: { scanner, bytes in
        let id = words.insert(scanner.key)
        count(id, inText: number)
        rule.append(id, followsBoundary: scanner.followsBoundary, to: &stream)
        if scanner.hasUpperCase, id >= rule.stopWordCount {
          surfaces.count(scanner, in: bytes, of: id)
        }
      }
      stream.endText()
    }
  }

  @inline(__always)
  private mutating func count(_ id: Int32, inText text: Int32) {
    if Int(id) == tallies.count { tallies.append(Tally()) }
    tallies[Int(id)].occurrences &+= 1
    if tallies[Int(id)].lastText != text {
      tallies[Int(id)].lastText = text
      tallies[Int(id)].documentFrequency &+= 1
    }
  }

  /// Gives the words of the texts the ids of a lexicon, or -1; returns the new id of each word.
  mutating func renumber(by lexicon: Lexicon) -> [Int32] {
    let ids = (0..<words.count).map { lexicon.words.id(of: $0, in: words) }
    stream.renumber(ids.span)
    return ids
  }
}
