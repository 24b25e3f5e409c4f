extension RateRegression {
  /// Fits the negative binomial by maximum likelihood, or nil where alpha has no maximum above 0.
  ///
  /// Rates by reweighted least squares and alpha by Newton steps take turns until both stand still
  /// (Lawless 1987; Hilbe 2011, chapter 8). Counts that vary no more than Poisson counts have their
  /// maximum at alpha = 0 and give nil.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series in the periods of the design, whole numbers.
  ///   - design: When and out of how many.
  /// - Returns: The fit at the maximum of the likelihood.
  /// - Complexity: O(periods + largest count) per iteration, about ten iterations.
  public static func negativeBinomial(counts: [Double], design: RateDesign) -> RateRegression? {
    guard let fit = poissonFit(counts, design) else { return nil }
    return negativeBinomial(counts: counts, design: design, from: fit)
  }

  static func negativeBinomial(
    counts: [Double], design: RateDesign, from start: LogLinearFit
  ) -> RateRegression? {
    let likelihood = OverdispersionLikelihood(counts: counts)
    var fit = start
    guard likelihood.derivatives(alpha: 0, means: fit.means).first > 0 else { return nil }
    var alpha = momentEstimate(counts, fit.means)
    for _ in 0..<100 {
      fit = LogLinearFit(design: design, counts: counts, alpha: alpha, from: fit)
      guard fit.converged else { return nil }
      guard let next = maximize(likelihood, means: fit.means, from: alpha) else { return nil }
      let change = abs(next - alpha)
      alpha = next
      guard change < 1e-9 * alpha else { continue }
      let observed = observedSlopeError(fit, likelihood, alpha: alpha, counts, design.times)
      guard let observed else { return nil }
      return RateRegression(
        negativeBinomial: fit, alpha: alpha, observedError: observed, counts: counts,
        logLikelihood: likelihood.value(alpha: alpha, means: fit.means))
    }
    return nil
  }

  /// The likelihood-ratio test of alpha = 0, whose null distribution is half a chi-square of one
  /// degree and half a mass at 0, as alpha lies on the border of its range.
  ///
  /// - Parameter poisson: The Poisson fit of the same counts.
  /// - Returns: The statistic, at least 0, and its p.
  public func overdispersionTest(against poisson: RateRegression) -> (statistic: Double, p: Double)
  {
    let statistic = max(0, 2 * (logLikelihood - poisson.logLikelihood))
    return (statistic, statistic > 0 ? normalTwoSidedTail(statistic.squareRoot()) / 2 : 1)
  }

  private static func momentEstimate(_ counts: [Double], _ means: [Double]) -> Double {
    var (excess, scale) = (0.0, 0.0)
    for (count, mean) in zip(counts, means) {
      excess += (count - mean) * (count - mean) - count
      scale += mean * mean
    }
    return max(excess / scale, 1e-4)
  }

  /// The alpha at which the likelihood is largest for fixed means, by Newton steps on ln(alpha)
  /// inside a bracket, or nil where there is none between 1e-10 and 1e6.
  private static func maximize(
    _ likelihood: OverdispersionLikelihood, means: [Double], from start: Double
  ) -> Double? {
    var (low, high) = (naturalLogarithm(1e-10), naturalLogarithm(1e6))
    var position = naturalLogarithm(start)
    for _ in 0..<100 {
      let alpha = exponential(position)
      let (first, second) = likelihood.derivatives(alpha: alpha, means: means)
      if first > 0 { low = position } else { high = position }
      let curvature = alpha * alpha * second + alpha * first
      var next = position - alpha * first / curvature
      if !(curvature < 0) || next <= low || next >= high { next = (low + high) / 2 }
      if abs(next - position) < 1e-12 {
        return position < naturalLogarithm(1e-9) || position > naturalLogarithm(1e5) ? nil : alpha
      }
      position = next
    }
    return nil
  }

  /// The slope's standard error from the second derivatives in level, slope and alpha.
  private static func observedSlopeError(
    _ fit: LogLinearFit, _ likelihood: OverdispersionLikelihood, alpha: Double,
    _ counts: [Double], _ times: [Double]
  ) -> Double? {
    var (aa, ab, bb, ac, bc) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in times.indices {
      let (mean, time) = (fit.means[i], times[i])
      let shrink = 1 / (1 + alpha * mean)
      let weight = mean * (1 + alpha * counts[i]) * shrink * shrink
      let cross = (counts[i] - mean) * mean * shrink * shrink
      aa += weight
      ab += weight * time
      bb += weight * time * time
      ac += cross
      bc += cross * time
    }
    let cc = -likelihood.derivatives(alpha: alpha, means: fit.means).second
    let determinant =
      aa * (bb * cc - bc * bc) - ab * (ab * cc - bc * ac) + ac * (ab * bc - bb * ac)
    let variance = (aa * cc - ac * ac) / determinant
    return variance > 0 && variance.isFinite ? variance.squareRoot() : nil
  }
}
