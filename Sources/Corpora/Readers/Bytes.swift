/// What readers ask of bytes.
enum Bytes {
  /// The position after the first line end at or after `start`, or nil.
  static func endOfLine(in bytes: Span<UInt8>, from start: Int) -> Int? {
    position(of: 0x0A, from: start, in: bytes).map { $0 + 1 }
  }

  /// The position of the first byte at or after `start` that is not whitespace, or nil.
  static func firstContent(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] > 0x20 { return index }
      index += 1
    }
    return nil
  }

  /// The number of line ends.
  static func lineCount(in bytes: Span<UInt8>) -> Int {
    ByteScan.lineCount(of: bytes)
  }

  /// A range without the whitespace at its ends.
  static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether `bytes` is UTF-8.
  static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }

  /// The number of bytes beyond ASCII.
  static func beyondCount(in bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices { count &+= Int(bytes[index] &>> 7) }
    return count
  }

  /// The first place of `byte` at or after `start`, or nil.
  static func position(of byte: UInt8, from start: Int, in bytes: Span<UInt8>) -> Int? {
    guard start < bytes.count else { return nil }
    let length = ByteScan.length(of: bytes.extracting(start...), before: byte)
    return start + length < bytes.count ? start + length : nil
  }

  /// Whether `text` stands at `start`.
  static func matches(_ text: String, at start: Int, in bytes: Span<UInt8>) -> Bool {
    var index = start
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The position after the first `text` at or after `start`, or nil.
  static func end(of text: String, from start: Int, in bytes: Span<UInt8>) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = start
    while let found = position(of: first, from: index, in: bytes) {
      if matches(text, at: found, in: bytes) { return found + text.utf8.count }
      index = found + 1
    }
    return nil
  }

  /// The lines, without their ends.
  static func lines(in bytes: Span<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let next = endOfLine(in: bytes, from: start) ?? bytes.count
      var end = next
      if end > start, bytes[end - 1] == 0x0A { end -= 1 }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      lines.append(start..<end)
      start = next
    }
    return lines
  }

  /// The beginning of the line that `position` is on, or `limit` where that is on it, too.
  static func startOfLine(in bytes: Span<UInt8>, before position: Int, notBefore limit: Int = 0)
    -> Int
  {
    var start = position
    while start > limit, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Whether `byte` is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `byte` is a digit of ASCII.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
