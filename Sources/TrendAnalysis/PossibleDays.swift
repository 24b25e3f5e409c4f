/// The days on which a paper may have appeared, given what is known of its date.
///
/// A full date is one day; a date that names only a month or a year is all its days, and joins
/// only periods that contain them all.
public struct PossibleDays: Sendable, Hashable {
  /// The first possible day.
  public let firstDay: CalendarDay
  /// The last possible day.
  public let lastDay: CalendarDay

  /// The days from the first to the last.
  ///
  /// - Precondition: The last is not before the first.
  public init(firstDay: CalendarDay, lastDay: CalendarDay) {
    precondition(firstDay <= lastDay, "the last possible day lies before the first")
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// One known day.
  public init(day: CalendarDay) { self.init(firstDay: day, lastDay: day) }

  /// The days of a date that may lack its day, or its month and day.
  public init(year: Int, month: Int?, day: Int?) {
    if let month, let day {
      self.init(day: CalendarDay(year: year, month: month, day: day))
    } else {
      let period = CalendarPeriod(
        month == nil ? .year : .month,
        containing: CalendarDay(year: year, month: month ?? 1, day: 1))
      self.init(firstDay: period.firstDay, lastDay: period.lastDay)
    }
  }

  /// The period of the given kind that contains all the days, or nil where no single one does.
  public func period(_ granularity: CalendarPeriod.Granularity) -> CalendarPeriod? {
    let period = CalendarPeriod(granularity, containing: firstDay)
    return lastDay <= period.lastDay ? period : nil
  }
}
