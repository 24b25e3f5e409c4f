/// The quantities and addresses that a token may turn out to be, and the blank lines between.
enum Markup {
  /// A key's first word for up to eight bytes of ASCII.
  static func word(_ text: StaticString) -> UInt64 {
    "\(text)".utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The endings that make digits an ordinal or a multiple.
  static let quantityEndings: [UInt64] = ["x", "st", "nd", "rd", "th"].map(word)
  private static let commonDomains = ["com", "org", "net", "edu", "gov", "io"].map {
    Array($0.utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether only white space stands between `index` and the next line feed.
  static func blankLineFollows(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var index = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: return true
      case 0x20, 0x09, 0x0D: index += 1
      default: return false
      }
    }
    return false
  }

  private static func matches(_ text: StaticString, _ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var index = index
    for byte in "\(text)".utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// The end of an address: white space, a quote or a closing bracket.
  static func wordEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        return end
      default: end += 1
      }
    }
    return end
  }

  /// The end of an e-mail address or a bare domain that begins at `index`.
  @inline(never)
  static func addressEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var position = index
    var labelStart = index
    var sawAt = false
    var labelCount = 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") {
        guard position + 1 < bytes.count,
          isLetter(bytes[position + 1]) || isDigit(bytes[position + 1])
        else { break }
        if byte == UInt8(ascii: "@") { sawAt = true } else { labelCount += 1 }
        labelStart = position + 1
      } else if !isLetter(byte) && !isDigit(byte) && byte != UInt8(ascii: "-")
        && byte != UInt8(ascii: "_")
      {
        break
      }
      position += 1
    }
    guard labelCount > 1 else { return nil }
    let isWeb = bytes[index] | 0x20 == UInt8(ascii: "w") && matches("ww.", bytes, index + 1)
    let label = (labelStart..<position).map { bytes[$0] }
    guard sawAt || isWeb || commonDomains.contains(label) else { return nil }
    return wordEnd(bytes, position)
  }
}
