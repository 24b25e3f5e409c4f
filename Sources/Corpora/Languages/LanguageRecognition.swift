/// Tells in which language texts are written, by their script and their function words.
///
/// No model and no statistics of letters: a language in a script of its own is known by its
/// letters, one in the Latin script by the share of its words that are function words
/// (``FunctionWords``). Abstracts with a second language inside count as what most of their
/// letters and words are.
struct LanguageRecognition {
  /// So many letters decide; what follows changes nothing.
  static let letterLimit = 600
  /// A share of the letters beyond Latin that makes the script the answer.
  static let scriptShare = 0.5
  /// Fewer words say nothing.
  static let fewestWords = 8
  /// The share of a text's words that must be function words of a language.
  static let wordShare = 0.1

  private var finder = WordFinder()

  /// The language of a paper, by its abstract or, where that says nothing, its title; nil where
  /// neither does.
  mutating func language(title: String, abstract: String) -> Language? {
    language(of: abstract) ?? language(of: title + " " + abstract)
  }

  /// The language of a text, or nil where it is too short or names too little.
  ///
  /// - Complexity: O(letters up to ``letterLimit``).
  mutating func language(of text: String) -> Language? {
    isPlainlyEnglish(text.utf8Span.span) ? .english : languageByCounts(of: text)
  }

  private mutating func languageByCounts(of text: String) -> Language? {
    var counts = WordCounts()
    if !counts.countASCII(text.utf8Span.span, &finder) {
      counts = WordCounts()
      counts.countScalars(of: text)
    }
    if let script = counts.letters.dominant { return script }
    guard counts.words >= Self.fewestWords else { return nil }
    var best = 0
    for place in FunctionWords.lists.indices where counts[place] > counts[best] { best = place }
    // English wins ties, since names of methods and titles are English in every language.
    guard Double(counts[best]) >= Self.wordShare * Double(counts.words) else { return nil }
    return Language(rawValue: FunctionWords.lists[best].code)
  }
}

/// Counts the letters of a text by script and its function words by language.
private struct WordCounts {
  private(set) var letters = ScriptLetters()
  /// The number of words.
  private(set) var words = 0
  private var counts = InlineArray<32, Int32>(repeating: 0)

  /// The number of words that are function words of a language, by its place in
  /// ``FunctionWords/lists``.
  subscript(place: Int) -> Int32 { counts[place] }

  private mutating func count(_ languages: UInt32) {
    words += 1
    var bits = languages
    while bits != 0 {
      counts[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  /// Counts a text up to the limit; false where a character beyond ASCII comes before it.
  mutating func countASCII(_ bytes: Span<UInt8>, _ finder: inout WordFinder) -> Bool {
    let known = FunctionWords.packed
    var end = 0
    let isCutOff = finder.forEachWord(
      in: bytes, withApostrophes: true, letterLimit: LanguageRecognition.letterLimit
    ) { word, wordEnd in
      count(known[word])
      end = wordEnd
    }
    return Bytes.beyondCount(in: isCutOff ? bytes.extracting(first: end + 1) : bytes) == 0
  }

  /// Counts any text up to the limit.
  mutating func countScalars(of text: String) {
    var word = ""
    for scalar in text.unicodeScalars {
      if letters.count(scalar) {
        if scalar.value >= 0x41, scalar.value <= 0x5A {
          word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
        } else {
          word.unicodeScalars.append(scalar)
        }
      } else if scalar == "'" || scalar == "\u{2019}", !word.isEmpty {
        word.append("'")
      } else {
        if !word.isEmpty { count(FunctionWords.languages[word] ?? 0) }
        word.removeAll(keepingCapacity: true)
        if letters.total >= LanguageRecognition.letterLimit { break }
      }
    }
    if !word.isEmpty { count(FunctionWords.languages[word] ?? 0) }
  }
}

extension LanguageRecognition {
  /// The bytes that the quick look reads.
  private static let quickBytes = 320
  /// English function words that no other language of ``FunctionWords`` has.
  private static let plainlyEnglish = PackedWords(
    [
      "the", "and", "that", "with", "this", "are", "by", "which", "these", "from", "our", "it",
      "be", "can", "their", "been", "using",
    ].map { (key: $0, value: 1) })

  /// Whether a text begins with so many English function words, and so little beyond ASCII, that no
  /// count is needed.
  private mutating func isPlainlyEnglish(_ bytes: Span<UInt8>) -> Bool {
    let known = Self.plainlyEnglish
    let head = bytes.extracting(first: Self.quickBytes)
    var words = 0
    var hits = 0
    finder.forEachWord(
      in: head, withApostrophes: false, letterLimit: Self.quickBytes
    ) { word, end in
      // The last word may be cut off.
      if end < head.count {
        words &+= 1
        hits &+= Int(known[word])
      }
    }
    return words >= 20 && 10 * hits >= words && 10 * Bytes.beyondCount(in: head) < head.count
  }
}

/// Counts the letters of a text by script.
private struct ScriptLetters {
  private(set) var total = 0
  private var han = 0
  private var kana = 0
  private var others = InlineArray<9, Int>(repeating: 0)
  /// The languages of ``others``.
  private static let codes = ["ru", "uk", "ar", "fa", "he", "el", "hi", "th", "ko"]

  /// Counts a scalar; false where it is no letter.
  mutating func count(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: break
    case 0..<0xC0: return false
    case 0xC0...0x24F, 0x1E00...0x1EFF: break
    case 0x370...0x3FF, 0x1F00...0x1FFF: add(5)
    case 0x454, 0x456, 0x457, 0x491, 0x404, 0x406, 0x407, 0x490: add(1)
    case 0x400...0x52F: add(0)
    case 0x590...0x5FF: add(4)
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: add(3)
    case 0x600...0x6FF, 0x750...0x77F: add(2)
    case 0x900...0x97F: add(6)
    case 0xE00...0xE7F: add(7)
    case 0x1100...0x11FF, 0xAC00...0xD7AF: add(8)
    case 0x3040...0x30FF: kana += 1
    case 0x3400...0x9FFF, 0x20000...0x3134F: han += 1
    default: if !scalar.properties.isAlphabetic { return false }
    }
    total += 1
    return true
  }

  private mutating func add(_ place: Int) { others[place] += 1 }

  /// The language whose script has most of the letters beyond Latin, if those are enough.
  ///
  /// One ideograph stands for about three letters of an alphabet.
  var dominant: Language? {
    let ideographs = 3 * (han + kana)
    let cyrillic = others[0] + others[1]
    let arabic = others[2] + others[3]
    let letters = others.indices.reduce(0) { $0 + others[$1] }
    let beyond = ideographs + letters
    let latin = total - han - kana - letters
    guard Double(beyond) > LanguageRecognition.scriptShare * Double(beyond + latin) else {
      return nil
    }
    let rest = (5..<9).reduce(4) { others[$1] > others[$0] ? $1 : $0 }
    let largest = max(ideographs, cyrillic, arabic, others[rest])
    if largest == ideographs {
      // Japanese mixes kana into its ideographs; Chinese has none.
      return Language(rawValue: 10 * kana > han ? "ja" : "zh")
    }
    if largest == cyrillic {
      return Language(rawValue: 30 * others[1] > cyrillic ? "uk" : "ru")
    }
    if largest == arabic {
      return Language(rawValue: 30 * others[3] > arabic ? "fa" : "ar")
    }
    return Language(rawValue: Self.codes[rest])
  }
}
