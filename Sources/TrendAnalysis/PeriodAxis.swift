/// The calendar periods of a report, in order and without gaps, and the rule that puts a paper
/// into one of them.
///
/// The axis runs from the period of the earliest paper that has one to that of the latest, empty
/// periods included, or over the range that the user states. Papers dated after today neither join
/// a period nor stretch the axis, so that one wrong date moves nothing.
public struct PeriodAxis: Sendable, Hashable {
  /// What becomes of one paper.
  public enum Placement: Sendable, Hashable {
    /// The paper joins the period with this index.
    case period(Int)
    /// The paper's period is not among those shown.
    case outside
    /// Only the month or year is known, and no single period contains all of it.
    case tooCoarse
    /// The paper is dated after today.
    case future
  }

  /// What one period is.
  public let granularity: CalendarPeriod.Granularity
  /// The periods, in order, without gaps.
  public let periods: [CalendarPeriod]
  /// The day that the question is about.
  public let asOf: CalendarDay
  /// The day after which no paper can have appeared.
  public let today: CalendarDay
  /// The day of the earliest paper that has a period, shown or not.
  public let earliestDay: CalendarDay

  /// Lays the axis for papers of the given dates, or nil where no paper has a period.
  ///
  /// - Parameters:
  ///   - dates: The possible days of each dated paper, in any order.
  ///   - granularity: What one period is; chosen by ``PeriodAxis/granularity(for:from:to:)`` if nil.
  ///   - asOf: The day that the question is about; the latest paper's first possible day if nil.
  ///   - today: The day after which a date must be wrong.
  ///   - from: The periods shown begin with the one that contains this day.
  ///   - to: The periods shown end with the one that contains this day.
  /// - Complexity: O(papers + periods).
  public init?(
    dates: [PossibleDays], granularity: CalendarPeriod.Granularity?, asOf: CalendarDay?,
    today: CalendarDay, from: CalendarDay? = nil, to: CalendarDay? = nil
  ) {
    let plausible = dates.filter { $0.firstDay <= today }
    let chosen = granularity ?? Self.granularity(for: plausible, from: from, to: to)
    let placed = plausible.filter { $0.period(chosen) != nil }
    guard let earliest = placed.map(\.firstDay).min(), let latest = placed.map(\.firstDay).max()
    else { return nil }
    self.granularity = chosen
    self.asOf = asOf ?? latest
    self.today = today
    earliestDay = earliest
    let first = CalendarPeriod(chosen, containing: from ?? earliest)
    let last = CalendarPeriod(chosen, containing: to ?? latest)
    periods = (0..<max(0, first.distance(to: last) + 1)).map { first.advanced(by: $0) }
  }

  /// Where a paper of this date goes.
  ///
  /// - Complexity: O(1).
  public func placement(of date: PossibleDays) -> Placement {
    guard date.firstDay <= today else { return .future }
    guard let period = date.period(granularity) else { return .tooCoarse }
    guard let first = periods.first else { return .outside }
    let index = first.distance(to: period)
    return periods.indices.contains(index) ? .period(index) : .outside
  }

  /// Whether a period is drawn hatched: it is not over on the as-of day, or it begins before the
  /// earliest paper's day, so that its papers may not all be there.
  public func isRunning(_ index: Int) -> Bool {
    !periods[index].isOver(asOf: asOf) || periods[index].firstDay < earliestDay
  }
}
