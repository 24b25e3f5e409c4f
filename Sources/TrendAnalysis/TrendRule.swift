/// The rule that turns tests into a verdict; its description is the sentence that reports print.
public struct TrendRule: Sendable, Hashable, CustomStringConvertible {
  /// The false discovery rate at which something is called.
  public var rate: Double = 0.05
  /// The factor between the first and the last tested period, up or down, that a trend must have.
  public var smallestChange: Double = 1.25
  /// A share is steady if the interval of that factor lies between this and its inverse.
  public var steadyBand: Double = 0.75
  /// The fewest papers of a series in the tested periods.
  public var fewestPapers: Int = 20
  /// The fewest tested periods.
  public var fewestPeriods: Int = 8

  /// The usual rule.
  public init() {}

  /// Whether a series is tested, which depends on how many papers it has and not on when.
  func hasEnough(papers: Int, periods: Int) -> Bool {
    papers >= fewestPapers && periods >= fewestPeriods
  }

  /// The verdict on a series that was tested.
  ///
  /// - Parameters:
  ///   - trend: The fitted change.
  ///   - q: The q-value of its slope in its family.
  ///   - span: Years from the first tested period to the last.
  ///   - quantile: Student's 95 % quantile.
  ///   - isShift: Whether a called jump explains the series and leaves nothing to a slope.
  ///   - hasCalled: Whether a jump or a burst is called.
  /// - Returns: Anything but too little data.
  func verdict(
    trend: RateTrend, q: Double, span: Double, quantile: Double, isShift: Bool, hasCalled: Bool
  ) -> Verdict {
    let change = exponential(trend.regression.slope * span)
    if q <= rate, !isShift {
      if change >= smallestChange { return .rising }
      if change <= 1 / smallestChange { return .falling }
    }
    let (low, high) = trend.interval(quantile: quantile, over: span)
    return !hasCalled && low >= steadyBand && high <= 1 / steadyBand ? .steady : .unclear
  }

  /// The rule in words.
  public var description: String {
    "Rising or falling: q at most \(rate), the fitted share changes by a factor of at least "
      + "\(smallestChange) over the tested periods, and no single jump explains the series and "
      + "leaves nothing to a slope. Steady: the 95 % interval of that factor lies within \(steadyBand) and "
      + "1/\(steadyBand), and no jump or burst is called. Too little data: fewer than "
      + "\(fewestPapers) papers or \(fewestPeriods) tested periods. Anything else is unclear: not significant is not steady."
  }
}
