import PaperTrends

/// Spellings for words that no source has: pronounceable, and a different one for each number.
struct InventedSpelling: Sendable {
  private static let consonants = Array("bcdfghjklmnprstvwz".utf8)
  private static let vowels = Array("aeiou".utf8)
  private static let syllableCount: UInt64 = 90

  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// Appends the word of a number that is not negative.
  ///
  /// Words of small numbers, which are the frequent ones, are shorter. Within a length the numbers
  /// are mixed by an affine map, so that neighbours look unlike. Most words are in small letters;
  /// some begin with a capital, some are all capitals, some are compounds with a hyphen.
  func append(_ number: Int64, to text: inout [UInt8]) {
    var length = 2
    var first: UInt64 = 0
    var size = Self.syllableCount * Self.syllableCount
    while UInt64(number) - first >= size {
      first += size
      size *= Self.syllableCount
      length += 1
    }
    // 7 and 90 have no common factor, so the map is one to one.
    var code = ((UInt64(number) - first) &* Self.multiplier % size + seed % size) % size
    let shape = Self.shape(number)
    for syllable in 0..<length {
      let digit = Int(code % Self.syllableCount)
      code /= Self.syllableCount
      if shape == .compound, syllable == length / 2 { text.append(UInt8(ascii: "-")) }
      var consonant = Self.consonants[digit / 5]
      var vowel = Self.vowels[digit % 5]
      if shape == .capitals || shape == .capitalized && syllable == 0 { consonant &= 0xDF }
      if shape == .capitals { vowel &= 0xDF }
      text.append(consonant)
      text.append(vowel)
    }
  }

  /// A power of 7 below 2^20, so that its product with any code stays below 2^64.
  private static let multiplier: UInt64 = 823_543

  private enum Shape { case plain, capitalized, capitals, compound }

  private static func shape(_ number: Int64) -> Shape {
    switch (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 60 {
    case 0...7: .plain
    case 8...11: .compound
    case 12...14: .capitalized
    default: .capitals
    }
  }
}
