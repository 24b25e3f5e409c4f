/// A character reference of HTML in a text: `&name;`, `&#233;` or `&#xE9;`.
struct CharacterReference {
  /// What it stands for.
  let text: String
  /// The index behind it.
  let end: Int

  /// The longest name and the two signs around it.
  private static let longest = 33

  /// The reference that begins with the `&` at `index`; nil where a plain `&` stands, as in `AT&T`.
  init?(_ bytes: Span<UInt8>, _ index: Int) {
    var end = index + 1
    let limit = min(bytes.count, index + Self.longest)
    while end < limit, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "#") {
      end += 1
    }
    guard end < limit, bytes[end] == UInt8(ascii: ";"), end > index + 1 else { return nil }
    let name = Substring(bytes.string(index + 1..<end))
    guard
      let text = name.first == "#" ? Self.character(name.dropFirst()) : HTMLEntities.text(of: name)
    else { return nil }
    self.text = text
    self.end = end + 1
  }

  private static func character(_ number: Substring) -> String? {
    let isHexadecimal = number.first == "x" || number.first == "X"
    let digits = number.dropFirst(isHexadecimal ? 1 : 0)
    guard !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && (isHexadecimal ? $0.isHexDigit : $0.isNumber) })
    else { return nil }
    return text(numbered: UInt32(digits, radix: isHexadecimal ? 16 : 10))
  }

  /// The character with a number; U+FFFD where no text may hold it.
  static func text(numbered number: UInt32?) -> String {
    number.flatMap(HTMLEntities.character).map(String.init) ?? "\u{FFFD}"
  }
}
