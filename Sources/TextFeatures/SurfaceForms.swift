/// How words are spelled with their capitals: `LoRA`, `GPT-4`, `COVID-19`.
///
/// Only spellings that tell something are counted: one whose capitals merely begin its parts
/// ("Learning", "Fine-Tuning") is no evidence in a heading, which is a text's first paragraph, nor
/// where a sentence may begin.
struct SurfaceForms: Sendable {
  /// The spellings.
  var forms = TermList()
  /// By spelling: the word it spells, and how often.
  var words: [Int32] = []
  var counts: [Int32] = []

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
