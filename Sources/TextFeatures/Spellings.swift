/// The usual spelling of each candidate word.
///
/// The spelling with the most evidence wins, lower case at a tie and where there is no evidence,
/// then the first by bytes (``SurfaceForms`` says what is evidence). A spelling whose capitals merely
/// begin its parts needs ``nameRatio`` times as much as lower case, since a name is nearly always
/// written so: `Carlo`, but `forest`, although many write `Random Forest`.
struct Spellings: Sendable {
  /// How much more often than in lower case a word of a name is written with its capital.
  private static let nameRatio: Int32 = 3

  private let forms: [String?]
  private let words: TermTable

  /// The spellings that blocks found; `ids` are the blocks' words in the lexicon of the candidates.
  init(_ blocks: [TokenizedBlock], ids: [[Int32]], candidates: CandidateWords) {
    words = candidates.lexicon.words
    let lower = zip(candidates.occurrences, candidates.capitalized).map { $0 - $1 }
    var table = TermTable(minimumCapacity: blocks.map(\.surfaces.words.count).max() ?? 0)
    var counts: [Int32] = []
    var wordOfForm: [Int32] = []
    for (block, ids) in zip(blocks, ids) {
      for (form, local) in block.surfaces.words.enumerated() {
        let word = ids[Int(local)]
        guard word >= 0 else { continue }
        let id = Int(table.insert(form, of: block.surfaces.forms))
        if id == counts.count {
          counts.append(0)
          wordOfForm.append(word)
        }
        counts[id] += block.surfaces.counts[form]
      }
    }
    var best = [Int32](repeating: -1, count: candidates.lexicon.count)
    for (form, word) in wordOfForm.enumerated() {
      let rival = best[Int(word)]
      let rivalCount = rival < 0 ? lower[Int(word)] : counts[Int(rival)]
      let small = lower[Int(word)]
      if counts[form] / Self.nameRatio < small,
        SurfaceForms.isTitleCase(Array(table.term(at: form).utf8).span)
      {
        continue
      }
      if counts[form] > rivalCount
        || rival >= 0 && counts[form] == rivalCount && table.precedes(form, Int(rival))
      {
        best[Int(word)] = Int32(form)
      }
    }
    forms = best.map { $0 < 0 ? nil : table.term(at: Int($0)) }
  }

  /// The usual spelling of a word of the lexicon.
  func form(of word: Int) -> String { forms[word] ?? words.term(at: word) }
}
