/// The remnants of mathematics, commands and addresses that a token meets.
enum Markup {
  /// A key's first word for up to eight bytes of ASCII.
  static func word(_ text: StaticString) -> UInt64 {
    "\(text)".utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The endings that make digits an ordinal or a multiple.
  static let quantityEndings: [UInt64] = ["x", "st", "nd", "rd", "th"].map(word)
  private static let schemes: [UInt64] = ["http", "https", "ftp"].map(word)

  /// Whether a word of up to five bytes, as a key's first word, is a scheme of web addresses.
  @inline(never)
  static func isScheme(_ word: UInt64) -> Bool { schemes.contains(word) }

  private static let commonDomains = ["com", "org", "net", "edu", "gov", "io"].map {
    Array($0.utf8)
  }

  /// The Greek letters and their variants by their commands, and the script letter l.
  private static let symbols: [(command: [UInt8], name: StaticString)] = {
    let names: [StaticString] = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
      "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi",
      "Omega",
    ]
    let variants: [(StaticString, StaticString)] = [
      ("varepsilon", "epsilon"), ("vartheta", "theta"), ("varphi", "phi"), ("varrho", "rho"),
      ("varsigma", "sigma"), ("ell", "l"),
    ]
    return (names.map { ($0, $0) } + variants).map { (Array("\($0.0)".utf8), $0.1) }
  }()

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

  /// The end of the command that begins with the backslash at `index`: its letters, or one byte.
  static func commandEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return end
  }

  /// The symbol whose command begins at `index`, and where the command ends.
  static func greekCommand(
    _ bytes: Span<UInt8>, _ index: Int
  ) -> (name: StaticString, end: Int)? {
    let end = commandEnd(bytes, index)
    let length = end - index - 1
    guard length >= 2, length <= 10 else { return nil }
    for symbol in symbols where symbol.command.count == length {
      if (0..<length).allSatisfy({ symbol.command[$0] == bytes[index + 1 + $0] }) {
        return (symbol.name, end)
      }
    }
    return nil
  }

  /// The end of `$...$` at `index`, if it is short and shows only letters, digits and symbols.
  static func simpleMathEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    let limit = min(bytes.count, index + 26)
    var position = index + 1
    var shown = 0
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "$"): return shown > 0 ? position + 1 : nil
      case UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        position += 1
      case UInt8(ascii: "\\"):
        if greekCommand(bytes, position) != nil { shown += 1 }
        let end = commandEnd(bytes, position)
        guard end > position + 1 else { return nil }
        position = end
      case let byte where isLetter(byte) || isDigit(byte):
        shown += 1
        position += 1
      default: return nil
      }
    }
    return nil
  }

  /// The end of the address whose scheme, read before `index`, is `word`: past the address, or past
  /// the "URL" of "https URL", which listings put in the place of one.
  @inline(never)
  static func addressEnd(afterScheme word: UInt64, _ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard isScheme(word) else { return nil }
    if matches("://", bytes, index) { return wordEnd(bytes, index) }
    return matches(" URL", bytes, index) ? index + 4 : nil
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
