public import BlockScheduling

extension TrendFamily {
  /// The projection of a series that is rising, falling or steady; nil for all others.
  public func projection(_ index: Int) -> ShareProjection? {
    guard [.rising, .falling, .steady].contains(series[index].verdict),
      let trend = series[index].trend
    else { return nil }
    return ShareProjection(trend: trend, design: periods.design)
  }

  /// How often projections hold: the last tested periods are taken away, all is tested anew, and the
  /// counts of what was taken away are held against the intervals.
  ///
  /// - Parameters:
  ///   - held: How many tested periods are taken away.
  ///   - level: The coverage that the intervals claim.
  ///   - options: As for the family.
  ///   - scheduler: Does the work on its threads.
  /// - Returns: Of all counts of series that had a projection then, those inside their interval, period
  ///   by period ahead.
  public func projectionCoverage(
    holdingOut held: Int, level: Double = 0.95, options: TrendOptions = TrendOptions(),
    scheduler: BlockScheduler
  ) -> [(covered: Int, all: Int)] {
    precondition(
      held >= 1 && held < max(2, periods.tested.count), "periods to hold out, and others")
    let future = Array(periods.tested.suffix(held))
    var isOver = periods.isOver
    for period in future { isOver[period] = false }
    let past = TrendFamily(
      counts,
      periods: TrendPeriods(years: periods.years, papers: periods.papers, isOver: isOver),
      options: options, scheduler: scheduler)
    var coverage = [(covered: Int, all: Int)](repeating: (0, 0), count: future.count)
    for index in past.series.indices {
      guard let projection = past.projection(index) else { continue }
      for (ahead, period) in future.enumerated() {
        let volume = periods.papers[period]
        let point = projection.point(year: periods.years[period], volume: volume, level: level)
        let row = counts[index]
        let share = Double(row[row.startIndex + period]) / Double(volume)
        coverage[ahead].all += 1
        if share >= point.low && share <= point.high { coverage[ahead].covered += 1 }
      }
    }
    return coverage
  }
}
