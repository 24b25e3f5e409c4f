import BlockScheduling
import Testing

@testable import TrendAnalysis

@Suite struct StyleTestTests {
  @Test(arguments: 0..<4) func styleIsToldFromSubjects(seed: UInt64) throws {
    let made = SyntheticPapers(seed: seed)
    let tests = TrendTests(
      periods: made.periods, papers: made.papers, scheduler: BlockScheduler(threads: 2))
    let family = tests.terms(made.terms)
    let styles = try family.series.prefix(3).map { try #require($0.style) }
    #expect(styles.map(\.isStyle) == [true, false, false])

    // The style word rises within topics, and all topics go the same way.
    #expect(family.series[0].verdict == .rising)
    #expect(styles[0].withinPart > 0.8 && styles[0].withinP < 1e-6)
    #expect(styles[0].sameDirection > 0.8 && styles[0].levelSpread < 0.2)
    // The subject of two topics rises there alone.
    #expect(family.series[1].verdict == .rising)
    #expect(styles[1].changeSpread > 1 && styles[1].levelSpread > 1)
    // What belongs to a growing topic rises with it and not within.
    #expect(family.series[2].verdict == .rising)
    #expect(abs(styles[2].withinPart) < 0.3)
    #expect(family.series[3].verdict != .rising && family.series[3].verdict != .falling)
  }

  @Test func withFewTopicsNothingIsStyle() {
    let made = SyntheticPapers(seed: 1, weeks: 20, perWeek: 100)
    let coarse = DatedPapers(
      periods: made.papers.periods.map { Int($0) }, topics: made.papers.topics.map { Int($0) % 3 },
      topicCount: 3)
    let tests = TrendTests(
      periods: made.periods, papers: coarse, scheduler: BlockScheduler(threads: 1))
    #expect(tests.terms(made.terms).series.allSatisfy { $0.style == nil })
  }
}
