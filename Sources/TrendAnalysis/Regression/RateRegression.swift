/// A fitted log-linear rate: y ~ share × volume, ln(share) = level + slope × time.
///
/// McCullagh and Nelder (1989), chapter 6: the volume enters as an offset, so that growth of the
/// corpus is not growth of a topic.
public struct RateRegression: Sendable, Hashable {
  /// How the variance of a count depends on its mean μ.
  public enum Model: String, Sendable, Hashable {
    /// The variance is μ.
    case poisson
    /// The variance is φ μ; φ is Pearson's X² over the periods less two.
    case quasiPoisson
    /// The variance is μ + alpha μ².
    case negativeBinomial
  }

  /// Which matrix gives the standard errors.
  public enum Information: Sendable, Hashable {
    /// The expected information, as in Fisher scoring.
    case expected
    /// The second derivatives at the estimate, alpha included.
    case observed
  }

  /// The variance that was assumed.
  public let model: Model
  /// ln(share) at the design's origin.
  public let level: Double
  /// Change of ln(share) per unit of time.
  public let slope: Double
  /// The overdispersion of the negative binomial; 0 for the others.
  public let alpha: Double
  /// Pearson's X² under the model over the periods less two; about 1 where the model holds.
  public let dispersion: Double
  /// The expected covariance under the model.
  let covariance: [Double]
  /// The standard error of the slope from the expected information and, for the negative binomial,
  /// from the observed one.
  let slopeErrors: (expected: Double, observed: Double)
  /// The log likelihood without the terms that depend on the counts alone.
  public let logLikelihood: Double
  /// The fitted counts.
  public let means: [Double]

  /// The standard error of the slope.
  public func slopeError(_ information: Information = .expected) -> Double {
    information == .expected ? slopeErrors.expected : slopeErrors.observed
  }

  /// The two-sided p of the slope when its error is normal.
  public func normalP(_ information: Information = .expected) -> Double {
    normalTwoSidedTail(slope / slopeError(information))
  }

  /// Fits with variance μ, or nil where the counts have no finite maximum.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series in the periods of the design.
  ///   - design: When and out of how many.
  /// - Returns: The fit at the maximum of the likelihood.
  /// - Complexity: O(periods) per iteration.
  public static func poisson(counts: [Double], design: RateDesign) -> RateRegression? {
    guard let fit = poissonFit(counts, design) else { return nil }
    return RateRegression(.poisson, fit, counts: counts, inflation: 1)
  }

  /// Fits with variance φ μ, or nil where the counts have no finite maximum.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series in the periods of the design.
  ///   - design: When and out of how many.
  /// - Returns: The fit at the maximum of the likelihood.
  /// - Complexity: O(periods) per iteration.
  public static func quasiPoisson(counts: [Double], design: RateDesign) -> RateRegression? {
    guard let fit = poissonFit(counts, design) else { return nil }
    let dispersion = fit.pearsonDispersion(counts: counts, alpha: 0)
    return RateRegression(.quasiPoisson, fit, counts: counts, inflation: dispersion)
  }

  static func poissonFit(_ counts: [Double], _ design: RateDesign) -> LogLinearFit? {
    guard design.count >= 3, counts.contains(where: { $0 > 0 }) else { return nil }
    let fit = LogLinearFit(design: design, counts: counts, alpha: 0)
    return fit.converged && fit.covariance.slope.isFinite && fit.covariance.slope > 0 ? fit : nil
  }

  init(_ model: Model, _ fit: LogLinearFit, counts: [Double], inflation: Double) {
    self.model = model
    level = fit.level
    slope = fit.slope
    alpha = 0
    dispersion = fit.pearsonDispersion(counts: counts, alpha: 0)
    let variances = fit.covariance
    covariance = [variances.level, variances.mixed, variances.slope].map { $0 * inflation }
    let error = (variances.slope * inflation).squareRoot()
    slopeErrors = (error, error)
    logLikelihood = OverdispersionLikelihood(counts: counts).value(alpha: 0, means: fit.means)
    means = fit.means
  }

  init(
    negativeBinomial fit: LogLinearFit, alpha: Double, observedError: Double, counts: [Double],
    logLikelihood: Double
  ) {
    model = .negativeBinomial
    level = fit.level
    slope = fit.slope
    self.alpha = alpha
    dispersion = fit.pearsonDispersion(counts: counts, alpha: alpha)
    let variances = fit.covariance
    covariance = [variances.level, variances.mixed, variances.slope]
    slopeErrors = (variances.slope.squareRoot(), observedError)
    self.logLikelihood = logLikelihood
    means = fit.means
  }

  /// Equal fits have equal estimates.
  public static func == (left: RateRegression, right: RateRegression) -> Bool {
    left.model == right.model && left.level == right.level && left.slope == right.slope
      && left.alpha == right.alpha && left.covariance == right.covariance
  }

  /// Hashes the estimates.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(model)
    hasher.combine(level)
    hasher.combine(slope)
  }
}
