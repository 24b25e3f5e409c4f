import BlockScheduling
import Testing

@testable import TrendAnalysis

@Suite struct TrendFamilyTests {
  static let made = SyntheticPapers(seed: 5)
  static let tests = TrendTests(
    periods: made.periods, papers: made.papers, scheduler: BlockScheduler(threads: 1))

  /// More series than several blocks, on one thread and on three, with the blocks in any order.
  @Test(arguments: [nil, 1, 2] as [UInt64?]) func threadsChangeNothing(order: UInt64?) {
    var flat: [Int32] = []
    for index in 0..<300 {
      var draws = Draws(seed: 41, purpose: "threads", index: index)
      flat += UnevenYear.series(share: 0.004, alpha: 0.1, draws: &draws).map { Int32($0) }
    }
    let counts = SeriesCounts(flat, periods: 54)
    let one = TrendFamily(
      counts, periods: UnevenYear.periods, scheduler: BlockScheduler(threads: 1))
    let three = TrendFamily(
      counts, periods: UnevenYear.periods,
      scheduler: BlockScheduler(threads: 3, blockOrderSeed: order))
    #expect(one == three)
  }

  @Test func threadsChangeNothingForTerms() {
    let three = TrendTests(
      periods: Self.made.periods, papers: Self.made.papers,
      scheduler: BlockScheduler(threads: 3, blockOrderSeed: 9))
    #expect(three.terms(Self.made.terms) == Self.tests.terms(Self.made.terms))
    #expect(three.topics() == Self.tests.topics())
  }

  @Test func doublingEveryVolumeHalvesSharesAndNothingElse() throws {
    let once = Self.tests.topics()
    let twice = TrendFamily(
      once.counts,
      periods: TrendPeriods(
        years: once.periods.years, papers: once.periods.papers.map { 2 * $0 },
        isOver: once.periods.isOver),
      scheduler: BlockScheduler(threads: 1))
    for (left, right) in zip(once.series, twice.series) {
      #expect(abs(left.shareNow - 2 * right.shareNow) < 1e-12)
      let (rate, other) = (try #require(left.ratePerYear), try #require(right.ratePerYear))
      #expect(abs(rate.estimate - other.estimate) < 1e-8 * rate.estimate)
      #expect(abs(rate.low - other.low) < 1e-8 * rate.low)
      #expect(abs(rate.high - other.high) < 1e-8 * rate.high)
      #expect(abs(try #require(left.q) - (try #require(right.q))) < 1e-8)
      #expect(left.verdict == right.verdict)
    }
  }

  @Test func mergingTwoTopicsAddsTheirSeries() {
    let apart = Self.made.papers.topicSeries(periods: 54)
    let merged = DatedPapers(
      periods: Self.made.papers.periods.map { Int($0) },
      topics: Self.made.papers.topics.map { $0 == 7 ? 2 : Int($0) },
      topicCount: SyntheticPapers.topicCount
    ).topicSeries(periods: 54)
    #expect(Array(merged[2]) == zip(apart[2], apart[7]).map { $0 + $1 })
    #expect(merged[7].allSatisfy { $0 == 0 })
  }

  /// Periods that are not over are counted, first seen included, and move no test.
  @Test func periodsThatAreNotOverAreNeverTested() {
    let cut = 50
    let isOver = (0..<54).map { $0 < cut }
    let periods = TrendPeriods(
      years: UnevenYear.years, papers: UnevenYear.periods.papers, isOver: isOver)
    var draws = Draws(seed: 42, purpose: "over")
    let series = UnevenYear.series(share: 0.01, alpha: 0, draws: &draws).map { Int32($0) }
    let collapsed = series.enumerated().map { $0.offset < cut ? $0.element : 0 }
    let scheduler = BlockScheduler(threads: 1)
    let whole = TrendFamily(
      SeriesCounts(series, periods: 54), periods: periods, scheduler: scheduler)
    let half = TrendFamily(
      SeriesCounts(collapsed, periods: 54), periods: periods, scheduler: scheduler)
    #expect(whole.series == half.series)
    #expect(periods.tested == Array(0..<cut))
  }

  @Test func qDependsOnAllSeriesOfTheFamilyAndSaysHowMany() {
    let family = Self.tests.terms(Self.made.terms)
    #expect(family.series.count == 5)
    #expect(family.familySize == 4)
    #expect(family.series[4].verdict == .tooLittleData)
    #expect(family.series[4].q == nil && family.series[4].p == nil)
    let expected = BenjaminiHochberg(family.series.compactMap(\.p))
    for series in family.series where series.p != nil {
      #expect(series.q == series.p.map(expected.q))
    }
  }

  @Test func theWordsBehindATopicAreItsSubjects() {
    // Topic 3's own papers take up term 1; term 0 does so as well, but as style.
    let terms = Self.tests.terms(Self.made.terms)
    let inside = Self.tests.terms(inTopic: 3, Self.made.terms)
    #expect(inside.periods.papers.reduce(0, +) < Self.made.papers.periods.count / 5)
    #expect(inside.reasons(for: .rising, terms: terms) == [1])
    #expect(inside.reasons(for: .steady, terms: terms).isEmpty)
  }

  @Test func twoDatesForWhatIsNew() throws {
    // A single mention in week 3, then 1 % from week 20 on, with an empty week among them.
    let counts = (0..<54).map { Int32($0 == 3 ? 1 : $0 >= 20 && $0 != 30 ? 10 : 0) }
    let periods = TrendPeriods(
      years: UnevenYear.years, papers: [Int](repeating: 1000, count: 54),
      isOver: [Bool](repeating: true, count: 54))
    let family = TrendFamily(
      SeriesCounts(counts, periods: 54), periods: periods, scheduler: BlockScheduler(threads: 1))
    let series = try #require(family.series.first)
    #expect(series.firstSeen == 3)
    #expect(series.passedShare == 20)
    #expect(series.isNew)
    #expect(series.changePoints.filter(\.isCalled).map(\.period) == [20])
    #expect(series.isShift && series.verdict == .unclear)
  }

  /// Two weeks without a paper are no reason to call a series of 1 in 500 new.
  @Test func aLateFirstPaperAloneIsNotNew() throws {
    let counts = (0..<54).map { Int32($0 < 2 ? 0 : 2) }
    let family = TrendFamily(
      SeriesCounts(counts, periods: 54), periods: UnevenYear.periods,
      scheduler: BlockScheduler(threads: 1))
    let series = try #require(family.series.first)
    #expect(series.firstSeen == 2 && series.passedShare == 2 && !series.isNew)
  }

  @Test func nothingGivesNothing() {
    let periods = TrendPeriods(years: [], papers: [], isOver: [])
    let family = TrendFamily(
      SeriesCounts([], periods: 0), periods: periods, scheduler: BlockScheduler(threads: 2))
    #expect(family.series.isEmpty && family.familySize == 0)
    let empty = TrendPeriods(
      years: [2025, 2025.1], papers: [0, 0], isOver: [true, true])
    let zero = TrendFamily(
      SeriesCounts([0, 0], periods: 2), periods: empty, scheduler: BlockScheduler(threads: 1))
    #expect(zero.series.first?.verdict == .tooLittleData)
    #expect(zero.series.first?.firstSeen == nil)
  }
}
