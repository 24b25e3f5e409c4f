/// The characters that HTML gives names to.
enum HTMLEntities {
  /// The longest name.
  static let longestName = 31

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    table.reserveCapacity(2_200)
    for entry in "\(names)".split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let colon = entry.firstIndex(of: ":") else { continue }
      var text = String.UnicodeScalarView()
      for digits in entry[entry.index(after: colon)...].split(separator: "+") {
        guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
          continue
        }
        text.append(scalar)
      }
      table[String(entry[..<colon])] = String(text)
    }
    return table
  }()

  /// The number of names.
  static var nameCount: Int { table.count }

  /// The text that `&name;` stands for, or nil if HTML has no such name.
  static func text(named name: String) -> String? { table[name] }

  /// The scalar that `&#number;` stands for, by the standard's rules: no scalar becomes U+FFFD, and
  /// 0x80 to 0x9F mean those of Windows-1252.
  static func scalar(numbered number: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(number) { return windows1252[Int(number - 0x80)] }
    guard number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return scalar
  }

  /// What bytes 0x80 to 0x9F are in Windows-1252; the five that are nothing stay controls.
  private static let windows1252: [Unicode.Scalar] = Array(
    ("\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}"
      + "\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"
      + "\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}").unicodeScalars)

  /// The reference that begins with the `&` at `index`: its text and where it ends.
  static func reference(_ bytes: Span<UInt8>, _ index: Int) -> (text: String, end: Int)? {
    var end = index + 1
    let limit = min(bytes.count, index + longestName + 2)
    while end < limit, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "#") {
      end += 1
    }
    guard end < limit, bytes[end] == UInt8(ascii: ";"), end > index + 1 else { return nil }
    let name = bytes.string(index + 1..<end)
    guard name.utf8.first == UInt8(ascii: "#") else {
      return text(named: name).map { ($0, end + 1) }
    }
    let isHexadecimal = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIAlphanumeric) else { return nil }
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else {
      let isNumber = digits.allSatisfy { isHexadecimal ? $0.isHexDigit : $0.isASCII && $0.isNumber }
      return isNumber ? ("\u{FFFD}", end + 1) : nil
    }
    return (String(Character(scalar(numbered: number))), end + 1)
  }
}
