/// Makes of a record, as dumps have it, what an XML parser reads.
///
/// Names of characters that only HTML knows are resolved; an entity that nobody knows stays as it
/// is written and is reported, since a parser would drop it in silence. Control characters become
/// spaces, a bare `&` or `<` is escaped, comments and processing instructions go, CDATA becomes
/// text, and elements that no reader asks for are left out unread. Line ends stay, so that an
/// error's line is that of the file. Nothing is ever expanded by a declaration in the file.
struct XMLMending {
  /// What was mended, with the line from the beginning of the record.
  private(set) var faults: [(line: Int, reason: String)] = []
  private(set) var result: [UInt8] = []
  private let unread: [[UInt8]]

  /// A mender that leaves out elements of these names.
  init(leavingOut unread: [String]) {
    self.unread = unread.map { Array($0.utf8) }
  }

  /// Adds one record, which is UTF-8; faults are those of this record.
  mutating func append(_ record: Span<UInt8>) {
    faults = []
    var index = 0
    while index < record.count {
      let start = index
      while index < record.count, !Self.isSpecial(record[index]) { index += 1 }
      copy(start..<index, of: record)
      guard index < record.count else { return }
      switch record[index] {
      case UInt8(ascii: "&"): index = reference(at: index, in: record)
      case UInt8(ascii: "<"): index = markup(at: index, in: record)
      case 0xEF where Self.isNoCharacter(at: index, in: record):
        append("\u{FFFD}")
        index += 3
      case UInt8(ascii: "]") where Bytes.matches("]]>", at: index, in: record):
        append("]]&gt;")
        index += 3
      case UInt8(ascii: "]"), 0xEF:
        result.append(record[index])
        index += 1
      default:
        result.append(0x20)
        index += 1
      }
    }
  }

  /// Adds bytes as they are.
  mutating func append(_ text: String) { result.append(contentsOf: text.utf8) }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "]")
      || byte == 0xEF || byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D
  }

  /// Whether U+FFFE or U+FFFF stands at `index`.
  private static func isNoCharacter(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  private mutating func copy(_ range: Range<Int>, of bytes: Span<UInt8>) {
    for index in range { result.append(bytes[index]) }
  }

  private mutating func copyLineEnds(_ range: Range<Int>, of bytes: Span<UInt8>) {
    for index in range where bytes[index] == 0x0A { result.append(0x0A) }
  }

  private mutating func report(_ reason: String, at index: Int, in bytes: Span<UInt8>) {
    guard !faults.contains(where: { $0.reason == reason }) else { return }
    faults.append((Bytes.lineCount(in: bytes.extracting(0..<index)), reason))
  }
}

// MARK: - References

extension XMLMending {
  private static let longestName = 40

  private mutating func reference(at start: Int, in bytes: Span<UInt8>) -> Int {
    if let (text, end) = HTMLEntities.reference(bytes, start) {
      appendEscaped(text)
      return end
    }
    guard let name = Self.name(from: start + 1, in: bytes) else {
      report("a bare '&', taken as it is", at: start, in: bytes)
      append("&amp;")
      return start + 1
    }
    report("the entity '&\(name);' is declared nowhere, kept as written", at: start, in: bytes)
    append("&amp;\(name);")
    return start + 2 + name.utf8.count
  }

  /// What stands between `&` and `;`, or nil where that is no reference.
  private static func name(from start: Int, in bytes: Span<UInt8>) -> String? {
    var index = start
    while index < bytes.count, index - start <= longestName {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") {
        guard index > start else { return nil }
        return bytes.string(start..<index)
      }
      let isAllowed =
        XMLTag.beginsName(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x2E].contains(byte)
        || byte == UInt8(ascii: "#") && index == start
      guard isAllowed else { return nil }
      index += 1
    }
    return nil
  }

  /// Adds the text of a reference; what no XML may hold becomes a space or U+FFFD.
  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x22: append("&quot;")
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD: append(String(scalar))
      case 0..<0x20: append(" ")
      case 0x1_0000...: append(String(scalar))
      default: append("\u{FFFD}")
      }
    }
  }
}

// MARK: - Markup

extension XMLMending {
  private mutating func markup(at start: Int, in bytes: Span<UInt8>) -> Int {
    if let tag = XMLTag(at: start, in: bytes) {
      if !tag.isEnd, let name = unread.first(where: { tag.isNamed($0, in: bytes) }),
        let end = Self.endOfElement(tag, named: name, in: bytes)
      {
        copyLineEnds(start..<end, of: bytes)
        return end
      }
      result.append(UInt8(ascii: "<"))
      return start + 1
    }
    if Bytes.matches("<!--", at: start, in: bytes),
      let end = Bytes.end(of: "-->", from: start + 4, in: bytes)
    {
      copyLineEnds(start..<end, of: bytes)
      return end
    }
    if Bytes.matches("<?", at: start, in: bytes),
      let end = Bytes.end(of: "?>", from: start + 2, in: bytes)
    {
      copyLineEnds(start..<end, of: bytes)
      return end
    }
    if Bytes.matches("<![CDATA[", at: start, in: bytes),
      let end = Bytes.end(of: "]]>", from: start + 9, in: bytes)
    {
      data(start + 9..<end - 3, of: bytes)
      return end
    }
    report("a bare '<', taken as it is", at: start, in: bytes)
    append("&lt;")
    return start + 1
  }

  private mutating func data(_ range: Range<Int>, of bytes: Span<UInt8>) {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case let byte where byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D:
        result.append(0x20)
      case let byte: result.append(byte)
      }
    }
  }

  /// The position after the end tag of `tag`, or nil where it has none.
  private static func endOfElement(_ tag: XMLTag, named name: [UInt8], in bytes: Span<UInt8>)
    -> Int?
  {
    guard !tag.isEmpty else { return tag.range.upperBound }
    var depth = 1
    var index = tag.range.upperBound
    while let start = Bytes.position(of: UInt8(ascii: "<"), from: index, in: bytes) {
      guard let inner = XMLTag(at: start, in: bytes) else {
        index = start + 1
        continue
      }
      index = inner.range.upperBound
      guard !inner.isEmpty, inner.isNamed(name, in: bytes) else { continue }
      depth += inner.isEnd ? -1 : 1
      if depth == 0 { return index }
    }
    return nil
  }
}
