/// What each byte of UTF-8 text can do in a token; the order of the cases is what the scanner
/// branches on.
enum ByteClass {
  // A letter or digit of ASCII: always part of a token. Bit 0 says that the letter is upper case.
  static let lower: UInt8 = 0
  static let upper: UInt8 = 1
  static let digit: UInt8 = 2
  // Part of a token or not: what follows decides.
  static let hyphen: UInt8 = 3
  static let apostrophe: UInt8 = 4
  static let dot: UInt8 = 5
  static let suffix: UInt8 = 6
  static let at: UInt8 = 7
  static let wide: UInt8 = 8
  // Never part of a token.
  static let space: UInt8 = 9
  static let boundary: UInt8 = 10
  static let newline: UInt8 = 11

  /// The class of each of the 256 bytes.
  static let table: [UInt8] = {
    var classes = [UInt8](repeating: space, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { classes[Int(byte)] = lower }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(byte)] = upper }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = digit }
    for byte in 128...255 { classes[byte] = wide }
    for byte in ",;:!?()[]/".utf8 { classes[Int(byte)] = boundary }
    for byte in "+#".utf8 { classes[Int(byte)] = suffix }
    classes[Int(UInt8(ascii: "-"))] = hyphen
    classes[Int(UInt8(ascii: "'"))] = apostrophe
    classes[Int(UInt8(ascii: "."))] = dot
    classes[Int(UInt8(ascii: "@"))] = at
    classes[Int(UInt8(ascii: "\n"))] = newline
    return classes
  }()
}
