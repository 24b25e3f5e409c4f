import BlockScheduling
import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct CollocationsTests {
  private func fit(_ texts: [String], minimum: Int? = nil) throws -> Vocabulary {
    var options = TextFeatureOptions()
    options.minimumDocumentFrequency = minimum
    return try TextFeatureModel.fit(texts, options: options, scheduler: BlockScheduler(threads: 1))
      .model.vocabulary
  }

  private func phrases(_ vocabulary: Vocabulary) -> [String] {
    vocabulary.terms.filter { $0.contains(" ") }.sorted()
  }

  private func pairs(_ ids: [Int32], _ lexicon: Lexicon) -> [UInt64] {
    var keys: [UInt64] = []
    let found = PairKernels.collectPairs(ids.span, lexicon: lexicon, into: &keys)
    return Array(keys[..<found])
  }

  @Test func plantedPhrasesAreFoundAndNoOthers() throws {
    let vocabulary = try fit(MadeUpTexts.texts(3_000), minimum: 5)
    #expect(phrases(vocabulary) == ["blue gene chip", "chain of custody", "tidal lagoon"])
  }

  @Test func phrasesDoNotCrossBoundariesOrStopWords() throws {
    let texts = (0..<64).map { index in
      """
      first\(index)q upper. velvet, curtain second\(index)q granite the iron (ore) third\(index)q
      fabric 42 marble x statue: ledger

      harbour we show valley
      """
    }
    #expect(phrases(try fit(texts)) == [])
    let joined = texts.map { $0.replacing(". velvet", with: " velvet") }
    #expect(phrases(try fit(joined)) == ["upper velvet"])
  }

  @Test func aPhraseThatOccursOnlyInsideALongerOneIsLeftOut() throws {
    let fillers = ["amber", "birch", "cedar", "delta", "ember", "flint", "grove", "heath"]
    let texts = (0..<64).map { index in
      """
      \(fillers[index % 8]) \(fillers[index / 8]) hidden markov chain \(fillers[index / 8])
      \(fillers[index % 8]) \(index % 3 == 0 ? "markov chain" : "") \(fillers[(index + 3) % 8])
      """
    }
    let found = phrases(try fit(texts))
    #expect(found.contains("hidden markov chain"))
    #expect(found.contains("markov chain"))
    #expect(!found.contains("hidden markov"))
  }

  @Test(arguments: 0..<6) func pairCountsEqualCountingEachByHand(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "streams")
    let lexicon = Lexicon(stopWords: .english)
    let (stop, words) = (lexicon.stopWordCount, 12)
    var stream = TokenStream()
    for _ in 0..<400 {
      for _ in 0..<generator.nextIndex(below: 20) {
        let id = generator.nextIndex(below: words + 4) - 4
        let token = id >= 0 ? stop + id : id == -1 ? 0 : id == -2 ? stop - 1 : -1
        stream.ids.append(Int32(token))
      }
      stream.endText()
    }
    var expected: [UInt64: Int32] = [:]
    var found: [UInt64: Int32] = [:]
    for text in 0..<stream.textCount {
      let ids = Array(stream.ids[stream.range(of: text)])
      for index in ids.indices where ids[index] >= stop {
        if index + 1 < ids.count, ids[index + 1] >= stop {
          expected[PairTable.key(ids[index], 0, ids[index + 1]), default: 0] += 1
        }
        if index + 2 < ids.count, ids[index + 1] == 0, ids[index + 2] >= stop {
          expected[PairTable.key(ids[index], 1, ids[index + 2]), default: 0] += 1
        }
      }
      for key in pairs(ids, lexicon) { found[key, default: 0] += 1 }
    }
    #expect(found == expected)
  }

  @Test(arguments: 0..<30) func aRunOfWordsHasLengthMinusOnePairs(length: Int) {
    let run = (0..<length).map { Int32($0) }
    #expect(pairs(run, Lexicon(stopWords: .none)).count == max(0, length - 1))
  }

  /// With every run of two and three words in the vocabulary, a text of n words has n words, n - 1
  /// pairs and n - 2 triples.
  @Test(arguments: 1..<9) func nGramCountIsLengthMinusNPlusOne(length: Int) throws {
    let words = Array(MadeUpTexts.words.prefix(length))
    var terms = words
    for size in 2...3 where size <= length {
      for start in 0...(length - size) {
        terms.append(words[start..<start + size].joined(separator: " "))
      }
    }
    let vocabulary = try Vocabulary(
      terms: terms, documentFrequency: terms.map { _ in 1 }, displayForms: terms)
    let model = TextFeatureModel(
      vocabulary: vocabulary, documentCount: 1, options: TextFeatureOptions())
    let counts = try model.transform(
      [words.joined(separator: " ")], scheduler: BlockScheduler(threads: 1)
    ).counts
    var bySize = [0, 0, 0, 0]
    counts.withRow(0) { columns, values in
      for entry in columns.indices {
        bySize[vocabulary.wordCount(at: Int(columns[entry]))] += Int(values[entry])
      }
    }
    #expect(bySize == [0, length, max(0, length - 1), max(0, length - 2)])
  }
}
