internal import Foundation

extension CleaningPass {
  /// A backslash: mathematics, an accent, a sign or a command.
  mutating func backslash(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let next = bytes.byte(index + 1)
    if next == UInt8(ascii: "(") || next == UInt8(ascii: "["),
      let end = mathematics(bytes, index)
    {
      return end
    }
    guard steps.latex, index + 1 < bytes.count else { return copied(bytes, index) }
    if next.isASCIILetter { return command(bytes, index) }
    if let mark = LaTeXCommand.mark(ofSign: next) {
      return accent(bytes, index, mark, from: index + 2, skipsBlanks: false) ?? index + 1
    }
    switch next {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      put(next, at: index)
      return index + 2
    case UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "@"):
      return index + 2
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: " "), 0x0A, 0x09:
      put(0x20, at: index)
      return closeGap(bytes, index + 2)
    case UInt8(ascii: "\\"):
      if isKnownCommand(bytes, index + 2) { return index + 1 }
      put(0x20, at: index)
      return closeGap(bytes, index + 2)
    default: return copied(bytes, index)
    }
  }

  private func isKnownCommand(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let end = bytes.skippingLetters(index)
    return end > index + 1 && end - index <= 24
      && LaTeXCommand.named(bytes.string(index..<end)) != nil
  }

  // MARK: Commands

  private mutating func command(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let end = bytes.skippingLetters(index + 1)
    guard end - index <= 40 else { return unwrap(bytes, end) }
    let isLineEnd =
      bytes[index + 1] == UInt8(ascii: "n") && (end == index + 2 || bytes[index + 2].isASCIIUpper)
    if isLineEnd {
      put(0x20, at: index)
      return closeGap(bytes, index + 2)
    }
    switch LaTeXCommand.named(bytes.string(index + 1..<end)) {
    case .letter(let letter):
      put(letter, at: index)
      if bytes.has("{}", at: end) { return end + 2 }
      let next = bytes.skippingBlanks(end)
      return bytes.byte(next).isASCIILower ? next : end
    case .sign(let sign):
      put(sign, at: index)
      return bytes.has("{}", at: end) ? end + 2 : end
    case .accent(let mark):
      return accent(bytes, index, mark, from: end, skipsBlanks: true) ?? copied(bytes, index)
    case .dropped(let count):
      return closeGap(bytes, skipArguments(bytes, end, count))
    case .second: return unwrap(bytes, skipArguments(bytes, end, 1))
    case .address:
      guard steps.links else { return unwrap(bytes, end) }
      return closeGap(bytes, skipArguments(bytes, end, 1))
    case .addressWithText:
      return unwrap(bytes, steps.links ? skipArguments(bytes, end, 1) : end)
    case .character: return character(bytes, index, end)
    case .text, .style, .formula, nil: return unwrap(bytes, end)
    }
  }

  /// Leaves out a command's name: its group stays without braces.
  private mutating func unwrap(_ bytes: Span<UInt8>, _ end: Int) -> Int {
    let end = bytes.byte(end) == UInt8(ascii: "*") ? end + 1 : end
    if let close = groupEnd(bytes, end) {
      if close == end + 1 { return closeGap(bytes, end + 2, joins: true) }
      droppedCloses.append(close)
      return end + 1
    }
    if bytes.byte(end) == 0x20, output.isEmpty || !written().isWordByte { return end + 1 }
    return closeGap(bytes, end, joins: true)
  }

  /// The index behind options in brackets and `count` groups.
  private mutating func skipArguments(_ bytes: Span<UInt8>, _ end: Int, _ count: Int) -> Int {
    var end = bytes.byte(end) == UInt8(ascii: "*") ? end + 1 : end
    for _ in 0..<count {
      while bytes.byte(end) == UInt8(ascii: "[") {
        var close = end + 1
        let limit = min(bytes.count, end + 200)
        while close < limit, bytes[close] != UInt8(ascii: "]") { close += 1 }
        guard bytes.byte(close) == UInt8(ascii: "]") else { return end }
        end = close + 1
      }
      guard let close = groupEnd(bytes, end) else { return end }
      end = close + 1
    }
    return end
  }

  /// `\unicode{x2013}`, or with a decimal number.
  private mutating func character(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    guard let close = groupEnd(bytes, end), close - end <= 10 else { return unwrap(bytes, end) }
    let digits = bytes.string(end + 1..<close)
    let isHexadecimal = digits.hasPrefix("x")
    guard
      let number = UInt32(digits.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10)
    else { return unwrap(bytes, end) }
    put(String(Character(HTMLEntities.scalar(numbered: number))), at: index)
    return close + 1
  }

  // MARK: Accents

  /// Writes a letter with a mark; nil where no letter follows that can have it.
  private mutating func accent(
    _ bytes: Span<UInt8>, _ index: Int, _ mark: Unicode.Scalar, from start: Int, skipsBlanks: Bool
  ) -> Int? {
    var place = skipsBlanks ? bytes.skippingBlanks(start) : start
    var close: Int?
    if bytes.byte(place) == UInt8(ascii: "{") {
      guard let end = groupEnd(bytes, place) else { return nil }
      if end == place + 1 {
        put(bytes[index + 1].isASCIILetter ? [] : [bytes[index + 1]], at: index)
        return end + 1
      }
      close = end
      place += 1
    } else if skipsBlanks, place == start {
      return nil
    }
    guard let (base, end) = baseLetter(bytes, place) else { return nil }
    var composed = String.UnicodeScalarView([base, mark])
    composed = String(composed).precomposedStringWithCanonicalMapping.unicodeScalars
    guard close != nil || composed.count == 1 else { return nil }
    put(String(composed), at: index)
    guard let close else { return end }
    if end == close { return end + 1 }
    droppedCloses.append(close)
    return end
  }

  /// A letter or a dotless `\i` or `\j`, which gets its dot back below a mark.
  private func baseLetter(
    _ bytes: Span<UInt8>, _ index: Int
  ) -> (letter: Unicode.Scalar, end: Int)? {
    if bytes.byte(index) == UInt8(ascii: "\\") {
      let letter = bytes.byte(index + 1)
      guard letter == UInt8(ascii: "i") || letter == UInt8(ascii: "j"),
        !bytes.byte(index + 2).isASCIILetter
      else { return nil }
      let blank = bytes.byte(index + 2) == 0x20 && bytes.byte(index + 3).isASCIILetter ? 1 : 0
      return (Unicode.Scalar(letter), index + 2 + blank)
    }
    guard index < bytes.count else { return nil }
    let (scalar, length) = bytes.scalar(at: index)
    guard let scalar, scalar.properties.isAlphabetic else { return nil }
    return (scalar, index + length)
  }

  // MARK: Groups

  /// A group's brace goes if the group only holds words, as in `{BERT}`; the braces of `{0, 1}`
  /// and those without a partner are the author's.
  mutating func openBrace(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard steps.latex, let close = groupEnd(bytes, index) else { return copied(bytes, index) }
    if braces(bytes).isEnumeration(at: index), bytes.byte(index + 1) != UInt8(ascii: "\\") {
      return copied(bytes, index)
    }
    droppedCloses.append(close)
    return index + 1
  }

  mutating func closeBrace(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    while let close = droppedCloses.last, close < index { droppedCloses.removeLast() }
    guard droppedCloses.last == index else { return copied(bytes, index) }
    droppedCloses.removeLast()
    return index + 1
  }

  // MARK: Signs

  /// A tie between two words is a space; `~5` means about five and stays.
  mutating func tie(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let next = bytes.byte(index + 1)
    let last = written()
    let follows = next.isWordByte || next == UInt8(ascii: "\\") || next == UInt8(ascii: "$")
    let isBehindWord =
      last.isASCIILetter || last >= 0x80 || last == UInt8(ascii: ".")
      || last == UInt8(ascii: ")")
    guard steps.latex, follows, isBehindWord || last.isASCIIDigit && !next.isASCIIDigit else {
      return copied(bytes, index)
    }
    put(0x20, at: index)
    return closeGap(bytes, index + 1)
  }

  /// Two backticks and the two apostrophes that end what they begin are quotes.
  mutating func quote(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let sign = bytes[index]
    guard steps.latex, bytes.byte(index + 1) == sign else { return copied(bytes, index) }
    if sign == UInt8(ascii: "`") {
      guard bytes.byte(index + 2) != sign, written() != sign else {
        copy(bytes, index..<index + 2)
        return index + 2
      }
      openQuotes += 1
      put("\u{201C}", at: index)
    } else if openQuotes > 0 {
      openQuotes -= 1
      put("\u{201D}", at: index)
    } else {
      copy(bytes, index..<index + 2)
    }
    return index + 2
  }

  /// Hyphens: a word cut at a line end, or two or three as a dash.
  mutating func hyphen(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index + 1
    while bytes.byte(end) == UInt8(ascii: "-") { end += 1 }
    let (count, last, next) = (end - index, written(), bytes.byte(end))
    if count == 1 {
      return (steps.hyphenation ? rejoin(bytes, index) : nil) ?? copied(bytes, index)
    }
    // `--verbose` is the name of an option.
    let isOption = count == 2 && !last.isWordByte && next.isASCIILetter
    guard steps.latex, count <= 3, !isOption else {
      copy(bytes, index..<end)
      return end
    }
    put(count == 2 ? "\u{2013}" : "\u{2014}", at: index)
    return end
  }
}
