/// Finds the tags of an XML text.
///
/// Comments, CDATA sections, processing instructions and document types are passed over; one that
/// is never closed counts as text, so that it hides nothing.
struct XMLTagScanner {
  /// Where it goes on.
  var position = 0
  private let isAll: Bool
  /// How far each mark counts as text, so that no search for its end is repeated.
  private var textUntil: [Mark: Int] = [:]

  /// A scanner; `isAll` says that no bytes follow those that it is shown.
  init(isAll: Bool) {
    self.isAll = isAll
  }

  /// The next tag, past whatever is no tag; nil at the end, or where more bytes must be seen.
  ///
  /// `name` is the record's that the scanner is in, if it is in one.
  mutating func next(in bytes: Span<UInt8>, inside name: [UInt8]? = nil) -> XMLTag? {
    while let start = Bytes.position(of: UInt8(ascii: "<"), from: position, in: bytes) {
      if let mark = Mark(at: start, in: bytes) {
        guard let end = end(of: mark, from: start, in: bytes, inside: name) else { return nil }
        position = end
      } else if let tag = XMLTag(at: start, in: bytes) {
        position = tag.range.upperBound
        return tag
      } else {
        position = start + 1
      }
    }
    position = bytes.count
    return nil
  }

  /// Where to go on after a mark: its end, or behind its first byte if it cannot be meant.
  private mutating func end(
    of mark: Mark, from start: Int, in bytes: Span<UInt8>, inside name: [UInt8]?
  ) -> Int? {
    guard start >= textUntil[mark, default: 0] else { return start + 1 }
    guard let end = mark.end(from: start, in: bytes) else {
      guard isAll else { return nil }
      textUntil[mark] = bytes.count
      return start + 1
    }
    guard let name, Self.hidesRecords(start + 1..<end, of: name, in: bytes) else { return end }
    textUntil[mark] = end
    return start + 1
  }

  /// Whether a record ends and another one begins in what would be one comment: then it was never
  /// closed where it should have been.
  private static func hidesRecords(
    _ range: Range<Int>, of name: [UInt8], in bytes: Span<UInt8>
  ) -> Bool {
    let span = bytes.extracting(range)
    var hasEnd = false
    var index = 0
    while let start = Bytes.position(of: UInt8(ascii: "<"), from: index, in: span) {
      index = start + 1
      guard let tag = XMLTag(at: start, in: span), tag.isNamed(name, in: span) else { continue }
      if hasEnd, !tag.isEnd { return true }
      hasEnd = hasEnd || tag.isEnd
    }
    return false
  }
}

// MARK: - Marks

extension XMLTagScanner {
  /// What opens with `<` and is no tag.
  private enum Mark: Hashable {
    case comment, data, instruction, declaration

    init?(at start: Int, in bytes: Span<UInt8>) {
      guard start + 1 < bytes.count,
        bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?")
      else { return nil }
      if Bytes.matches("<!--", at: start, in: bytes) {
        self = .comment
      } else if Bytes.matches("<![CDATA[", at: start, in: bytes) {
        self = .data
      } else if Bytes.matches("<?", at: start, in: bytes) {
        self = .instruction
      } else {
        self = .declaration
      }
    }

    func end(from start: Int, in bytes: Span<UInt8>) -> Int? {
      switch self {
      case .comment: Bytes.end(of: "-->", from: start + 4, in: bytes)
      case .data: Bytes.end(of: "]]>", from: start + 9, in: bytes)
      case .instruction: Bytes.end(of: "?>", from: start + 2, in: bytes)
      case .declaration: Self.endOfDeclaration(from: start + 2, in: bytes)
      }
    }

    /// The end of a document type: its internal subset is in brackets, with quotes and comments.
    private static func endOfDeclaration(from start: Int, in bytes: Span<UInt8>) -> Int? {
      var index = start
      var isInSubset = false
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "["): isInSubset = true
        case UInt8(ascii: "]"): isInSubset = false
        case UInt8(ascii: ">") where !isInSubset: return index + 1
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let quote = bytes[index]
          index += 1
          while index < bytes.count, bytes[index] != quote { index += 1 }
        case UInt8(ascii: "<") where Bytes.matches("<!--", at: index, in: bytes):
          guard let end = Bytes.end(of: "-->", from: index + 4, in: bytes) else { return nil }
          index = end - 1
        default: break
        }
        index += 1
      }
      return nil
    }
  }
}
