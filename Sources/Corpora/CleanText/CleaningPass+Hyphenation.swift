extension CleaningPass {
  /// Joins a word that a line end cuts behind the hyphen at `index`; nil if none does.
  ///
  /// The hyphen goes where the two parts are one lower-case word: `repre-` `sentation`. It stays
  /// where it belongs to the term: another hyphen stands in the word (`state-of-the-` `art`), the
  /// first part is one that forms compounds (`self-` `attention`) or shorter than two letters
  /// (`k-` `means`), or a capital or digit stands next to it (`GPT-` `4`).
  mutating func rejoin(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard bytes.byte(index + 1) == 0x0A || bytes.byte(index + 1) == 0x0D,
      written().isWordByte
    else { return nil }
    var next = index + 1
    var lineEnds = 0
    while bytes.byte(next).isBlank {
      lineEnds += bytes[next] == 0x0A ? 1 : 0
      next += 1
    }
    guard lineEnds < 2, bytes.byte(next).isWordByte else { return nil }
    let end = bytes.skippingLetters(next)
    if keepsHyphen(followedBy: bytes.byte(next))
      || bytes.byte(end) == UInt8(ascii: "-") && bytes.byte(end + 1).isWordByte
    {
      put(UInt8(ascii: "-"), at: index)
    }
    return next
  }

  private func keepsHyphen(followedBy next: UInt8) -> Bool {
    guard next.isASCIILower || next >= 0x80 else { return true }
    var start = output.count
    while start > 0, output[start - 1].isASCIILetter || output[start - 1] >= 0x80 { start -= 1 }
    let before = output.span.byte(start - 1)
    let part = output.span.string(start..<output.count)
    return before == UInt8(ascii: "-") || before.isASCIIDigit || part.utf8.count < 2
      || part.dropFirst().contains(where: \.isUppercase)
      || Self.compoundBeginnings.contains(part.lowercased())
  }

  /// First parts that nearly always keep their hyphen.
  private static let compoundBeginnings = Set(
    """
    self non well state fine coarse real cross zero few one two three four five semi quasi pseudo
    large small long short high low human machine
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
