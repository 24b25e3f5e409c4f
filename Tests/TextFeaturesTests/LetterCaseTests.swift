import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct LetterCaseTests {
  @Test func rulesAgreeWithTheUnicodeTables() {
    for value in UInt32(0x80)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), LetterCase.role(of: scalar) == .letter,
        let lower = LetterCase.ruledLowercase(scalar)
      else { continue }
      // The dotted capital I is the one letter whose lower case is two scalars.
      if value == 0x130 { continue }
      #expect(
        String(lower) == scalar.properties.lowercaseMapping, "U+\(String(value, radix: 16))")
    }
  }

  @Test func ruledLettersAreLetters() {
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), LetterCase.role(of: scalar) == .letter else {
        continue
      }
      let category = scalar.properties.generalCategory
      let isLetter = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .letterNumber,
      ].contains(category)
      // The blocks of ideographs hold a few symbols and places not yet assigned.
      #expect(isLetter || (0x3400...0x9FFF).contains(value), "U+\(String(value, radix: 16))")
    }
  }

  @Test func decodingAgreesWithTheStandardLibrary() {
    for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let decoded = LetterCase.decode(bytes.span, at: 0)
      #expect(decoded.scalar == scalar)
      #expect(decoded.length == bytes.count)
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xC3, 0x41], [0xE0, 0x80, 0x80], [0xE2, 0x82],
      [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func whatIsNoUTF8IsOneByteWithoutScalar(bytes: [UInt8]) {
    let decoded = LetterCase.decode(bytes.span, at: 0)
    #expect(decoded.scalar == nil)
    #expect(decoded.length == 1)
  }
}
