/// Finds the entries of a BibTeX file: `@type{...}` or `@type(...)`, braces balanced.
///
/// What stands between entries is comment, as in BibTeX itself, and so is the rest of a line after
/// `%` there. An entry whose braces do not close before another one begins at a line's start is
/// broken, and costs only itself.
struct BibTeXScanner {
  /// How an entry ends.
  enum Ending { case complete, interrupted, cutOff }

  /// One entry, or a definition of a string, or a comment.
  struct Entry {
    var range: Range<Int>
    var type: Range<Int>
    /// What stands between the outer braces.
    var body: Range<Int>
    var ending: Ending
  }

  private let isAll: Bool
  private var position: Int
  /// Where the last entry ended.
  private var lastEnd = 0
  /// Comments whose braces do not close; each is looked through once, so their number is limited.
  private var openCommentCount = 0
  private static let openCommentLimit = 8
  /// A comment whose braces do not close in so many bytes is taken not to be one.
  private static let longestComment = 1 << 20

  /// A scanner that begins at `start`; `isAll` says that no bytes follow those that it is shown.
  init(from start: Int = 0, isAll: Bool) {
    self.isAll = isAll
    position = start
    lastEnd = start
  }

  /// The next entry, or nil at the end.
  mutating func next(in bytes: Span<UInt8>) -> Entry? {
    while let start = Bytes.position(of: UInt8(ascii: "@"), from: position, in: bytes) {
      position = start + 1
      guard let type = Self.type(at: start, in: bytes),
        let open = Self.opening(after: type.upperBound, in: bytes),
        !isCommented(start, in: bytes)
      else { continue }
      let isComment = Self.isNamed("comment", type, in: bytes)
      if isComment, openCommentCount > Self.openCommentLimit { continue }
      var entry = Self.entry(from: start, open: open, in: bytes, mayHoldEntries: isComment)
      entry.type = type
      if isComment, entry.ending != .complete {
        if !isAll, bytes.count - start < Self.longestComment { break }
        openCommentCount += 1
        continue
      }
      position = entry.range.upperBound
      lastEnd = position
      return entry
    }
    position = bytes.count
    return nil
  }

  /// Whether the bytes at `range` are `name` in any case.
  static func isNamed(_ name: String, _ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard range.count == name.utf8.count else { return false }
    return zip(range, name.utf8).allSatisfy { bytes[$0] | 0x20 == $1 }
  }

  private static func entry(
    from start: Int, open: Int, in bytes: Span<UInt8>, mayHoldEntries: Bool
  ) -> Entry {
    let isParenthesis = bytes[open] == UInt8(ascii: "(")
    var depth = isParenthesis ? 0 : 1
    var index = open + 1
    func entry(_ end: Int, _ bodyEnd: Int, _ ending: Ending) -> Entry {
      Entry(range: start..<end, type: start..<start, body: open + 1..<bodyEnd, ending: ending)
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, !isParenthesis { return entry(index + 1, index, .complete) }
      case UInt8(ascii: ")") where isParenthesis && depth <= 0:
        return entry(index + 1, index, .complete)
      case 0x0A where !mayHoldEntries && beginsEntry(index + 1, in: bytes):
        return entry(index + 1, index, .interrupted)
      default: break
      }
      index += 1
    }
    return entry(bytes.count, bytes.count, .cutOff)
  }

  /// Whether `@type{key,` stands at `start`.
  static func beginsEntry(_ start: Int, in bytes: Span<UInt8>) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@"),
      let type = type(at: start, in: bytes), let open = opening(after: type.upperBound, in: bytes),
      bytes[open] == UInt8(ascii: "{"),
      var index = Bytes.firstContent(in: bytes, from: open + 1)
    else { return false }
    let keyStart = index
    while index < bytes.count, index - keyStart < 200 {
      switch bytes[index] {
      case UInt8(ascii: ","): return index > keyStart
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "\""): return false
      case 0...0x20: return false
      default: index += 1
      }
    }
    return false
  }

  private static func type(at start: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    var index = start + 1
    while index < bytes.count, Bytes.isLetter(bytes[index]) { index += 1 }
    return index > start + 1 ? start + 1..<index : nil
  }

  private static func opening(after index: Int, in bytes: Span<UInt8>) -> Int? {
    guard let open = Bytes.firstContent(in: bytes, from: index),
      bytes[open] == UInt8(ascii: "{") || bytes[open] == UInt8(ascii: "(")
    else { return nil }
    return open
  }

  /// Whether the line of `position`, or what follows the last entry on it, begins with `%`.
  private func isCommented(_ position: Int, in bytes: Span<UInt8>) -> Bool {
    let start = Bytes.startOfLine(in: bytes, before: position, notBefore: lastEnd)
    guard let first = Bytes.firstContent(in: bytes, from: start) else { return false }
    return bytes[first] == UInt8(ascii: "%")
  }
}
