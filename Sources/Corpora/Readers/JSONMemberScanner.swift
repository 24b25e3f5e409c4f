/// Walks over the members of one JSON object: its keys, and where their values begin.
///
/// Values are skipped by their brackets and quotes, not checked.
struct JSONMemberScanner {
  /// After a key, the place of its value; after the last, the place behind the object.
  private(set) var position: Int

  /// The members from `position`, which is behind the object's opening brace or a member.
  init(inside position: Int) { self.position = position }

  /// The next key without its quotes; nil after the object's closing brace, and at the end of the
  /// bytes.
  mutating func nextKey(in bytes: Span<UInt8>) -> Range<Int>? {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let start = position + 1
        skipString(in: bytes)
        guard depth == 0, let colon = Bytes.firstContent(in: bytes, from: position),
          bytes[colon] == UInt8(ascii: ":")
        else { continue }
        let end = position - 1
        position = Bytes.firstContent(in: bytes, from: colon + 1) ?? bytes.count
        return start..<end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
        if depth < 0 { return nil }
      default: position += 1
      }
    }
    return nil
  }

  /// Goes behind the closing quote, or to the end of the bytes.
  private mutating func skipString(in bytes: Span<UInt8>) {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\"), position < bytes.count { position += 1 }
    }
  }
}
