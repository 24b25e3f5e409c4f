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
  private static let entriesOfText = 128

  /// The block's own words; the lexicon's stop words come first, with the same ids.
  private(set) var words = TermList()
  /// By word: how often it occurs.
  private(set) var tallies: [Tally] = []
  /// How words are spelled with capitals.
  private(set) var surfaces = SurfaceForms()
  /// The texts as rows of the words that are no stop words, where phrases do not matter.
  private(set) var rows = SparseRows()
  /// The texts as sequences of words, where phrases matter.
  private(set) var stream = TokenStream()

  init(_ texts: TextSource, _ range: Range<Int>, stopWords: Lexicon, keepsNeighbours: Bool) {
    let rule = StreamRule(stopWords)
    var table = stopWords.words
    table.reserve(Self.wordsOfText * range.count)
    if !keepsNeighbours { rows.reserve(Self.entriesOfText * range.count) }
    var spellings = SpellingCounter(minimum: rule.stopWordCount)
    var scanner = TokenScanner()
    var text = WordText()
    var row = RowCounter()
    var ids: [Int32] = []
    for index in range {
      text.load(index, of: texts)
      row.restart()
      text.forEachTerm(&scanner) { found, capitalized in
        table.insert(found, ids: &ids)
        let ids = ids.span.extracting(0..<found.count)
        row.add(ids, limit: table.count)
        spellings.count(found, ids, capitalized, limit: table.count)
        if keepsNeighbours { rule.append(found, ids, to: &stream) }
      } other: { scanner, bytes in
        let id = table.insert(scanner.key)
        row.add(CollectionOfOne(id).span, limit: table.count)
        if scanner.hasUpperCase {
          spellings.count(scanner, in: bytes, of: id, limit: table.count)
        }
        if keepsNeighbours {
          rule.append(id, followsBoundary: scanner.followsBoundary, to: &stream)
        }
      }
      count(row, limit: table.count)
      if keepsNeighbours { stream.endText() } else { rows.append(row, from: rule.stopWordCount) }
    }
    words = table.terms
    surfaces = spellings.forms
    tallies.append(contentsOf: repeatElement(Tally(), count: words.count - tallies.count))
    for (word, count) in spellings.capitalized.enumerated() { tallies[word].capitalized = count }
  }

  /// Counts the words of a text, which are below a limit.
  private mutating func count(_ row: borrowing RowCounter, limit: Int) {
    if tallies.count < limit {
      tallies.append(contentsOf: repeatElement(Tally(), count: limit - tallies.count))
    }
    row.withRow { row in
      var tallies = tallies.mutableSpan
      for index in row.indices {
        tallies[Int(row[index].column)].documentFrequency &+= 1
        tallies[Int(row[index].column)].occurrences &+= row[index].count
      }
    }
  }
}
