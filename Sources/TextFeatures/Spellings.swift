internal import BlockScheduling

/// The usual spelling of each candidate word.
///
/// The spelling with the most evidence wins, lower case at a tie and where there is no evidence,
/// then the first by bytes (``SurfaceForms`` says what is evidence). A spelling whose capitals merely
/// begin its parts needs ``nameRatio`` times as much as lower case, since a name is nearly always
/// written so: `Carlo`, but `forest`, although many write `Random Forest`.
struct Spellings: Sendable {
  /// How much more often than in lower case a word of a name is written with its capital.
  private static let nameRatio: Int32 = 3

  /// The number of words whose spellings are found together; part of the method, no option.
  private static let wordsPerPart = 8_192

  private let forms: [String]

  /// The spellings that blocks found; `ids` are the blocks' words in the lexicon of the candidates.
  init(
    _ blocks: [TokenizedBlock], ids: [[Int32]], candidates: CandidateWords,
    scheduler: BlockScheduler
  ) {
    forms = scheduler.map(candidates.lexicon.count, blockSize: Self.wordsPerPart) { words in
      var counter = FormCounter(words)
      for (block, ids) in zip(blocks, ids) { counter.add(block.surfaces, ids) }
      return counter.forms(candidates)
    }.flatMap(\.self)
  }

  /// The usual spelling of a word of the lexicon.
  func form(of word: Int) -> String { forms[word] }

  /// Adds up the spellings of a range of words.
  private struct FormCounter {
    let words: Range<Int>
    var table = TermTable()
    /// By spelling: the word it spells, and how often.
    var wordOfForm: [Int] = []
    var counts: [Int32] = []

    init(_ words: Range<Int>) { self.words = words }

    /// Adds the spellings of a block, whose words are `ids`.
    mutating func add(_ surfaces: SurfaceForms, _ ids: [Int32]) {
      for (form, local) in surfaces.words.enumerated() {
        let word = Int(ids[Int(local)])
        guard words.contains(word) else { continue }
        let id = Int(table.insert(form, of: surfaces.forms))
        if id == counts.count {
          counts.append(0)
          wordOfForm.append(word)
        }
        counts[id] += surfaces.counts[form]
      }
    }

    /// The usual spellings of the words.
    func forms(_ candidates: CandidateWords) -> [String] {
      let lower = words.map { candidates.occurrences[$0] - candidates.capitalized[$0] }
      var best = [Int](repeating: -1, count: words.count)
      for (form, word) in wordOfForm.enumerated() {
        let place = word - words.lowerBound
        let (rival, small) = (best[place], lower[place])
        let rivalCount = rival < 0 ? small : counts[rival]
        if counts[form] / nameRatio < small,
          SurfaceForms.isTitleCase(table.terms.bytes(at: form).span)
        {
          continue
        }
        if counts[form] > rivalCount
          || rival >= 0 && counts[form] == rivalCount && table.precedes(form, rival)
        {
          best[place] = form
        }
      }
      return zip(words, best).map { word, form in
        form < 0 ? candidates.lexicon.words.term(at: word) : table.term(at: form)
      }
    }
  }
}
