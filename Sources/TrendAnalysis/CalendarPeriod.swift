/// One period of the calendar: an ISO 8601 week, a month, a quarter or a year.
///
/// A period is where the calendar puts it, never where the first paper happens to lie, so one
/// older paper moves no period.
public struct CalendarPeriod: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// What one period is, finest first.
  public enum Granularity: String, Sendable, Hashable, CaseIterable {
    /// An ISO 8601 week, Monday to Sunday, which belongs to the year of its Thursday.
    case week
    /// A calendar month.
    case month
    /// Three calendar months.
    case quarter
    /// A calendar year.
    case year
  }

  /// What kind of period this is.
  public let granularity: Granularity
  /// The first day of the period.
  public let firstDay: CalendarDay

  /// The period of the given kind that contains a day.
  public init(_ granularity: Granularity, containing day: CalendarDay) {
    self.granularity = granularity
    let (year, month, _) = day.civil
    switch granularity {
    case .week: firstDay = CalendarDay(number: day.number - (day.weekday - 1))
    case .month: firstDay = CalendarDay(year: year, month: month, day: 1)
    case .quarter: firstDay = CalendarDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    case .year: firstDay = CalendarDay(year: year, month: 1, day: 1)
    }
  }

  /// The last day of the period.
  public var lastDay: CalendarDay {
    switch granularity {
    case .week: CalendarDay(number: firstDay.number + 6)
    case .month, .quarter, .year: CalendarDay(number: next.firstDay.number - 1)
    }
  }

  /// The period that follows.
  public var next: CalendarPeriod { advanced(by: 1) }

  /// The period before.
  public var previous: CalendarPeriod { advanced(by: -1) }

  /// The period so many periods later, or earlier where the number is negative.
  ///
  /// - Complexity: O(1).
  public func advanced(by count: Int) -> CalendarPeriod {
    if granularity == .week {
      return CalendarPeriod(.week, containing: CalendarDay(number: firstDay.number + 7 * count))
    }
    let (year, month, _) = firstDay.civil
    let months = year * 12 + (month - 1) + monthsInPeriod * count
    let targetYear = months >= 0 ? months / 12 : (months - 11) / 12
    return CalendarPeriod(
      granularity,
      containing: CalendarDay(year: targetYear, month: months - targetYear * 12 + 1, day: 1))
  }

  /// How many periods later another period of the same kind is; negative where it is earlier.
  ///
  /// - Precondition: Both have the same granularity.
  /// - Complexity: O(1).
  public func distance(to other: CalendarPeriod) -> Int {
    precondition(granularity == other.granularity, "periods of different kinds")
    if granularity == .week { return (other.firstDay.number - firstDay.number) / 7 }
    let (year, month, _) = firstDay.civil
    let (otherYear, otherMonth, _) = other.firstDay.civil
    return ((otherYear - year) * 12 + otherMonth - month) / monthsInPeriod
  }

  /// Whether the day lies in the period.
  public func contains(_ day: CalendarDay) -> Bool { firstDay <= day && day <= lastDay }

  /// The last day from Monday to Friday of the period, after which no more papers are announced.
  public var lastWorkday: CalendarDay {
    CalendarDay(number: lastDay.number - max(0, lastDay.weekday - 5))
  }

  /// Whether the period is over on the as-of day: its last Monday-to-Friday day has come.
  public func isOver(asOf day: CalendarDay) -> Bool { lastWorkday <= day }

  /// Earlier first day first; of periods that begin together, the shorter one.
  public static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
    (left.firstDay.number, left.lastDay.number) < (right.firstDay.number, right.lastDay.number)
  }

  private var monthsInPeriod: Int {
    switch granularity {
    case .week, .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}
