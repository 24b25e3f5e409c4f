import Foundation
import PaperTrends
import Testing

@testable import Evaluation

@Suite struct SynthesisNovelWordsTests {
  /// Draws from a tail alone: a source in which each word came once.
  private func growth(words: Int, draws: Int) -> [(draws: Int, distinct: Int)] {
    let papers = (0..<words / 10).map { paper in
      let abstract = (0..<10).map { "w\(Self.letters(10 * paper + $0))" }.joined(separator: " ")
      return Paper(id: "\(paper)", title: "", abstract: abstract)
    }
    let surface = SurfaceWords([SurfaceBlock(papers[...], SurfaceKinds())])
    let novel = NovelWords(surface, topicWords: [surface.distinctContent.flatMap { $0 }])
    var generator = SplitMix64(seed: 3)
    var seen: Set<Int64> = []
    var points: [(draws: Int, distinct: Int)] = []
    for draw in 1...draws {
      seen.insert(novel.draw(topic: 0, &generator))
      if draw % 1_000 == 0 { points.append((draw, seen.count)) }
    }
    return points
  }

  private static func letters(_ number: Int) -> String {
    String(number).utf8.map { String(UnicodeScalar($0 - 48 + 97)) }.joined()
  }

  /// With every word single, d is held at 0.9, and the tail's vocabulary must grow as draws^0.9.
  @Test func theTailGrowsByItsExponent() throws {
    let points = growth(words: 200, draws: 200_000).filter { $0.draws >= 20_000 }
    let slope = TermCensus.slope(
      points.map { log(Double($0.draws)) }, points.map { log(Double($0.distinct)) })
    #expect(abs(slope - 0.9) < 0.02, "\(slope)")
  }

  @Test func differentNumbersSpellDifferently() {
    let spelling = InventedSpelling(seed: 99)
    var seen: Set<String> = []
    for number in Array(0..<20_000) + [1 << 30, 1 << 40, 1_000_000_000_000 * 4_097] as [Int64] {
      var text: [UInt8] = []
      spelling.append(number, to: &text)
      let word = String(decoding: text, as: UTF8.self)
      #expect(Tokenizer.tokens(in: word).map(\.range) == [0..<text.count], "\(word)")
      // The hyphen's place does not tell two words apart.
      seen.insert(word.lowercased().filter { $0 != "-" })
    }
    #expect(seen.count == 20_003)
  }

  @Test func spellingsDependOnTheSeed() {
    var texts: [[UInt8]] = [[], []]
    InventedSpelling(seed: 1).append(12_345, to: &texts[0])
    InventedSpelling(seed: 2).append(12_345, to: &texts[1])
    #expect(texts[0] != texts[1])
  }
}
