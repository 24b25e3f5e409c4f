import Testing

@testable import TrendAnalysis

@Suite struct CalendarPeriodTests {
  static let fourCenturies =
    CalendarDay(year: 1800, month: 1, day: 1)
    .number..<CalendarDay(year: 2200, month: 1, day: 1)
    .number

  @Test(arguments: CalendarPeriod.Granularity.allCases)
  func everyDayOfFourCenturiesLiesInOnePeriodAndTheLabelNamesIt(
    granularity: CalendarPeriod.Granularity
  ) {
    var period = CalendarPeriod(
      granularity, containing: CalendarDay(number: Self.fourCenturies.lowerBound))
    var faults = 0
    for number in Self.fourCenturies {
      let day = CalendarDay(number: number)
      if day > period.lastDay {
        let next = period.next
        if next.firstDay.number != period.lastDay.number + 1 || next.previous != period {
          faults += 1
        }
        if CalendarPeriod(label: next.label) != next { faults += 1 }
        if !(period < next) { faults += 1 }
        period = next
      }
      if !period.contains(day) { faults += 1 }
      if day == period.firstDay || day == period.lastDay,
        CalendarPeriod(granularity, containing: day) != period
      {
        faults += 1
      }
    }
    #expect(faults == 0)
  }

  @Test func civilDatesOfFourCenturiesComeBack() {
    var faults = 0
    for number in Self.fourCenturies {
      let (year, month, day) = CalendarDay(number: number).civil
      if CalendarDay(year: year, month: month, day: day).number != number { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(arguments: [
    ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2025-10-03", "2025-W40"),
    ("2026-04-01", "2026-W14"), ("2023-01-01", "2022-W52"), ("2027-01-03", "2026-W53"),
    ("2016-01-03", "2015-W53"), ("2016-01-04", "2016-W01"),
  ])
  func weeksAreThoseOfISO8601(date: String, label: String) throws {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    #expect(CalendarPeriod(.week, containing: day).label == label)
    #expect(try #require(CalendarPeriod(label: label)).contains(day))
  }

  @Test func aYearHas53WeeksWhereItBeginsOrEndsOnAThursday() {
    for year in 1800..<2200 {
      let first = CalendarDay(year: year, month: 1, day: 1).weekday
      let last = CalendarDay(year: year, month: 12, day: 31).weekday
      let has53 = CalendarPeriod(label: "\(year)-W53") != nil
      #expect(has53 == (first == 4 || last == 4), "\(year)")
    }
  }

  @Test func monthsQuartersAndYearsHaveTheirLabels() {
    let day = CalendarDay(year: 2025, month: 10, day: 3)
    #expect(CalendarPeriod(.month, containing: day).label == "2025-10")
    #expect(CalendarPeriod(.quarter, containing: day).label == "2025-Q4")
    #expect(CalendarPeriod(.year, containing: day).label == "2025")
    #expect(CalendarPeriod(.quarter, containing: day).lastDay.description == "2025-12-31")
    #expect(
      CalendarPeriod(.month, containing: CalendarDay(year: 2024, month: 2, day: 1)).lastDay
        .description == "2024-02-29")
  }

  @Test(arguments: [
    "", "25", "2025-", "2025-00", "2025-13", "2025-Q0", "2025-Q5", "2025-W00", "2025-W53",
    "2025-W54", "2025-W1", "2025W40", "2025-W40 ", "0000", "2025-1", "２０２５", "2025-Q", "-2025",
  ])
  func labelsThatNameNothingAreRefused(label: String) {
    #expect(CalendarPeriod(label: label) == nil)
  }

  @Test func smallLettersAreAccepted() {
    #expect(CalendarPeriod(label: "2026-w14")?.label == "2026-W14")
    #expect(CalendarPeriod(label: "2026-q2")?.label == "2026-Q2")
  }

  @Test(arguments: CalendarPeriod.Granularity.allCases)
  func distanceUndoesAdvancing(granularity: CalendarPeriod.Granularity) {
    let start = CalendarPeriod(granularity, containing: CalendarDay(year: 1, month: 5, day: 9))
    for count in stride(from: -3000, through: 3000, by: 7) {
      #expect(start.distance(to: start.advanced(by: count)) == count)
    }
  }

  @Test(arguments: [
    // Friday 3 October 2025 is the last workday of its week.
    ("2025-W40", "2025-10-02", false), ("2025-W40", "2025-10-03", true),
    ("2025-W40", "2025-10-05", true),
    // 31 August 2025 is a Sunday; the last workday of the month is Friday the 29th.
    ("2025-08", "2025-08-28", false), ("2025-08", "2025-08-29", true),
    ("2025-12", "2025-12-30", false), ("2025-12", "2025-12-31", true),
    ("2023-Q4", "2023-12-28", false), ("2023-Q4", "2023-12-29", true),
    ("2022", "2022-12-29", false), ("2022", "2022-12-30", true), ("2022", "2024-01-01", true),
  ])
  func aPeriodIsOverOnItsLastWorkday(label: String, asOf: String, isOver: Bool) throws {
    let parts = asOf.split(separator: "-").compactMap { Int($0) }
    let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    #expect(try #require(CalendarPeriod(label: label)).isOver(asOf: day) == isOver)
  }
}
