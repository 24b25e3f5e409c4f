extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIILower: Bool { self &- 0x61 < 26 }
  var isASCIIUpper: Bool { self &- 0x41 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// A letter or digit of ASCII, or part of a character beyond ASCII.
  var isWordByte: Bool { isASCIIAlphanumeric || self >= 0x80 }
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension Span where Element == UInt8 {
  /// The text of a range of UTF-8.
  func string(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }

  /// The byte at `index`, or 0 outside.
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? self[index] : 0 }

  /// The first index from `index` on that holds no blank.
  func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// The first index from `index` on that holds no letter of ASCII.
  func skippingLetters(_ index: Int) -> Int {
    var index = index
    while index < count, self[index].isASCIILetter { index += 1 }
    return index
  }

  /// The UTF-8 scalar at `index` and its length; nil and 1 where the bytes are none.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = self[index]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else { return (length == 1 ? Unicode.Scalar(first) : nil, 1) }
    guard first < 0xF5, index + length <= count else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = self[index + offset]
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    guard value >= minimum, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
