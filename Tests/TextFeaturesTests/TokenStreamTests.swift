import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct TokenStreamTests {
  private static let lexicon = Lexicon(stopWords: .english)

  /// Words that follow a boundary or not, with ids of connectors, stop words, others or -1.
  private func texts(_ seed: Int) -> [[(word: PlainWord, id: Int32)]] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "streams")
    let bounds = [0, Self.lexicon.connectorCount, Self.lexicon.stopWordCount, 1_000]
    return (0..<30).map { _ in
      (0..<generator.nextIndex(below: 80)).map { _ in
        let kind = generator.nextIndex(below: 4)
        let word = PlainWord.other(
          followsBoundary: generator.nextIndex(below: 4) == 0, isInFirstParagraph: true)
        return (
          word,
          kind == 3
            ? -1
            : Int32(bounds[kind] + generator.nextIndex(below: bounds[kind + 1] - bounds[kind]))
        )
      }
    }
  }

  private func stream(_ texts: [[(word: PlainWord, id: Int32)]], _ rule: StreamRule) -> TokenStream
  {
    var rule = rule
    var stream = TokenStream()
    for text in texts {
      let (words, ids) = (text.map(\.word), text.map(\.id))
      rule.append(words.span, ids.span, to: &stream)
    }
    return stream
  }

  @Test(arguments: 0..<20) func neighboursAreCutAtBoundariesAndWordsLeftOut(seed: Int) {
    let texts = texts(seed)
    let stream = stream(texts, StreamRule(Self.lexicon, keepsNeighbours: true))
    #expect(stream.textCount == texts.count)
    for (number, text) in texts.enumerated() {
      var expected: [Int32] = []
      for (word, id) in text {
        let isKept =
          id >= Self.lexicon.stopWordCount || id >= 0 && id < Self.lexicon.connectorCount
        if word.followsBoundary || !isKept, let last = expected.last, last >= 0 {
          expected.append(TokenStream.boundary)
        }
        if isKept { expected.append(id) }
      }
      #expect(Array(stream.ids[stream.range(of: number)]) == expected)
    }
  }

  @Test(arguments: 0..<5) func wordsAloneAreThoseThatAreNoStopWords(seed: Int) {
    let texts = texts(seed)
    let stream = stream(texts, StreamRule(Self.lexicon, keepsNeighbours: false))
    let expected = texts.map { $0.map(\.id).filter { $0 >= Self.lexicon.stopWordCount } }
    #expect(stream.ids == expected.flatMap(\.self))
    #expect((0..<texts.count).map { stream.range(of: $0).count } == expected.map(\.count))
    #expect(stream.longestText == expected.map(\.count).max())
  }

  @Test func newIDsLeaveBoundaries() {
    var stream = TokenStream()
    stream.append([2, -1, 0, 1, 2, 7], count: 5)
    stream.endText()
    let newIDs: [Int32] = [5, -1, 3]
    stream.renumber(newIDs.span)
    #expect(stream.ids == [3, -1, 5, -1, 3])
    let none: [Int32] = []
    stream.renumber(none.span)
    #expect(stream.ids == [3, -1, 5, -1, 3])
  }
}
