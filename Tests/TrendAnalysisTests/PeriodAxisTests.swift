import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct PeriodAxisTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day)
  }

  static let today = day(2026, 6, 1)

  /// Days of 2025, drawn evenly.
  static func dates(count: Int, seed: UInt64) -> [PossibleDays] {
    var generator = SplitMix64(seed: seed, purpose: "dates", index: 0)
    let first = day(2025, 1, 6).number
    return (0..<count).map { _ in
      PossibleDays(day: CalendarDay(number: first + Int(generator.next() % 350)))
    }
  }

  @Test(arguments: 0..<5, CalendarPeriod.Granularity.allCases)
  func oneOlderPaperMovesNoPeriod(seed: UInt64, granularity: CalendarPeriod.Granularity) throws {
    let dates = Self.dates(count: 300, seed: seed)
    let topics: [Int?] = dates.indices.map { $0 % 7 == 6 ? nil : $0 % 3 }
    let axis = try #require(
      PeriodAxis(dates: dates, granularity: granularity, asOf: nil, today: Self.today))
    let counts = TopicCounts(axis: axis, dates: dates, topics: topics, topicCount: 3)

    let older = dates + [PossibleDays(day: Self.day(2024, 11, 20))]
    let olderAxis = try #require(
      PeriodAxis(dates: older, granularity: granularity, asOf: nil, today: Self.today))
    let olderCounts = TopicCounts(
      axis: olderAxis, dates: older, topics: topics + [0], topicCount: 3)

    #expect(Array(olderAxis.periods.suffix(axis.periods.count)) == axis.periods)
    #expect(olderAxis.periods.count > axis.periods.count)
    for (index, period) in axis.periods.enumerated() {
      let shifted = try #require(olderAxis.periods.firstIndex(of: period))
      #expect(olderCounts.papers[shifted] == counts.papers[index])
      for topic in 0..<3 {
        #expect(olderCounts.counts[topic][shifted] == counts.counts[topic][index])
      }
    }
  }

  @Test(arguments: 0..<5, [2, 10])
  func scalingAllCountsLeavesSharesAlone(seed: UInt64, factor: Int) throws {
    let dates = Self.dates(count: 200, seed: seed)
    let topics: [Int?] = dates.indices.map { $0 % 5 }
    let many = dates.flatMap { Array(repeating: $0, count: factor) }
    let manyTopics = topics.flatMap { Array(repeating: $0, count: factor) }
    let axis = try #require(
      PeriodAxis(dates: dates, granularity: nil, asOf: nil, today: Self.today))
    #expect(axis == PeriodAxis(dates: many, granularity: nil, asOf: nil, today: Self.today))
    let once = TopicCounts(axis: axis, dates: dates, topics: topics, topicCount: 5)
    let scaled = TopicCounts(axis: axis, dates: many, topics: manyTopics, topicCount: 5)
    for topic in 0..<5 {
      for period in axis.periods.indices {
        #expect(scaled.counts[topic][period] == factor * once.counts[topic][period])
        #expect(
          scaled.share(ofTopic: topic, inPeriod: period)
            == once.share(ofTopic: topic, inPeriod: period))
      }
    }
  }

  @Test func theOrderOfPapersDoesNotMatter() throws {
    let dates = Self.dates(count: 100, seed: 3)
    let axis = PeriodAxis(dates: dates, granularity: nil, asOf: nil, today: Self.today)
    #expect(
      axis
        == PeriodAxis(dates: dates.reversed(), granularity: nil, asOf: nil, today: Self.today))
  }

  @Test func emptyPeriodsAreKept() throws {
    let dates = [Self.day(2025, 1, 7), Self.day(2025, 3, 19)].map { PossibleDays(day: $0) }
    let axis = try #require(
      PeriodAxis(dates: dates, granularity: .week, asOf: nil, today: Self.today))
    #expect(axis.periods.first?.label == "2025-W02")
    #expect(axis.periods.last?.label == "2025-W12")
    #expect(axis.periods.count == 11)
    let counts = TopicCounts(axis: axis, dates: dates, topics: [0, 0], topicCount: 1)
    #expect(counts.papers == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(counts.share(ofTopic: 0, inPeriod: 1) == nil)
  }

  @Test func coarseDatesJoinOnlyPeriodsThatContainThem() throws {
    let dates = [
      PossibleDays(year: 2025, month: 3, day: 4), PossibleDays(year: 2025, month: 5, day: nil),
      PossibleDays(year: 2025, month: nil, day: nil), PossibleDays(year: 2025, month: 4, day: 30),
    ]
    let expected: [(CalendarPeriod.Granularity, tooCoarse: Int)] = [
      (.week, 2), (.month, 1), (.quarter, 1), (.year, 0),
    ]
    for (granularity, tooCoarse) in expected {
      let axis = try #require(
        PeriodAxis(dates: dates, granularity: granularity, asOf: nil, today: Self.today))
      let counts = TopicCounts(
        axis: axis, dates: dates, topics: [0, 0, 0, 0], topicCount: 1)
      #expect(counts.tooCoarse == tooCoarse)
      #expect(counts.papers.reduce(0, +) == 4 - tooCoarse)
    }
  }

  @Test func aDateAfterTodayMovesNothing() throws {
    let dates = Self.dates(count: 50, seed: 1)
    let wrong = dates + [PossibleDays(day: Self.day(2052, 3, 1))]
    let axis = try #require(
      PeriodAxis(dates: dates, granularity: nil, asOf: nil, today: Self.today))
    #expect(PeriodAxis(dates: wrong, granularity: nil, asOf: nil, today: Self.today) == axis)
    #expect(axis.placement(of: wrong[50]) == .future)
  }

  @Test func theFirstAndTheLastPeriodRunWhereTheyAreCutOff() throws {
    let tuesday = PossibleDays(day: Self.day(2025, 9, 23))
    let thursday = PossibleDays(day: Self.day(2025, 10, 9))
    let axis = try #require(
      PeriodAxis(dates: [tuesday, thursday], granularity: .week, asOf: nil, today: Self.today))
    #expect(axis.periods.indices.map(axis.isRunning) == [true, false, true])
    let monday = PossibleDays(day: Self.day(2025, 9, 22))
    let whole = try #require(
      PeriodAxis(
        dates: [monday, thursday], granularity: .week, asOf: Self.day(2025, 10, 10),
        today: Self.today))
    #expect(whole.periods.indices.map(whole.isRunning) == [false, false, false])
  }

  @Test func aStatedRangeIsShownAsStated() throws {
    let dates = Self.dates(count: 50, seed: 2)
    let axis = try #require(
      PeriodAxis(
        dates: dates, granularity: .month, asOf: nil, today: Self.today,
        from: Self.day(2025, 3, 15), to: Self.day(2025, 5, 2)))
    #expect(axis.periods.map(\.label) == ["2025-03", "2025-04", "2025-05"])
    #expect(axis.placement(of: PossibleDays(day: Self.day(2025, 6, 1))) == .outside)
    #expect(axis.placement(of: PossibleDays(day: Self.day(2025, 4, 1))) == .period(1))
    let none = try #require(
      PeriodAxis(
        dates: dates, granularity: .month, asOf: nil, today: Self.today,
        from: Self.day(2025, 5, 1), to: Self.day(2025, 3, 1)))
    #expect(none.periods.isEmpty)
    #expect(none.placement(of: dates[0]) == .outside)
  }

  @Test func theKindOfPeriodFollowsFromTheRange() {
    func chosen(_ first: CalendarDay, _ last: CalendarDay) -> CalendarPeriod.Granularity {
      PeriodAxis.granularity(for: [PossibleDays(day: first), PossibleDays(day: last)])
    }
    #expect(chosen(Self.day(2025, 1, 1), Self.day(2025, 12, 31)) == .week)
    #expect(chosen(Self.day(2024, 1, 1), Self.day(2025, 7, 13)) == .week)
    #expect(chosen(Self.day(2024, 1, 1), Self.day(2025, 7, 14)) == .month)
    #expect(chosen(Self.day(2021, 1, 1), Self.day(2025, 12, 31)) == .month)
    #expect(chosen(Self.day(2021, 1, 1), Self.day(2026, 1, 1)) == .quarter)
    #expect(chosen(Self.day(2000, 1, 1), Self.day(2020, 1, 1)) == .year)
    let months = (1...12).map { PossibleDays(year: 2025, month: $0, day: nil) }
    #expect(PeriodAxis.granularity(for: months) == .month)
    let years = (2020...2025).map { PossibleDays(year: $0, month: nil, day: nil) }
    #expect(PeriodAxis.granularity(for: years) == .year)
  }

  @Test func noUsableDateGivesNoAxis() {
    #expect(PeriodAxis(dates: [], granularity: nil, asOf: nil, today: Self.today) == nil)
    let future = PossibleDays(day: Self.day(2030, 1, 1))
    #expect(PeriodAxis(dates: [future], granularity: nil, asOf: nil, today: Self.today) == nil)
    let year = PossibleDays(year: 2025, month: nil, day: nil)
    #expect(PeriodAxis(dates: [year], granularity: .week, asOf: nil, today: Self.today) == nil)
  }
}
