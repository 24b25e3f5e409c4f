import Testing

@testable import Corpora

@Suite struct PackedWordsTests {
  static func key(_ word: String) -> PackedWords.Key {
    var key = PackedWords.Key()
    for byte in word.utf8 { key.append(byte) }
    return key
  }

  @Test func everyFunctionWordIsFoundAndNoOther() {
    for (word, languages) in FunctionWords.languages {
      #expect(FunctionWords.packed[Self.key(word)] == languages, "\(word)")
      for other in [word + "q", "q" + word, word + word] where FunctionWords.languages[other] == nil
      {
        #expect(FunctionWords.packed[Self.key(other)] == 0, "\(other)")
      }
    }
    #expect(FunctionWords.packed[Self.key("")] == 0)
  }

  /// Of a longer word only sixteen bytes are kept, but its length tells it apart.
  @Test func longWordsAreNoShortOnes() {
    let words = PackedWords([
      (key: "abcdefghijklmnop", value: 1), (key: "abcdefghijklmnopq", value: 2),
    ])
    #expect(words[Self.key("abcdefghijklmnop")] == 1)
    #expect(words[Self.key("abcdefghijklmnopq")] == 0)
  }
}
