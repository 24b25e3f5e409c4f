extension PeriodAxis {
  /// The most periods of each kind that an axis gets without being asked: weeks for a year and a
  /// half, months for five years, quarters for fifteen, and years beyond.
  static let longestAxis: [(granularity: CalendarPeriod.Granularity, periods: Int)] = [
    (.week, 80), (.month, 60), (.quarter, 60),
  ]

  /// The kind of period that suits papers of these dates.
  ///
  /// It is the finest kind under which the axis has at most 80 weeks, 60 months or 60 quarters and
  /// at most one dated paper in twenty is too coarse to join a period; years otherwise.
  ///
  /// - Parameters:
  ///   - dates: The possible days of each dated paper, in any order.
  ///   - from: The first day shown, if stated.
  ///   - to: The last day shown, if stated.
  /// - Returns: What one period should be.
  /// - Complexity: O(papers).
  public static func granularity(
    for dates: [PossibleDays], from: CalendarDay? = nil, to: CalendarDay? = nil
  ) -> CalendarPeriod.Granularity {
    for (granularity, limit) in longestAxis {
      let placed = dates.filter { $0.period(granularity) != nil }
      guard (dates.count - placed.count) * 20 <= dates.count,
        let first = from ?? placed.map(\.firstDay).min(),
        let last = to ?? placed.map(\.firstDay).max()
      else { continue }
      let count =
        CalendarPeriod(granularity, containing: first)
        .distance(to: CalendarPeriod(granularity, containing: last)) + 1
      if count <= limit { return granularity }
    }
    return .year
  }
}
