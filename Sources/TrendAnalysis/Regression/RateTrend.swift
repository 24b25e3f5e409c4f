/// How a share changes over time, with an interval and a p that hold for short, uneven series.
///
/// The negative binomial is fitted by maximum likelihood, and quasi-Poisson where that has no
/// maximum. Inference is that of quasi-likelihood (McCullagh and Nelder 1989, chapter 9; Lund,
/// Nettleton, McCarthy and Smyth 2012 for the negative binomial): the standard error of the expected
/// information times √max(1, φ), with φ Pearson's X² over n - 2 under the fitted model, and
/// Student's t with n - 2 degrees of freedom. Interval and p say the same: p < 0.05 exactly where
/// the 95 % interval leaves out 1.
public struct RateTrend: Sendable, Hashable {
  /// The fit behind it.
  public let regression: RateRegression
  /// The standard error of the slope that interval and p use.
  public let slopeError: Double
  /// Periods less two.
  public let degreesOfFreedom: Double
  /// Two-sided.
  public let p: Double

  /// Fits a series, or returns nil where it has no finite estimate or fewer than three periods with
  /// papers, which would leave slope and dispersion to chance.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series in the periods of the design.
  ///   - design: When and out of how many; with times in years ratios are ratios a year.
  /// - Complexity: O(periods + largest count) per iteration.
  public init?(counts: [Double], design: RateDesign) {
    guard counts.count(where: { $0 > 0 }) >= 3,
      let poisson = RateRegression.poissonFit(counts, design)
    else { return nil }
    let regression =
      RateRegression.negativeBinomial(counts: counts, design: design, from: poisson)
      ?? RateRegression(
        .quasiPoisson, poisson, counts: counts,
        inflation: max(1, poisson.pearsonDispersion(counts: counts, alpha: 0)))
    self.regression = regression
    degreesOfFreedom = Double(design.count - 2)
    slopeError =
      regression.model == .negativeBinomial
      ? regression.slopeError() * max(1, regression.dispersion).squareRoot()
      : regression.slopeError()
    guard slopeError > 0, slopeError.isFinite else { return nil }
    p = studentTwoSidedTail(regression.slope / slopeError, degreesOfFreedom: degreesOfFreedom)
  }

  /// Variance over mean at the mean count, as fitted.
  var meanDispersion: Double {
    let mean = regression.means.reduce(0, +) / Double(max(1, regression.means.count))
    return regression.model == .negativeBinomial
      ? 1 + regression.alpha * mean : regression.dispersion
  }

  /// The factor by which the share changes per unit of time.
  public var ratio: Double { exponential(regression.slope) }

  /// The interval of that factor.
  ///
  /// - Parameters:
  ///   - quantile: Student's two-sided quantile for ``degreesOfFreedom``.
  ///   - units: The factor over so many units of time.
  /// - Returns: The ends, both above 0.
  public func interval(quantile: Double, over units: Double = 1) -> (low: Double, high: Double) {
    let reach = quantile * slopeError
    let ends = (
      exponential((regression.slope - reach) * units),
      exponential((regression.slope + reach) * units)
    )
    return ends
  }
}
