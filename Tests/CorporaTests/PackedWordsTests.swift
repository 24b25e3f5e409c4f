import LinearAlgebra
import Testing

@testable import Corpora

@Suite struct PackedWordsTests {
  /// The words of a text with the places where they end, as the finder sees them.
  static func words(
    _ text: String, withApostrophes: Bool = true, letterLimit: Int = 10_000
  ) -> (keys: [PackedWords.Key], ends: [Int], isCutOff: Bool) {
    var finder = WordFinder()
    var (keys, ends): ([PackedWords.Key], [Int]) = ([], [])
    let isCutOff = finder.forEachWord(
      in: text.utf8Span.span, withApostrophes: withApostrophes, letterLimit: letterLimit
    ) {
      keys.append($0)
      ends.append($1)
    }
    return (keys, ends, isCutOff)
  }

  static func key(_ word: String) throws -> PackedWords.Key {
    let found = words(word).keys
    try #require(found.count == 1, "\(word)")
    return found[0]
  }

  @Test func everyFunctionWordIsFoundAndNoOther() throws {
    for (word, languages) in FunctionWords.languages
    where word.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2D }) {
      #expect(try FunctionWords.packed[Self.key(word)] == languages, "\(word)")
      #expect(try FunctionWords.packed[Self.key(word.uppercased())] == languages, "\(word)")
      for other in [word + "q", "q" + word, word + word] where FunctionWords.languages[other] == nil
      {
        #expect(try FunctionWords.packed[Self.key(other)] == 0, "\(other)")
      }
    }
  }

  /// Of a longer word only sixteen bytes are kept, but its length tells it apart.
  @Test func longWordsAreNoShortOnes() throws {
    let words = PackedWords([
      (key: "abcdefghijklmnop", value: 1), (key: "abcdefghijklmnopq", value: 2),
    ])
    #expect(try words[Self.key("abcdefghijklmnop")] == 1)
    #expect(try words[Self.key("abcdefghijklmnopq")] == 0)
  }

  /// Against a walk byte by byte, with and without apostrophes and a limit.
  @Test(arguments: 0..<40 as Range<UInt64>) func wordsAreThoseOfASlowWalk(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let letters = Array("abcXYZ'' ,.-9\u{E9}")
    let text = String((0..<900).map { _ in letters[Int(generator.next() % UInt64(letters.count))] })
    let bytes = Array(text.utf8)
    for (withApostrophes, limit) in [(true, 10_000), (true, 50), (false, 10_000), (false, 201)] {
      var (keys, ends): ([PackedWords.Key?], [Int]) = ([], [])
      var (word, letterCount) = ("", 0)
      for (place, byte) in (bytes + [0x20]).enumerated() {
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        if isLetter || withApostrophes && byte == 0x27 && !word.isEmpty {
          word.append(Character(Unicode.Scalar(byte | 0x20)))
          letterCount += isLetter ? 1 : 0
        } else if !word.isEmpty {
          keys.append(PackedWords.Key(word))
          ends.append(place)
          word = ""
          if letterCount >= limit { break }
        }
      }
      let found = Self.words(text, withApostrophes: withApostrophes, letterLimit: limit)
      #expect(found.keys.map { $0.count > 16 ? nil : $0 } == keys && found.ends == ends)
      #expect(found.isCutOff == (letterCount >= limit))
    }
  }
}
