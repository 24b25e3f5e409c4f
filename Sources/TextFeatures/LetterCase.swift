/// What a scalar beyond ASCII can do in a token, and its lower-case form.
///
/// The two-byte alphabets (Latin-1, Latin Extended-A, Greek, Cyrillic) go by rule; all other
/// scalars ask the Unicode tables of the standard library. The rules agree with the tables.
enum LetterCase {
  /// What a scalar can do in a token.
  enum Role {
    case letter, digit, hyphen, apostrophe, ignorable, boundary, space
    /// A mark that combines with the letter before it.
    case mark
  }

  /// The role of a scalar of U+0080 or above.
  static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0xC0...0x24F: scalar.value == 0xD7 || scalar.value == 0xF7 ? .space : .letter
    case 0x391...0x3A1, 0x3A3...0x3E1, 0x400...0x481, 0x48A...0x52F: .letter
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: .ignorable
    case 0x2010, 0x2011: .hyphen
    case 0x2019, 0x2BC: .apostrophe
    case 0x2018, 0x201C, 0x201D: .space
    case 0x2212: .boundary
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: .letter
    default: tabledRole(of: scalar)
    }
  }

  private static func tabledRole(of scalar: Unicode.Scalar) -> Role {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      .letter
    case .decimalNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .paragraphSeparator:
      .boundary
    default: .space
    }
  }

  /// Whether the scalar writes a word or syllable by itself, so that one alone is a term.
  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

  /// The lower-case form by rule, or nil where only the Unicode tables know.
  static func ruledLowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0xC0...0xDE where value != 0xD7: return Unicode.Scalar(value + 0x20)
    case 0x80...0xFF: return scalar
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF,
      0x4D0...0x52F:
      return Unicode.Scalar(value | 1)
    case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE:
      return Unicode.Scalar(value + (value & 1))
    case 0x178: return Unicode.Scalar(0xFF as UInt32)
    case 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: return Unicode.Scalar(value + 0x20)
    case 0x3AC...0x3CE, 0x430...0x45F: return scalar
    case 0x386: return Unicode.Scalar(0x3AC as UInt32)
    case 0x388...0x38A: return Unicode.Scalar(value + 0x25)
    case 0x400...0x40F: return Unicode.Scalar(value + 0x50)
    case 0x4C0: return Unicode.Scalar(0x4CF as UInt32)
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: return scalar
    default: return nil
    }
  }

  /// The scalar at `position` and its length in bytes; nil with length 1 where the bytes are no
  /// UTF-8 (Unicode 16, table 3-7).
  static func decode(
    _ bytes: Span<UInt8>, at position: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = UInt32(bytes[position])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, position + length <= bytes.count else { return (nil, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[position + offset])
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | byte & 0x3F
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
