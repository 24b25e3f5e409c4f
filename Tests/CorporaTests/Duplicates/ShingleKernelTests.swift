import LinearAlgebra
import Testing

@testable import Corpora

@Suite struct ShingleKernelTests {
  static func shingles(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    ShingleKernel.shingles(of: text.utf8Span.span, into: &hashes)
    return hashes
  }

  /// Words of every length at every offset in a group of 64 bytes have one hash, wherever the text
  /// ends.
  @Test func placeChangesNothing() {
    for length in 1...20 {
      let word = String("abcdefghijklmnopqrst".prefix(length))
      let expected = Self.shingles("one two \(word)")
      #expect(expected.count == 1)
      for offset in 0..<70 {
        let text = String(repeating: " ", count: offset) + "one, two;\(word)"
        #expect(Self.shingles(text) == expected)
        #expect(Self.shingles(text + " ") == expected)
      }
    }
  }

  /// A word beyond ASCII that lies across the ends of groups and stretches is one word.
  @Test func wordsAcrossEndsAreWhole() {
    let words = "one two M\u{D6}glichkeitsR\u{E4}ume of moss"
    let expected = Self.shingles(words)
    for offset in Array(0..<140) + Array(480..<540) + Array(1000..<1040) {
      let text = String(repeating: ".", count: offset) + words
      #expect(Self.shingles(text) == expected, "\(offset)")
    }
  }

  /// As many shingles as there are runs of three words, by a split that knows no masks.
  @Test(arguments: 0..<20 as Range<UInt64>) func allWordsCount(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let letters = Array("abcXYZ019 ,.-é日語")
    let text = String((0..<300).map { _ in letters[Int(generator.next() % UInt64(letters.count))] })
    var words = 0
    var isInside = false
    for character in text {
      switch character {
      case " ", ",", ".", "-": isInside = false
      case "日", "語":
        words += 1
        isInside = true
      default:
        if !isInside { words += 1 }
        isInside = true
      }
    }
    #expect(Self.shingles(text).count == max(0, words - 2))
  }

  @Test func caseOfASCIIIsFoldedAndNothingElse() {
    let plain = Self.shingles("moss grows slowly")
    #expect(Self.shingles("MOSS Grows sLOWLy") == plain)
    for other in [
      "moss grows slowl", "moss grow sslowly", "grows moss slowly", "mosß grows slowly",
    ] {
      #expect(Self.shingles(other) != plain)
    }
    #expect(Self.shingles("a1 b2 c3") != Self.shingles("a1 b2 cS"))
    #expect(Self.shingles("é è ê") != Self.shingles("É È Ê"))
  }

  @Test func hashesTellBytesLengthAndSeedApart() {
    let texts = ["", "a", "a\0", "abcdefgh", "abcdefgh\0", "abcdefghi", "bacdefgh"]
    let hashes = texts.flatMap { text in
      (0..<3 as Range<UInt64>).map { ShingleKernel.hash(text.utf8Span.span, seed: $0) }
    }
    #expect(Set(hashes).count == hashes.count)
  }
}
