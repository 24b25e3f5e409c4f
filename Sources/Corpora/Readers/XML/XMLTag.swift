/// A start or end tag in bytes.
struct XMLTag {
  /// From `<` to `>`, both included.
  var range: Range<Int>
  /// The name without its prefix.
  var localName: Range<Int>
  /// Whether it is an end tag.
  var isEnd: Bool
  /// Whether it is a start tag that ends itself.
  var isEmpty: Bool

  /// The tag that begins at `start`, or nil where there is none or its end is not to be seen.
  init?(at start: Int, in bytes: Span<UInt8>) {
    var index = start + 1
    isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard index < bytes.count, Self.beginsName(bytes[index]) else { return nil }
    var nameStart = index
    while index < bytes.count, !Self.endsName(bytes[index]) {
      if bytes[index] == UInt8(ascii: ":") { nameStart = index + 1 }
      index += 1
    }
    localName = nameStart..<index
    guard let end = Self.end(from: index, in: bytes) else { return nil }
    range = start..<end
    isEmpty = !isEnd && bytes[end - 2] == UInt8(ascii: "/")
  }

  /// Whether its name without the prefix is `name`.
  func isNamed(_ name: [UInt8], in bytes: Span<UInt8>) -> Bool {
    guard localName.count == name.count else { return false }
    for index in name.indices where bytes[localName.lowerBound + index] != name[index] {
      return false
    }
    return true
  }

  /// Whether a name may begin with `byte`.
  static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "<")
  }

  /// The position after `>`, which may also stand in quotes; nil where another `<` comes first.
  private static func end(from start: Int, in bytes: Span<UInt8>) -> Int? {
    var index = start
    var quote: UInt8?
    var firstClose: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { return firstClose }
      if byte == UInt8(ascii: ">") {
        if quote == nil { return index + 1 }
        firstClose = firstClose ?? index + 1
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    return firstClose
  }
}
