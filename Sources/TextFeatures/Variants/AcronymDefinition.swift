/// A definition in a text: "large language models (LLMs)".
///
/// Found as Schwartz and Hearst do it (2003, "A Simple Algorithm for Identifying Abbreviation
/// Definitions in Biomedical Text", section 2): a short form in brackets, and before it the
/// shortest run of words whose letters hold those of the short form in order, the first one at the
/// beginning of a word. A short form here is one word of 2 to 10 ASCII letters, digits and hyphens
/// with at least two capitals; a plural `s` of both forms is cut off.
public struct AcronymDefinition: Sendable, Hashable {
  /// The short form as written, without a plural `s`.
  public let shortForm: String
  /// The words of the long form in lower case, split at blanks and hyphens, the last one without a
  /// plural `s`, joined by one space.
  public let longForm: String
  /// The long form as written, byte for byte as long, with the `s` of a plural where the short form
  /// has none: `mixture of experts (MoE)`.
  public let writtenForm: String

  /// The definitions of a text in UTF-8, in order.
  ///
  /// - Complexity: O(bytes).
  public static func all(in bytes: Span<UInt8>) -> [AcronymDefinition] {
    var found: [AcronymDefinition] = []
    OpeningBrackets.contains(in: bytes) { bracket in
      if let definition = AcronymDefinition(bytes, bracket: bracket) { found.append(definition) }
      return false
    }
    return found
  }

  /// Whether another definition is of the same short and long form, however that is written.
  func defines(asIn other: AcronymDefinition) -> Bool {
    shortForm == other.shortForm && longForm == other.longForm
  }

  /// Whether a text, clean or not, may define an acronym: a short form stands in brackets, or
  /// something that cleaning takes away does.
  ///
  /// - Complexity: O(bytes).
  public static func mayOccur(in bytes: Span<UInt8>) -> Bool {
    OpeningBrackets.contains(in: bytes) { bracket in
      shortForm(bytes, bracket + 1) != nil
        || bracket + 1 < bytes.count && !isWord(bytes[bracket + 1])
    }
  }

  private init?(_ bytes: Span<UInt8>, bracket: Int) {
    guard let short = Self.shortForm(bytes, bracket + 1) else { return nil }
    let words = Self.wordsBefore(bytes, bracket, count: min(short.count + 5, 2 * short.count))
    guard let start = Self.bestStart(before: bracket, from: words.first, for: short, in: bytes),
      start < words.last
    else { return nil }
    let end = bracket - 1
    let singularEnd = Self.isPlural(bytes.extracting(words.last..<end)) ? end - 1 : end
    let long = (start..<singularEnd).map { place in
      Self.isWord(bytes[place]) ? Self.lower(bytes[place]) : 0x20
    }
    let lowerShort = short.map { Self.lower(bytes[$0]) }
    guard !long.split(separator: 0x20).contains(lowerShort[...]) else { return nil }
    shortForm = String(decoding: short.map { bytes[$0] }, as: UTF8.self)
    longForm = String(decoding: long, as: UTF8.self)
    let isPlural = bytes[short.upperBound] == UInt8(ascii: "s")
    writtenForm = String(
      decoding: (start..<(isPlural ? singularEnd : end)).map {
        bytes[$0] == 0x0A ? 0x20 : bytes[$0]
      }, as: UTF8.self)
  }

  /// The place of the short form that begins at `start`, without a plural `s`.
  private static func shortForm(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var end = start
    var capitals = 0
    while end < bytes.count, end - start < 12, isNameByte(bytes[end]) {
      if isCapital(bytes[end]) { capitals += 1 }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ")"), capitals >= 2 else { return nil }
    if bytes[end - 1] == UInt8(ascii: "s") { end -= 1 }
    guard (2...10).contains(end - start), isWord(bytes[start]), isWord(bytes[end - 1]) else {
      return nil
    }
    return start..<end
  }

  /// Where the first and the last of up to `count` words begin that stand between the bracket and
  /// the nearest boundary before it; at the bracket if there is none.
  private static func wordsBefore(
    _ bytes: Span<UInt8>, _ bracket: Int, count: Int
  ) -> (first: Int, last: Int) {
    var words = (first: bracket, last: bracket)
    guard bracket > 1, bytes[bracket - 1] == 0x20 else { return words }
    var end = bracket - 1
    for number in 0..<count where end > 0 && isWord(bytes[end - 1]) {
      var start = end - 1
      while start > 0, isWord(bytes[start - 1]) { start -= 1 }
      words.first = start
      if number == 0 { words.last = start }
      guard start > 1, isJoint(bytes[start - 1]) else { break }
      end = start - 1
    }
    return words
  }

  /// Where the long form begins: the letters of the short form are found from the end, the first
  /// of them at the beginning of a word.
  private static func bestStart(
    before bracket: Int, from first: Int, for short: Range<Int>, in bytes: Span<UInt8>
  ) -> Int? {
    var index = bracket - 1
    for place in short.reversed() where isWord(bytes[place]) {
      let wanted = lower(bytes[place])
      repeat {
        index -= 1
        guard index >= first else { return nil }
      } while lower(bytes[index]) != wanted
        || place == short.lowerBound && index > first && isWord(bytes[index - 1])
    }
    return index
  }

  // MARK: Bytes

  /// Whether a word ends with the `s` of a plural.
  private static func isPlural(_ word: Span<UInt8>) -> Bool {
    let s = UInt8(ascii: "s")
    return word.count > 3 && word[word.count - 1] | 0x20 == s && word[word.count - 2] | 0x20 != s
  }

  static func lower(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// A letter or digit of ASCII, or part of a character beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }

  /// What may stand between two words of a long form.
  static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte < 0x80 && isWord(byte) || byte == UInt8(ascii: "-")
  }
}
