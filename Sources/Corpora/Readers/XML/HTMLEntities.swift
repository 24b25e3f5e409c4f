/// The characters that HTML gives names to (HTML Living Standard, 13.5: 2,125 names).
///
/// Dumps use them in XML without declaring them, because what they quote was HTML once.
enum HTMLEntities {
  private static let texts: [Substring: String] = {
    var texts: [Substring: String] = [:]
    for entry in table.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      guard parts.count == 2 else { continue }
      texts[parts[0]] = String(
        String.UnicodeScalarView(
          parts[1].split(separator: "+").compactMap {
            UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
          }))
    }
    return texts
  }()

  /// The text of the entity `&name;`, or nil where HTML has none.
  static func text(of name: Substring) -> String? { texts[name] }

  /// The character of a reference by number: the numbers 128 to 159 mean Windows-1252, as in
  /// HTML; nil where no text may hold it.
  static func character(_ number: UInt32) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(number) { return windows1252[Int(number) - 0x80] }
    guard number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D,
      number & 0xFFFE != 0xFFFE
    else { return nil }
    return Unicode.Scalar(number)
  }

  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
