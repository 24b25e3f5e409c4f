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

  /// The block's own words; the lexicon's stop words come first, with the same ids.
  private(set) var words: TermTable
  private(set) var tallies: [Tally] = []
  var stream = TokenStream()
  private(set) var surfaces = SurfaceForms()

  init(_ texts: TextSource, _ range: Range<Int>, stopWords: Lexicon, rule: StreamRule) {
    words = stopWords.words
    var scanner = TokenScanner()
    var text = WordText()
    var collected: [CollectedWord] = []
    var ids: [Int32] = []
    for index in range {
      text.load(index, of: texts)
      let count = text.collect(&scanner, into: &collected) { scanner, bytes in
        take(scanner, in: bytes, rule)
      }
      if ids.count < count { ids = [Int32](repeating: 0, count: collected.count) }
      let found = collected.span.extracting(0..<count)
      words.insert(found, ids: &ids)
      while tallies.count < words.count { tallies.append(Tally()) }
      Self.count(
        found, ids.span.extracting(0..<count), text: Int32(truncatingIfNeeded: index), rule,
        into: &tallies, &surfaces)
      stream.append(found, ids.span.extracting(0..<count), rule)
    }
  }

  /// The id of the term that `scanner` found, whose spelling is counted here.
  private mutating func take(
    _ scanner: borrowing TokenScanner, in bytes: Span<UInt8>, _ rule: StreamRule
  ) -> Int32 {
    let id = words.insert(scanner.key)
    if scanner.hasUpperCase {
      while tallies.count <= Int(id) { tallies.append(Tally()) }
      tallies[Int(id)].capitalized += 1
      if id >= rule.stopWordCount { surfaces.count(scanner, in: bytes, of: id) }
    }
    return id
  }

  /// Counts the words of a text and their spellings.
  private static func count(
    _ found: Span<CollectedWord>, _ ids: Span<Int32>, text: Int32, _ rule: StreamRule,
    into tallies: inout [Tally], _ surfaces: inout SurfaceForms
  ) {
    var tallies = tallies.mutableSpan
    for index in ids.indices {
      let id = ids[index]
      var tally = tallies[Int(id)]
      tally.occurrences &+= 1
      tally.documentFrequency &+= tally.lastText != text ? 1 : 0
      tally.lastText = text
      let word = found[index]
      if word.id == nil, word.plain.hasUpperCase {
        tally.capitalized &+= 1
        if id >= rule.stopWordCount { surfaces.count(word.plain, of: id) }
      }
      tallies[Int(id)] = tally
    }
  }

  /// Gives the words of the texts the ids of a lexicon, or -1; returns the new id of each word.
  mutating func renumber(by lexicon: Lexicon) -> [Int32] {
    let ids = (0..<words.count).map { lexicon.words.id(of: $0, in: words) }
    stream.renumber(ids.span)
    return ids
  }
}
