internal import CTextScanning

/// Finds the words of texts, one text after the other, in a buffer that is used again.
///
/// A word is a run of letters of ASCII.
struct WordFinder {
  private var words: [pt_letter_word] = []

  /// Calls `body` with each word and where it ends, until the words have so many letters in all.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - withApostrophes: Whether apostrophes behind the first letter are letters, uncounted ones.
  ///   - letterLimit: The number of letters after which the word at hand is the last.
  ///   - body: Is told of each word.
  /// - Returns: Whether there are so many letters.
  /// - Complexity: O(bytes).
  @inline(__always) @discardableResult
  mutating func forEachWord(
    in bytes: Span<UInt8>, withApostrophes: Bool, letterLimit: Int,
    _ body: (PackedWords.Key, Int) -> Void
  ) -> Bool {
    var letterCount = letterLimit
    if words.count < letterLimit {
      words = [pt_letter_word](repeating: pt_letter_word(), count: letterLimit)
    }
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe words.withUnsafeMutableBufferPointer { words in
        unsafe pt_find_words(
          bytes.baseAddress, bytes.count, withApostrophes, &letterCount, words.baseAddress)
      }
    }
    let found = words.span.extracting(first: count)
    for index in found.indices {
      let word = found[index]
      let key = PackedWords.Key(
        first: word.first, second: word.second, count: Int(word.end &- word.start))
      body(key, Int(word.end))
    }
    return letterCount == letterLimit
  }
}
