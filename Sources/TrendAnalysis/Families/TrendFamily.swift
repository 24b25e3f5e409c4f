public import BlockScheduling

/// The series of one question, tested as one family.
///
/// The q-values depend on all series with enough papers and on nothing that is shown or hidden
/// afterwards.
public struct TrendFamily: Sendable, Hashable {
  /// The periods, with the volumes that the shares are taken of.
  public let periods: TrendPeriods
  /// The papers of each series by period.
  public let counts: SeriesCounts
  /// One finding a series, in the order of the counts.
  public let series: [SeriesTrend]
  /// How many series were tested, which is what q corrects for.
  public let familySize: Int
  /// The rule of the verdicts.
  public let rule: TrendRule

  /// Tests all series.
  ///
  /// - Parameters:
  ///   - counts: Papers of each series by period.
  ///   - periods: The periods and their volumes.
  ///   - options: What is asked.
  ///   - scheduler: Does the work on its threads.
  /// - Complexity: O(series x periods²).
  public init(
    _ counts: SeriesCounts, periods: TrendPeriods, options: TrendOptions = TrendOptions(),
    scheduler: BlockScheduler
  ) {
    self.init(counts, periods: periods, options: options, scheduler: scheduler) { _, _ in nil }
  }

  init(
    _ counts: SeriesCounts, periods: TrendPeriods, options: TrendOptions,
    scheduler: BlockScheduler,
    style: @Sendable (_ series: Int, _ dispersion: Double) -> StyleTest?
  ) {
    precondition(counts.periods == periods.years.count, "series over the periods of the question")
    let findings = scheduler.map(counts.count, blockSize: 64) { block in
      block.map { index in
        let found = SeriesFindings(counts[index], periods: periods, options: options)
        let spread = found.trend.map { style(index, max(1, $0.meanDispersion)) }
        return (found: found, style: spread ?? nil)
      }
    }.flatMap { $0 }
    let tested = findings.filter(\.found.isTested)
    let slopes = BenjaminiHochberg(tested.map(\.found.slopeP))
    let prior = NoisePrior(tested.map { ($0.found.noise, $0.found.mean) })
    let burstPs = findings.map {
      $0.found.burstPs(prior: prior, volumes: periods.design.volumes)
    }
    let bursts = BenjaminiHochberg(
      findings.indices.filter { findings[$0].found.isTested }.map { burstPs[$0].min() ?? 1 })
    let changes = BenjaminiHochberg(tested.map(\.found.changeP))
    let quantile = studentTwoSidedQuantile(
      0.05, degreesOfFreedom: Double(max(1, periods.design.count - 2)))

    self.periods = periods
    self.counts = counts
    rule = options.rule
    familySize = tested.count
    series = findings.enumerated().map { index, finding in
      SeriesTrend(
        index, finding.found, periods: periods, rule: options.rule, quantile: quantile,
        families: (slopes, bursts, changes), burstPs: burstPs[index], style: finding.style)
    }
  }

  /// Sen's slope of a series: the change of its share a year, with its 95 % interval.
  ///
  /// - Parameter index: The series.
  /// - Returns: The slope; nil with fewer than two tested periods.
  /// - Complexity: O(periods² log periods).
  public func senSlope(_ index: Int) -> SenSlope? {
    let row = counts[index]
    let shares = zip(periods.tested, periods.design.volumes).map {
      Double(row[row.startIndex + $0]) / $1
    }
    return SenSlope(values: shares, times: periods.design.times)
  }

  /// The shares of a series, smoothed for charts; nil for periods without papers nearby.
  ///
  /// Periods that are not over do not enter.
  public func smoothed(_ index: Int, reach: Int = 6) -> [Double?] {
    let values = counts[index].map { Int($0) }
    let volumes = periods.papers.indices.map { periods.isOver[$0] ? periods.papers[$0] : 0 }
    return LocalLinearSmoother(reach: reach).smoothed(counts: values, volumes: volumes)
  }
}
