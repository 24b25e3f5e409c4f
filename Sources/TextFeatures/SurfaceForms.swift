/// How words are spelled with their capitals: `LoRA`, `GPT-4`, `COVID-19`.
///
/// Only spellings that tell something are counted: one whose capitals merely begin its parts
/// ("Learning", "Fine-Tuning") is no evidence in a heading, which is a text's first paragraph, nor
/// where a sentence may begin.
struct SurfaceForms: Sendable {
  /// The spellings.
  private(set) var forms = TermTable()
  /// By spelling: the word it spells, and how often.
  private(set) var words: [Int32] = []
  private(set) var counts: [Int32] = []

  /// Counts the spelling of a plain word.
  mutating func count(_ plain: PlainWord, of word: Int32) {
    if plain.paragraph == 0 || plain.followsBoundary, plain.isTitleCase { return }
    count(form: forms.insert(plain.spelling), of: word)
  }

  /// Counts the spelling of the token that `scanner` found.
  @inline(never)
  mutating func count(_ scanner: borrowing TokenScanner, in bytes: Span<UInt8>, of word: Int32) {
    if scanner.paragraph == 0 || scanner.followsBoundary,
      Self.isTitleCase(bytes.extracting(scanner.start..<scanner.end))
    {
      return
    }
    var speller = TokenScanner(keepsCase: true)
    speller.restart(at: scanner.start)
    let table = ByteClass.table
    guard speller.next(in: bytes, classes: table.span) else { return }
    count(form: forms.insert(speller.key), of: word)
  }

  private mutating func count(form: Int32, of word: Int32) {
    if Int(form) == words.count {
      words.append(word)
      counts.append(0)
    }
    counts[Int(form)] += 1
  }

  /// Whether capitals stand only at the beginning of parts and no part is a code such as `R1`.
  static func isTitleCase(_ bytes: Span<UInt8>) -> Bool {
    var insidePart = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0x41...0x5A:
        if insidePart { return false }
        insidePart = true
      case 0x30...0x39: return false
      case 0x61...0x7A, 0x80...: insidePart = true
      default: insidePart = false
      }
    }
    return true
  }
}
