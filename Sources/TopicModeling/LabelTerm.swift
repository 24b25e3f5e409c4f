import BlockScheduling
import TextFeatures

/// A term as labels compare it: all that does not depend on a topic.
struct LabelTerm: Sendable {
  /// Its id in the vocabulary.
  var id: Int
  /// The term in its usual spelling.
  var term: String
  /// The term as a label shows it, an acronym with its long form.
  var phrase: String
  /// Its words for comparison as numbers, those of the long form for an acronym.
  var words: [Int32]
  /// Its words without endings as numbers, each once.
  var stems: [Int32]
  /// What most comparisons need.
  var marks: Marks

  /// Numbers that tell most pairs of terms apart.
  struct Marks: Sendable, BitwiseCopyable {
    /// How much a reader has of it, a word being 1.
    var worth: Double
    /// How many words there are.
    var wordCount: Int
    /// A bit for each word: another term can only hold the words if it has all bits.
    var wordBits: UInt64
    /// The number of all its words as one.
    var key: Int32
    /// The number of the letters that a word of capitals stands for, or -1.
    var initials: Int32
    /// The number of the first letters of its words.
    var firstLetters: Int32
  }
}

/// The terms that may stand in labels, each looked at once however many topics have it.
struct LabelTermTable: Sendable {
  /// A phrase or an acronym with its long form says this many times as much as a word.
  private static let phraseWorth = 3.0
  /// A mere adjective ("clinical") says little.
  private static let adjectiveWorth = 0.2
  private static let blockSize = 64

  let terms: [LabelTerm]
  /// For each term of the vocabulary its place in `terms`, or -1.
  private let places: [Int32]

  /// The terms that may stand in a label among those with the given ids, which may repeat.
  init(
    _ ids: some Sequence<Int>, vocabulary: Vocabulary, acronyms: Acronyms, stopWords: Set<Int>,
    scheduler: BlockScheduler
  ) {
    var isWanted = [Bool](repeating: false, count: vocabulary.count)
    for id in ids where !stopWords.contains(id) { isWanted[id] = true }
    let wanted = isWanted.indices.filter { isWanted[$0] }
    let spelled = scheduler.map(wanted.count, blockSize: Self.blockSize) { range in
      range.compactMap { SpelledTerm(wanted[$0], vocabulary: vocabulary, acronyms: acronyms) }
    }.joined()
    var numbers = StringNumbers()
    var places = [Int32](repeating: -1, count: vocabulary.count)
    var terms: [LabelTerm] = []
    for spelled in spelled {
      places[spelled.id] = Int32(terms.count)
      let words = spelled.words.map { numbers.number(of: $0) }
      terms.append(
        LabelTerm(
          id: spelled.id, term: spelled.term, phrase: spelled.phrase, words: words,
          stems: Self.distinct(spelled.stems.map { numbers.number(of: $0) }),
          marks: LabelTerm.Marks(
            worth: spelled.worth, wordCount: words.count,
            wordBits: words.reduce(0) { $0 | 1 << UInt64($1 & 63) },
            key: numbers.number(of: spelled.words.joined()),
            initials: spelled.initials.map { numbers.number(of: $0) } ?? -1,
            firstLetters: numbers.number(of: String(spelled.words.compactMap(\.first))))))
    }
    self.terms = terms
    self.places = places
  }

  /// The place of a term in ``terms``, or nil where it may not stand in a label.
  func place(ofTerm id: Int) -> Int? { places[id] >= 0 ? Int(places[id]) : nil }

  private static func distinct(_ numbers: [Int32]) -> [Int32] {
    numbers.indices.filter { !numbers[..<$0].contains(numbers[$0]) }.map { numbers[$0] }
  }

  /// The strings of a term that may stand in a label.
  private struct SpelledTerm: Sendable {
    var id: Int
    var term: String
    var phrase: String
    var words: [String]
    var stems: [String]
    var initials: String?
    var worth: Double

    init?(_ id: Int, vocabulary: Vocabulary, acronyms: Acronyms) {
      let term = vocabulary.displayForm(at: id)
      guard LabelTerms.allows(term) else { return nil }
      self.id = id
      self.term = term
      phrase = acronyms.readable(term) { word in
        vocabulary.id(of: word).map { Int(vocabulary.documentFrequency[$0]) } ?? 0
      }
      words = TermRedundancy.comparableWords(acronyms.spelledOut(term))
      stems = words.map(TermRedundancy.stem)
      initials = words.count == 1 ? TermRedundancy.initials(term) : nil
      worth =
        words.count > 1
        ? phraseWorth : TermRedundancy.isAdjective(term) ? adjectiveWorth : 1
    }
  }

  /// Strings as numbers, equal for equal strings.
  private struct StringNumbers {
    private var numbers: [String: Int32] = [:]

    mutating func number(of string: String) -> Int32 {
      let next = Int32(numbers.count)
      let number = numbers[string, default: next]
      if number == next { numbers[string] = next }
      return number
    }
  }
}
