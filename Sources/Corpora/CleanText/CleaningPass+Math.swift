extension CleaningPass {
  /// Mathematics that begins at `index` with `$`, `$$`, `\(` or `\[`: shown if it is a name, else
  /// left out or kept whole; nil where none begins.
  mutating func mathematics(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard steps.math, let math = MathSpan(bytes, index) else { return nil }
    if let name = MathName.read(bytes.extracting(math.content)) {
      put(name, at: index)
      return math.end
    }
    if cleaner.keepsFormulas {
      copy(bytes, index..<math.end)
      return math.end
    }
    return closeGap(bytes, math.end, parts: true)
  }
}

/// Where mathematics stands in a text.
struct MathSpan {
  /// What stands between the delimiters.
  let content: Range<Int>
  /// The index behind the closing delimiter.
  let end: Int

  /// The most bytes that a formula within a text has; what is longer is no formula.
  private static let longest = 400

  /// The mathematics that begins at `index`; nil where a dollar sign is money or stands alone.
  ///
  /// A dollar opens mathematics if another one closes it on the same paragraph, and neither looks
  /// like money. Content without any of `\ ^ _` is none if a blank touches one of its dollars, a
  /// digit follows it, or it holds several words.
  init?(_ bytes: Span<UInt8>, _ index: Int) {
    let isBackslash = bytes[index] == UInt8(ascii: "\\")
    let isDouble = isBackslash || bytes.byte(index + 1) == UInt8(ascii: "$")
    let start = index + (isDouble ? 2 : 1)
    let closer =
      !isBackslash
      ? UInt8(ascii: "$")
      : bytes[index + 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard let close = Self.close(bytes, from: start, isDouble: isDouble, closer, isBackslash),
      close > start
    else { return nil }
    content = start..<close
    end = close + (isDouble ? 2 : 1)
    if !isDouble, !Self.isMathematics(bytes, content) { return nil }
  }

  private static func close(
    _ bytes: Span<UInt8>, from start: Int, isDouble: Bool, _ closer: UInt8, _ isBackslash: Bool
  ) -> Int? {
    var index = start
    let limit = min(bytes.count, start + longest)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        if isBackslash, bytes.byte(index + 1) == closer { return index }
        index += 2
        continue
      case UInt8(ascii: "$") where !isBackslash:
        if !isDouble { return index }
        if bytes.byte(index + 1) == UInt8(ascii: "$") { return index }
      case 0x0A where bytes.byte(index + 1) == 0x0A: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func isMathematics(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var hasMark = false
    var words = 0
    var signs = 0
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "_"): hasMark = true
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"): signs += 1
      default: break
      }
      let end = bytes.skippingLetters(index)
      if end > index + 1, bytes.byte(index - 1).isBlank || bytes.byte(end).isBlank { words += 1 }
      index = max(end, index + 1)
    }
    if hasMark { return !isMoney(bytes, content) }
    let first = bytes[content.lowerBound]
    let last = bytes[content.upperBound - 1]
    let next = bytes.byte(content.upperBound + 1)
    let visible = content.count { !bytes[$0].isBlank }
    if first.isBlank || last.isBlank { return first.isBlank && last.isBlank && visible <= 3 }
    if next.isASCIIDigit { return signs > 0 && !first.isASCIIDigit }
    return words == 0 || signs > 0
  }

  /// Whether the content is what stands between two amounts: it begins with a digit, and a blank
  /// before its closing dollar or a digit behind it says that the dollar opens the next one.
  private static func isMoney(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    bytes[content.lowerBound].isASCIIDigit
      && (bytes[content.upperBound - 1].isBlank
        || bytes[content.upperBound - 1] == UInt8(ascii: "\\"))
      && bytes.byte(content.upperBound + 1).isASCIIDigit
  }
}
