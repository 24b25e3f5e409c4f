import TextFeatures

/// Which terms say the same, so that a list of terms names each thing once.
enum TermRedundancy {
  /// The words of a term for comparison: split at spaces and hyphens, each as the key of its
  /// variants (``SpellingVariants``).
  static func comparableWords(_ term: String) -> [String] {
    term.split { $0 == " " || $0 == "-" }.map { SpellingVariants.key(of: String($0)) }
  }

  /// A word without its ending, so that "edits", "edited" and "editing" are one idea in a label.
  ///
  /// Cruder than a stemmer for search: only what labels compare ever sees it.
  static func stem(_ word: String) -> String {
    for ending in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      if stem.count >= 4 { return String(stem) }
    }
    return word
  }

  /// Longest first.
  private static let endings = [
    "ations", "ation", "ions", "ives", "ity", "ing", "ion", "ive", "ers", "ors", "ies", "ics",
    "ed", "er", "or", "es", "ic", "al", "y", "s", "e",
  ]

  /// Whether a word alone names nothing: an adjective, by its ending.
  static func isAdjective(_ word: String) -> Bool {
    word.utf8.count > 4 && adjectiveEndings.contains(where: word.hasSuffix)
  }

  private static let adjectiveEndings = [
    "al", "ic", "ive", "ous", "ful", "ary", "ar", "able", "ible", "less", "ual", "ed", "ing",
  ]

  /// Whether the words of one stand in order, without a gap, in the other.
  static func isContained<Word: Equatable>(_ short: [Word], in long: [Word]) -> Bool {
    guard !short.isEmpty, short.count <= long.count else { return false }
    return (0...long.count - short.count).contains { start in
      short.indices.allSatisfy { long[start + $0] == short[$0] }
    }
  }

  /// The first letters of words that a term of capitals stands for, as `llm` in `LLMs` of "large
  /// language models"; nil for other terms.
  static func initials(_ term: String) -> String? {
    let stem = term.hasSuffix("s") ? term.dropLast() : Substring(term)
    return stem.count(where: \.isUppercase) > 1 ? stem.lowercased() : nil
  }

  /// The overlap coefficient of two sets of words, each word once: shared words over the smaller
  /// set's size.
  static func overlap<Word: Equatable>(_ left: [Word], _ right: [Word]) -> Double {
    Double(left.count(where: right.contains)) / Double(max(1, min(left.count, right.count)))
  }
}
