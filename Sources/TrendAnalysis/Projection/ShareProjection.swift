/// The share to expect soon if the fitted change goes on, with an interval for what will be counted.
///
/// The interval holds the uncertainty of level and slope, by the delta method, and that of the count
/// itself under the fitted dispersion; both variances are widened from the normal to Student's t, and
/// the count is taken to be negative binomial with the mean and variance that result. It says nothing
/// of changes to come, which is why it is for a few periods only.
public struct ShareProjection: Sendable, Hashable {
  /// A point of the fan.
  public struct Point: Sendable, Hashable {
    /// The expected share.
    public let share: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  private let trend: RateTrend
  private let origin: Double

  init(trend: RateTrend, design: RateDesign) {
    self.trend = trend
    origin = design.origin
  }

  /// The share at a time, and the interval of the share that is counted there.
  ///
  /// - Parameters:
  ///   - year: The middle of the period, in years as in ``TrendPeriods``.
  ///   - volume: All papers of that period, known or supposed, at least 1.
  ///   - level: The coverage of the interval.
  /// - Returns: Shares from 0 to 1.
  /// - Complexity: O(the count at the upper end).
  public func point(year: Double, volume: Int, level: Double = 0.95) -> Point {
    precondition(volume >= 1 && level > 0 && level < 1, "a volume and a coverage")
    let regression = trend.regression
    let time = year - origin
    let share = min(1, exponential(regression.level + regression.slope * time))
    let mean = share * Double(volume)
    let covariance = regression.covariance
    let scale = max(1, regression.dispersion)
    let isNegativeBinomial = regression.model == .negativeBinomial
    let parameters =
      (covariance[0] + 2 * time * covariance[1] + time * time * covariance[2])
      * (isNegativeBinomial ? scale : 1)
    let counting = scale * (mean + regression.alpha * mean * mean)
    let student = studentTwoSidedQuantile(1 - level, degreesOfFreedom: trend.degreesOfFreedom)
    let normal = studentTwoSidedQuantile(1 - level, degreesOfFreedom: 1e9)
    let widening = (student / normal) * (student / normal)
    let variance = (counting + mean * mean * parameters) * widening
    let (low, high) = Self.quantiles(mean: mean, variance: variance, level: level)
    return Point(
      share: share, low: min(1, Double(low) / Double(volume)),
      high: min(1, Double(high) / Double(volume)))
  }

  /// The counts between which a negative binomial variable lies with at least the given probability.
  ///
  /// Probabilities are relative to the one at the mode's side of 0 and summed on the fly, in
  /// logarithms until they matter.
  static func quantiles(mean: Double, variance: Double, level: Double) -> (low: Int, high: Int) {
    guard mean > 0 else { return (0, 0) }
    let alpha = max((variance - mean) / (mean * mean), 1e-9)
    let size = 1 / alpha
    let odds = naturalLogarithm(mean / (mean + size))
    var logProbability = -size * logarithmOfOnePlus(mean / size)
    var (sum, count) = (0.0, 0)
    let tail = (1 - level) / 2
    var low: Int?
    let last = Int(mean + 50 * variance.squareRoot()) + 50
    while count < last {
      sum += exponential(logProbability)
      if low == nil, sum >= tail { low = count }
      if sum >= 1 - tail { break }
      logProbability += naturalLogarithm((Double(count) + size) / Double(count + 1)) + odds
      count += 1
    }
    return (low ?? count, count)
  }
}
