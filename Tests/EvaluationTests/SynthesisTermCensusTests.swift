import BlockScheduling
import Foundation
import PaperTrends
import Testing

@testable import Evaluation

@Suite struct SynthesisTermCensusTests {
  /// Texts whose terms are drawn from a Zipf distribution of a known exponent above 1.
  private func texts(_ count: Int, exponent: Double) -> [String] {
    (0..<count).map { number in
      var generator = SplitMix64(seed: 5, purpose: "census", index: number)
      return (0..<100).map { _ in
        let rank = Int(pow(1 - generator.nextUnit(), -1 / (exponent - 1)))
        return "t" + String(min(rank, 1 << 40), radix: 36).map { "x\($0)" }.joined() + "t"
      }.joined(separator: " ")
    }
  }

  /// For independent draws with p(rank) as rank^-a, distinct terms grow as draws^(1/a).
  @Test(arguments: [1.5, 2.0]) func exponentsAreRecovered(exponent: Double) throws {
    let census = TermCensus(
      texts: texts(3_000, exponent: exponent), scheduler: BlockScheduler(threads: 2))
    let heaps = try #require(census.heapsExponent())
    #expect(abs(heaps - 1 / exponent) < 0.02, "\(heaps)")
    let ranks = try #require(census.zipfRanks)
    let zipf = try #require(census.zipfExponent(ranks: ranks))
    #expect(abs(zipf - exponent) < 0.05, "\(zipf)")
  }

  @Test func countsAreExact() {
    let census = TermCensus(
      texts: ["graph of graphs", "graph", "x 12"], scheduler: BlockScheduler(threads: 1))
    #expect(census.occurrences == 4)
    #expect(census.terms == 3)
    #expect(census.heapsExponent() == nil)
    #expect(census.zipfRanks == nil)
  }

  @Test func threadsChangeNothing() {
    let texts = texts(700, exponent: 1.6)
    let one = TermCensus(texts: texts, scheduler: BlockScheduler(threads: 1))
    let many = TermCensus(texts: texts, scheduler: BlockScheduler(threads: 3, blockOrderSeed: 4))
    #expect(one.growth == many.growth)
    #expect(one.zipfExponent(ranks: 10...500) == many.zipfExponent(ranks: 10...500))
  }

  /// Beyond the limit a random part is counted, and the estimate must stay near the truth.
  @Test func manyTermsAreEstimated() {
    var census = TermCensus()
    let parts = 700
    for part in 0..<parts {
      var counts = TermCensus.Part()
      for term in 0..<2_000 { counts.add(hash: TermCounts.hash("\(part * 2_000 + term)")) }
      census.add(counts)
    }
    #expect(census.occurrences == parts * 2_000)
    #expect(parts * 2_000 > TermCensus.termLimit)
    let error = abs(Double(census.terms) / Double(parts * 2_000) - 1)
    #expect(error < 0.005, "\(error)")
  }
}
