import BlockScheduling
import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import TopicModeling

@Suite struct CoherenceTests {
  static let texts = [
    "deep learning graph", "deep learning", "graph node", "graph node learning", "protein fold",
  ]
  static let topic = ["deep", "learning", "graph"]
  static let scheduler = BlockScheduler(threads: 2)

  private func coherence(
    _ topics: [[String]], in texts: [String] = texts, npmi: CooccurrenceWindow = .document,
    cv: CooccurrenceWindow = .document, threads: Int = 2, blockOrderSeed: UInt64? = nil
  ) -> TopicCoherence {
    var options = TopicCoherence.Options()
    options.npmiWindow = npmi
    options.cvWindow = cv
    return TopicCoherence(
      topics: topics, in: texts, options: options,
      scheduler: BlockScheduler(threads: threads, blockOrderSeed: blockOrderSeed))
  }

  // MARK: - Reference values

  @Test func pairsHaveTheirNormalisedPMI() throws {
    for (pair, expected) in [
      (["learning", "deep"], 0.557493), (["graph", "deep"], -0.113283),
      (["graph", "learning"], 0.114986),
    ] {
      let score = try #require(coherence([pair]).npmi)
      #expect(abs(score - expected) < 0.5e-6, "\(pair): \(score)")
    }
  }

  @Test func aTopicHasItsScores() throws {
    let scores = coherence([Self.topic])
    let npmi = try #require(scores.npmi)
    let cv = try #require(scores.cv)
    let uMass = try #require(scores.uMass)
    #expect(abs(npmi - 0.186399) < 0.5e-6, "\(npmi)")
    #expect(abs(cv - 0.719603) < 0.5e-6, "\(cv)")
    #expect(abs(uMass - -0.366204) < 0.5e-6, "\(uMass)")
    #expect(scores.outsideWordCount == 0)
  }

  @Test func wordsThatNeverMeetScoreAboutMinusOne() throws {
    let score = try #require(coherence([["deep", "protein"]]).npmi)
    #expect(score < -0.9 && score >= -1)
  }

  @Test func wordsThatAlwaysMeetScoreOne() throws {
    let score = try #require(
      coherence([["alpha", "beta"]], in: ["alpha beta", "beta alpha"]).npmi)
    #expect(score == 1)
    let two = try #require(coherence([["protein", "fold"]]).npmi)
    #expect(abs(two - 1) < 1e-9)
  }

  @Test func wordsOfNoTextAreCountedAndLeftOut() {
    let scores = coherence([Self.topic + ["unicorn"], ["unicorn", "deep"]])
    #expect(scores.outsideWordCount == 2)
    #expect(scores.topics[1] == nil)
    #expect(scores.npmi == coherence([Self.topic]).npmi)
  }

  @Test func onlyTheTopWordsCount() {
    let padding = ["protein", "fold"]
    var options = TopicCoherence.Options()
    options.wordCount = 3
    options.npmiWindow = .document
    let scores = TopicCoherence(
      topics: [Self.topic + padding], in: Self.texts, options: options, scheduler: Self.scheduler)
    #expect(scores.npmi == coherence([Self.topic]).npmi)
  }

  // MARK: - Windows

  /// Texts of the words `wa` to `wl`, some of them empty, with phrases by chance.
  static func randomTexts(count: Int, seed: Int) -> [String] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "coherence texts")
    let words = (0..<12).map { "w" + String(UnicodeScalar(UInt8(97 + $0))) }
    return (0..<count).map { _ in
      (0..<generator.nextIndex(below: 40)).map { _ in
        words[min(generator.nextIndex(below: 12), generator.nextIndex(below: 12))]
      }.joined(separator: " ")
    }
  }

  /// Walks every window of every text.
  static func slowPMI(_ terms: [String], in texts: [String], window: Int) -> Double {
    var windows = 0
    var single = [0, 0]
    var both = 0
    for text in texts {
      let words = text.split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      for start in 0...max(0, words.count - window) {
        let slice =
          " " + words[start..<min(start + window, words.count)].joined(separator: " ") + " "
        let has = terms.map { slice.contains(" \($0) ") }
        windows += 1
        for term in 0...1 where has[term] { single[term] += 1 }
        if has[0], has[1] { both += 1 }
      }
    }
    let n = Double(windows)
    let joint = Double(both) / n
    let independent = Double(single[0]) / n * Double(single[1]) / n
    return log((joint + 1e-12) / independent) / -log(joint + 1e-12)
  }

  @Test(arguments: 0..<6) func rangesOfWindowsCountAsWalkingThem(seed: Int) throws {
    let texts = Self.randomTexts(count: 60, seed: seed)
    for window in [1, 2, 5, 10, 110] {
      for terms in [["wa", "wb"], ["wa wb", "wc"], ["wb wa", "wa wa"], ["wc", "wd wa wb"]] {
        let expected = Self.slowPMI(terms, in: texts, window: window)
        let longest = terms.map { $0.split(separator: " ").count }.max() ?? 1
        let scores = coherence([terms], in: texts, npmi: .sliding(window))
        guard longest <= window, expected.isFinite else { continue }
        let score = try #require(scores.npmi)
        #expect(abs(score - expected) < 1e-9, "\(terms) in \(window)")
      }
    }
  }

  @Test func phrasesDoNotCrossBoundaries() {
    let texts = ["model editing is hard", "the model, editing is hard", "an editing of model"]
    let scores = coherence([["model editing", "hard"]], in: texts)
    // Together in one text, the phrase in one, the word in two.
    #expect(abs((scores.npmi ?? 0) - 0.369070) < 0.5e-6, "\(scores.npmi ?? 0)")
  }

  @Test func spellingsOfOneWordAreOneWord() {
    #expect(
      coherence([["Deep", "LEARNING", "deep", "graph"]]).npmi == coherence([Self.topic]).npmi)
  }

  @Test func threadsAndOrdersOfBlocksChangeNothing() {
    let texts = Self.randomTexts(count: 7_000, seed: 3)
    let topics = [["wa", "wb", "wc wd"], ["wd", "we", "wa"], ["wk", "wl"]]
    let once = coherence(topics, in: texts, npmi: .sliding(10), cv: .sliding(110), threads: 1)
    for seed in 0..<3 {
      let again = coherence(
        topics, in: texts, npmi: .sliding(10), cv: .sliding(110), threads: 2,
        blockOrderSeed: UInt64(seed))
      #expect(again == once)
    }
  }

  @Test func noTopicsAndNoTextsHaveNoScore() {
    #expect(coherence([]).npmi == nil)
    #expect(coherence([Self.topic], in: []).npmi == nil)
    #expect(coherence([Self.topic], in: ["", "  "]).cv == nil)
  }
}
