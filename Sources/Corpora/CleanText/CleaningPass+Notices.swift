extension CleaningPass {
  /// A copyright line or a comment on pages that begins with the byte at `index`, or nil.
  mutating func notice(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard !written().isWordByte, let end = noticeEnd(bytes, index) else { return nil }
    while !output.isEmpty, written() == 0x20 { takeBack(1) }
    var next = bytes.skippingBlanks(end)
    if !output.isEmpty, next < bytes.count {
      if written() != 0x0A { put(0x20, at: end - 1) }
    } else if output.isEmpty == false {
      next = bytes.count
    }
    return next
  }

  private func noticeEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "("):
      guard bytes.hasFolded("(c)", at: index) else { return nil }
      return copyrightEnd(bytes, index, sign: index + 3)
    case UInt8(ascii: "C"):
      if bytes.hasFolded("copyright", at: index) {
        var next = bytes.skippingBlanks(index + 9)
        if bytes.hasFolded("(c)", at: next) { next += 3 }
        if bytes.has("\u{A9}", at: next) { next += 2 }
        return copyrightEnd(bytes, index, sign: next)
      }
      return commentEnd(bytes, index)
    case UInt8(ascii: "A"):
      guard bytes.hasFolded("all rights reserved", at: index), beginsSentence() else { return nil }
      let end = index + 19
      return bytes.byte(end) == UInt8(ascii: ".") ? end + 1 : end
    default:
      return bytes.has("\u{A9}", at: index) ? copyrightEnd(bytes, index, sign: index + 2) : nil
    }
  }

  private func beginsSentence() -> Bool {
    var back = 0
    while written(back) == 0x20 { back += 1 }
    let ends = Array(".!?)]:;\"\n".utf8)
    return output.count == back || ends.contains(written(back))
  }

  /// The end of a copyright line whose year or holder stands behind `sign`.
  private func copyrightEnd(_ bytes: Span<UInt8>, _ index: Int, sign: Int) -> Int? {
    let next = bytes.skippingBlanks(sign)
    guard beginsSentence() || bytes[index] >= 0x80,
      Self.isYear(bytes, next) || bytes.has("The Author", at: next)
        || bytes[index] >= 0x80 && Self.hasYear(bytes, next)
    else { return nil }
    return Self.sentenceEnd(bytes, next, goesOn: Self.publisherSentences)
  }

  private func commentEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var next = bytes.has("Comments:", at: index) ? index + 9 : index + 8
    guard next == index + 9 || bytes.has("Comment:", at: index), beginsSentence(),
      let end = Self.sentenceEnd(bytes, next, goesOn: [])
    else { return nil }
    let words: [StaticString] = ["pages", "page", "figure", "pp."]
    while next < end {
      if bytes[next].isASCIIDigit {
        let word = bytes.skippingBlanks(next + 1)
        if words.contains(where: { bytes.hasFolded($0, at: word) }) { return end }
      }
      next += 1
    }
    return nil
  }

  private static let publisherSentences: [StaticString] = [
    "published by", "all rights reserved", "this is an open access", "this article is",
    "under exclusive licen",
  ]

  private static func isYear(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    (bytes.has("19", at: index) || bytes.has("20", at: index))
      && bytes.byte(index + 2).isASCIIDigit && bytes.byte(index + 3).isASCIIDigit
      && !bytes.byte(index + 4).isASCIIAlphanumeric
  }

  private static func hasYear(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    (index..<max(index, min(bytes.count, index + 40))).contains {
      !bytes.byte($0 - 1).isWordByte && isYear(bytes, $0)
    }
  }

  /// The end of the sentence or line at `index`, and of those after it that begin with words of
  /// `goesOn`; nil where it is longer than a notice.
  private static func sentenceEnd(
    _ bytes: Span<UInt8>, _ start: Int, goesOn: [StaticString]
  ) -> Int? {
    var index = start
    while index < bytes.count {
      if index - start > 400 { return nil }
      if bytes[index] == 0x0A, bytes.byte(index + 1) == 0x0A { return index }
      if bytes[index] == UInt8(ascii: "."), endsSentence(bytes, index) {
        let next = bytes.skippingBlanks(index + 1)
        if !goesOn.contains(where: { bytes.hasFolded($0, at: next) }) { return index + 1 }
      }
      index += 1
    }
    return index
  }

  /// Whether the dot ends a sentence: a capital follows, and no abbreviation such as `Ltd.` ends.
  private static func endsSentence(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let next = bytes.skippingBlanks(index + 1)
    guard next == bytes.count || next > index + 1 && !bytes[next].isASCIILower else { return false }
    if next == bytes.count { return true }
    var start = index
    while bytes.byte(start - 1).isASCIILetter { start -= 1 }
    let abbreviations: [StaticString] = ["Inc", "Ltd", "Co", "Corp", "Publ", "Dr", "St", "Univ"]
    let isAbbreviation =
      index - start == 1
      || abbreviations.contains {
        index - start == $0.utf8CodeUnitCount && bytes.has($0, at: start)
      }
    if !isAbbreviation { return true }
    // "Elsevier B.V. We study": a sentence of several words follows an abbreviation as well.
    let firstWord = bytes.skippingLetters(next)
    return bytes[next].isASCIIUpper && bytes.byte(firstWord) == 0x20
      && bytes.byte(firstWord + 1).isASCIILower
  }
}
