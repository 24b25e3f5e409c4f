/// The cleaning that every text of a record gets, whatever its format.
///
/// Control characters (C0, DEL, C1) become spaces and byte order marks vanish; no letter is
/// touched. Text that needs nothing is returned as it is, without a copy.
enum TextCleaning {
  /// A text on one line: runs of whitespace become one space, none at the ends.
  static func line(_ text: String) -> String {
    guard needsWork(text, keepingLines: false) else { return text }
    var cleaner = Cleaner(text, keepingLines: false)
    return cleaner.run()
  }

  /// A text of several lines: trimmed, line ends as `\n`, inner whitespace kept.
  static func paragraphs(_ text: String) -> String {
    guard needsWork(text, keepingLines: true) else { return text }
    var cleaner = Cleaner(text, keepingLines: true)
    return cleaner.run()
  }

  /// Those of the texts, each on one line, that are not blank.
  static func lines(_ texts: [String]) -> [String] {
    guard texts.contains(where: { $0.isEmpty || needsWork($0, keepingLines: false) }) else {
      return texts
    }
    return texts.map(line).filter { !$0.isEmpty }
  }

  /// Whether nothing but whitespace and control characters is in `text`.
  static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  private static func needsWork(_ text: String, keepingLines: Bool) -> Bool {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty else { return false }
    if bytes[0] <= 0x20 || bytes[bytes.count - 1] <= 0x20 { return true }
    if isPrintableASCII(bytes), keepingLines || !hasDoubleSpace(bytes) { return false }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte > 0x20 {
        if byte >= 0x7F, isSuspect(bytes, at: index) { return true }
      } else if byte == 0x20 {
        if !keepingLines, bytes[index - 1] == 0x20 { return true }
      } else if !keepingLines || byte != 0x0A && byte != 0x09 {
        return true
      }
    }
    return false
  }

  /// Whether no byte is a control character or outside ASCII; without a branch in the loop, so
  /// that the compiler makes vector code of it.
  private static func isPrintableASCII(_ bytes: Span<UInt8>) -> Bool {
    var others: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      others |= (byte < 0x20 ? 1 : 0) | (byte >= 0x7F ? 1 : 0)
    }
    return others == 0
  }

  /// Whether two spaces stand side by side; without a branch, too.
  private static func hasDoubleSpace(_ bytes: Span<UInt8>) -> Bool {
    let (first, next) = (bytes.extracting(droppingLast: 1), bytes.extracting(1...))
    var doubled: UInt8 = 0
    for index in 0..<min(first.count, next.count) {
      doubled |= (first[index] ^ 0x20) | (next[index] ^ 0x20) == 0 ? 1 : 0
    }
    return doubled != 0
  }

  /// Whether DEL, a C1 control, a no-break space, a line separator or a byte order mark may stand
  /// at `index`.
  private static func isSuspect(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0x7F: return true
    case 0xC2: return next <= 0xA0
    case 0xE2: return next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8
    case 0xEF: return next == 0xBB
    default: return false
    }
  }

  private struct Cleaner {
    private let source: [UInt8]
    private let keepingLines: Bool
    private var result: [UInt8] = []
    private var pendingSpace = false

    init(_ text: String, keepingLines: Bool) {
      source = Array(text.utf8)
      self.keepingLines = keepingLines
      result.reserveCapacity(source.count)
    }

    mutating func run() -> String {
      var index = 0
      while index < source.count {
        let start = index
        while index < source.count, (0x21...0x7E).contains(source[index]) { index += 1 }
        if index > start {
          flush()
          result.append(contentsOf: source[start..<index])
          continue
        }
        let (width, replacement) = look(at: index)
        if let replacement {
          append(replacement, followsReturn: index > 0 && source[index - 1] == 0x0D)
        } else if width == 1 || !isMark(at: index) {
          flush()
          result.append(contentsOf: source[index..<min(index + width, source.count)])
        }
        index += width
      }
      while let last = result.last, last <= 0x20 { result.removeLast() }
      return String(decoding: result, as: UTF8.self)
    }

    /// The bytes to take at `index`, and the whitespace that they become, if they do.
    private func look(at index: Int) -> (width: Int, whitespace: UInt8?) {
      let byte = source[index]
      if byte == 0x0A || byte == 0x0D { return (1, 0x0A) }
      if byte == 0x09 { return (1, 0x09) }
      if byte <= 0x20 || byte == 0x7F { return (1, 0x20) }
      if byte == 0xC2, index + 1 < source.count, source[index + 1] <= 0xA0 {
        return (2, source[index + 1] == 0x85 ? 0x0A : 0x20)
      }
      if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80,
        source[index + 2] == 0xA8 || source[index + 2] == 0xA9
      {
        return (3, 0x0A)
      }
      return (isMark(at: index) ? 3 : 1, nil)
    }

    private func isMark(at index: Int) -> Bool {
      source[index] == 0xEF && index + 2 < source.count && source[index + 1] == 0xBB
        && source[index + 2] == 0xBF
    }

    private mutating func append(_ whitespace: UInt8, followsReturn: Bool) {
      guard !result.isEmpty else { return }
      if !keepingLines {
        pendingSpace = true
      } else if !(whitespace == 0x0A && followsReturn && result.last == 0x0A) {
        result.append(whitespace)
      }
    }

    private mutating func flush() {
      if pendingSpace { result.append(0x20) }
      pendingSpace = false
    }
  }
}
