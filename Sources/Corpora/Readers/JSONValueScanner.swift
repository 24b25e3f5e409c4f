/// Walks over the objects of a JSON array or a sequence of objects, without reading them.
///
/// Between objects, brackets, commas and whitespace are skipped; anything else is a value of its
/// own up to the next comma, brace or line end, for the decoder to refuse. An object whose braces
/// do not match ends where that shows, so that it does not swallow its neighbours.
struct JSONValueScanner {
  /// How a value ends.
  enum Ending {
    /// With its closing brace, or where a stray text ends.
    case closed
    /// Where a brace or bracket stands that does not fit.
    case mismatched
    /// With the bytes.
    case cutOff
  }

  struct Value {
    var line: Int
    var range: Range<Int>
    var ending: Ending
  }

  /// Where the next value is looked for.
  private(set) var position = 0
  private(set) var line = 0
  private var openers: [UInt8] = []
  /// The bytes that may be walked over once more, so that no input takes quadratic time.
  private var resumptionBudget = 1 << 26

  private static let openBrace = UInt8(ascii: "{")
  private static let openBracket = UInt8(ascii: "[")

  /// The next value, or nil after the last.
  mutating func next(in bytes: Span<UInt8>) -> Value? {
    while position < bytes.count, Self.isBetweenValues(bytes[position]) { step(bytes[position]) }
    guard position < bytes.count else { return nil }
    let start = position
    let startLine = line
    let ending =
      bytes[position] == Self.openBrace ? skipObject(in: bytes) : skipStray(in: bytes)
    return Value(
      line: startLine, range: Bytes.trimmed(start..<position, of: bytes), ending: ending)
  }

  /// Goes back to the first line after the beginning of a value that was cut off that begins with
  /// a brace, and returns the range before it; so a missing quote does not cost what is behind it.
  mutating func resume(after value: Value, in bytes: Span<UInt8>) -> Range<Int> {
    guard resumptionBudget > 0 else { return value.range }
    var start = value.range.lowerBound
    var skippedLines = 0
    while let end = Bytes.endOfLine(in: bytes, from: start) {
      skippedLines += 1
      start = end
      let content = Bytes.firstContent(in: bytes, from: start)
      guard let content, bytes[content] == Self.openBrace else { continue }
      resumptionBudget -= bytes.count - start
      position = start
      line = value.line + skippedLines
      return Bytes.trimmed(value.range.lowerBound..<start, of: bytes)
    }
    return value.range
  }

  /// Goes on at `place`, behind what another scanner has walked over.
  mutating func skip(to place: Int, in bytes: Span<UInt8>) {
    line += Bytes.lineCount(in: bytes.extracting(position..<place))
    position = place
  }

  private mutating func step(_ byte: UInt8) {
    if byte == 0x0A { line += 1 }
    position += 1
  }

  private mutating func skipObject(in bytes: Span<UInt8>) -> Ending {
    openers.removeAll(keepingCapacity: true)
    var previous = UInt8(ascii: ":")
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        step(byte)
        guard skipString(in: bytes) else { return .cutOff }
      case Self.openBrace, Self.openBracket:
        let needsKey =
          openers.last == Self.openBrace
          && (previous == UInt8(ascii: ",") || previous == Self.openBrace)
        if needsKey { return .mismatched }
        openers.append(byte)
        step(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        let opener = byte == UInt8(ascii: "}") ? Self.openBrace : Self.openBracket
        if openers.popLast() != opener { return .mismatched }
        step(byte)
        if openers.isEmpty { return .closed }
      default: step(byte)
      }
      if byte > 0x20 { previous = byte }
    }
    return .cutOff
  }

  /// Goes behind the closing quote; false where there is none.
  private mutating func skipString(in bytes: Span<UInt8>) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      step(byte)
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\"), position < bytes.count { step(bytes[position]) }
    }
    return false
  }

  private mutating func skipStray(in bytes: Span<UInt8>) -> Ending {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.openBrace || byte == 0x0A || byte == UInt8(ascii: ",") { return .closed }
      step(byte)
    }
    return .cutOff
  }

  private static func isBetweenValues(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == openBracket || byte == UInt8(ascii: "]")
  }
}
