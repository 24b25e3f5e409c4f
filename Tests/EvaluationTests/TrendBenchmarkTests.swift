import BlockScheduling
import Evaluation
import LinearAlgebra
import Testing
import TrendAnalysis

@Suite struct TrendBenchmarkTests {
  /// Papers of twelve topics over a year of uneven weeks, of which one topic grows.
  static func benchmark(threads: Int, growth: Double = 0) -> TrendBenchmark {
    let weeks = 54
    var generator = SplitMix64(seed: 3, purpose: "benchmark papers", index: 0)
    var (weekOf, topicOf): ([Int?], [Int?]) = ([], [])
    var postings: [[Int32]] = [[], []]
    for week in 0..<weeks {
      for _ in 0..<(300 + (week * 37) % 200) {
        let isGrowing = generator.nextUnit() < 0.05 + growth * Double(week) / Double(weeks)
        let topic = isGrowing ? 1 : generator.nextIndex(below: 12)
        for term in 0..<2 where generator.nextUnit() < (term == 0 && topic == 1 ? 0.5 : 0.05) {
          postings[term].append(Int32(weekOf.count))
        }
        weekOf.append(week)
        topicOf.append(topic)
      }
    }
    let papers = DatedPapers(periods: weekOf, topics: topicOf, topicCount: 12)
    return TrendBenchmark(
      periods: TrendPeriods(
        years: (0..<weeks).map { 2025 + Double($0) * 7 / 365.2425 },
        papers: papers.volumes(periods: weeks), isOver: [Bool](repeating: true, count: weeks)),
      papers: papers,
      terms: TermPostings(
        offsets: [0, postings[0].count, postings[0].count + postings[1].count],
        papers: postings[0] + postings[1]),
      seed: 1, scheduler: BlockScheduler(threads: threads))
  }

  @Test func whereNothingChangesLittleIsSaid() throws {
    let results = Self.benchmark(threads: 2, growth: 0.2).null(shuffles: 25, termShuffles: 2)
    #expect(results.count == 24)
    for result in results {
      if result.claim == "slope p below 0.05", result.family == "topics" {
        #expect(result.rate.trials == 25 * 12)
        #expect(result.rate.low < 0.07 && result.rate.high > 0.02)
      }
      if result.rate.trials == 25 { #expect(result.rate.rate <= 0.2) }
      #expect(result.rate.low <= result.rate.rate && result.rate.rate <= result.rate.high)
    }
  }

  @Test(arguments: PlantedShape.allCases) func plantedChangesAreFound(shape: PlantedShape) {
    let benchmark = Self.benchmark(threads: 2)
    let strong = benchmark.planted(shape, effect: 4, share: 0.03, trials: 20)
    let none = benchmark.planted(shape, effect: 1, share: 0.03, trials: 20)
    #expect(strong.share > 0.01 && strong.share <= 0.03)
    #expect(strong.power.hits >= 16)
    #expect(none.power.hits <= 2)
    #expect(strong.testPower.hits >= 16)
    #expect((strong.leadTime ?? -1) >= 0)
  }

  @Test func threadsChangeNothing() {
    let (one, three) = (Self.benchmark(threads: 1), Self.benchmark(threads: 3))
    #expect(
      one.planted(.growth, effect: 2, trials: 10) == three.planted(.growth, effect: 2, trials: 10))
    #expect(one.null(shuffles: 3, termShuffles: 1) == three.null(shuffles: 3, termShuffles: 1))
  }

  @Test func callsAreJudgedByWhatCameAfter() throws {
    let results = Self.benchmark(threads: 2, growth: 0.2).backtest()
    #expect(results.map(\.family) == ["topics", "topics", "terms", "terms"])
    let rising = try #require(results.first)
    #expect(rising.stayed.trials >= 1 && rising.stayed.hits == rising.stayed.trials)
    #expect(rising.base.trials == 12)
  }
}
