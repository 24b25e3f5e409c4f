/// How many columns of a terminal text takes.
enum DisplayWidth {
  /// The columns of a text: none for combining marks, two for East Asian wide characters and
  /// pictures, one for the rest.
  static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// The text, cut to so many columns with an ellipsis if it is longer.
  static func truncated(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    guard limit > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let width = columns(character)
      if used + width > limit - 1 { break }
      result.append(character)
      used += width
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// The text, cut between phrases that commas separate where at least one phrase fits whole.
  static func phrases(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var kept = Substring()
    var rest = text[...]
    while let comma = rest.firstIndex(of: ",") {
      let candidate = text[..<comma]
      guard columns(String(candidate)) <= limit else { break }
      kept = candidate
      rest = rest[rest.index(after: comma)...]
    }
    return kept.isEmpty ? truncated(text, to: limit) : String(kept)
  }

  /// The text, cut or filled with spaces to exactly so many columns.
  static func fitted(_ text: String, to limit: Int) -> String {
    let cut = truncated(text, to: limit)
    return cut + String(repeating: " ", count: max(0, limit - columns(cut)))
  }

  /// The text, filled with spaces in front.
  static func right(_ text: String, to limit: Int) -> String {
    String(repeating: " ", count: max(0, limit - columns(text))) + text
  }

  static func columns(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { max($0, columns($1)) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The blocks of wide characters (Unicode Standard Annex 11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
    0x1B000...0x1B2FB, 0x1F300...0x1F64F, 0x1F680...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
