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
    for index in bytes.indices where bytes[index] == UInt8(ascii: "(") {
      if let definition = AcronymDefinition(bytes, bracket: index) { found.append(definition) }
    }
    return found
  }

  /// Whether a text, clean or not, may define an acronym: a short form stands in brackets, or
  /// something that cleaning takes away does.
  ///
  /// - Complexity: O(bytes).
  public static func mayOccur(in bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "(") {
      if shortForm(bytes, index + 1) != nil { return true }
      if index + 1 < bytes.count, !isWord(bytes[index + 1]) { return true }
    }
    return false
  }

  private init?(_ bytes: Span<UInt8>, bracket: Int) {
    guard let short = Self.shortForm(bytes, bracket + 1) else { return nil }
    let words = Self.wordsBefore(bytes, bracket, count: min(short.count + 5, 2 * short.count))
    guard let first = Self.bestStart(of: words, for: short), words.count - first >= 2 else {
      return nil
    }
    var long = Array(words[first...])
    long[long.count - 1] = Self.singular(long[long.count - 1])
    let text = long.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    let start = bracket - 1 - words[first...].reduce(-1) { $0 + $1.count + 1 }
    let isPlural = bytes[bracket + 1 + short.count] == UInt8(ascii: "s")
    let end = isPlural ? start + text.utf8.count : bracket - 1
    writtenForm = String(
      decoding: (start..<end).map { bytes[$0] == 0x0A ? 0x20 : bytes[$0] },
      as: UTF8.self)
    let shortText = String(decoding: short, as: UTF8.self)
    guard !long.contains(Array(shortText.lowercased().utf8)) else { return nil }
    shortForm = shortText
    longForm = text
  }

  private static func shortForm(_ bytes: Span<UInt8>, _ start: Int) -> [UInt8]? {
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
    return (start..<end).map { bytes[$0] }
  }

  /// Up to `count` words, in lower case, between the bracket and the nearest boundary before it.
  private static func wordsBefore(
    _ bytes: Span<UInt8>, _ bracket: Int, count: Int
  ) -> [[UInt8]] {
    var words: [[UInt8]] = []
    guard bracket > 1, bytes[bracket - 1] == 0x20 else { return [] }
    var end = bracket - 1
    while words.count < count, end > 0, isWord(bytes[end - 1]) {
      var start = end - 1
      while start > 0, isWord(bytes[start - 1]) { start -= 1 }
      words.append((start..<end).map { lower(bytes[$0]) })
      guard start > 1, isJoint(bytes[start - 1]) else { break }
      end = start - 1
    }
    return words.reversed()
  }

  /// The word with which the long form begins: short form and words are matched from the end.
  private static func bestStart(of words: [[UInt8]], for short: [UInt8]) -> Int? {
    var word = words.count - 1
    guard word >= 0 else { return nil }
    var letter = words[word].count - 1
    for place in short.indices.reversed() where isWord(short[place]) {
      let wanted = lower(short[place])
      while words[word][letter] != wanted || place == 0 && letter > 0 {
        letter -= 1
        if letter < 0 {
          word -= 1
          guard word >= 0 else { return nil }
          letter = words[word].count - 1
        }
      }
      if place == 0 { return word }
      letter -= 1
      if letter < 0 {
        word -= 1
        guard word >= 0 else { return nil }
        letter = words[word].count - 1
      }
    }
    return nil
  }

  // MARK: Bytes

  /// A word without a plural `s`.
  static func singular(_ word: [UInt8]) -> [UInt8] {
    let s = UInt8(ascii: "s")
    guard word.count > 3, word.last == s, word[word.count - 2] != s else { return word }
    return Array(word.dropLast())
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
