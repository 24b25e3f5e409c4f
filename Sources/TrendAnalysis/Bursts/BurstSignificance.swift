/// How likely a burst of some weight is in a series whose share does not change.
///
/// The weight of a burst is a sum of log likelihood ratios. For a count of mean m and variance φ m
/// (negative binomial with variance proportional to the mean) there is one θ > 0, the same for every
/// volume, with E exp(θ × period's gain) = 1: the adjustment coefficient of Lundberg, and the λ of
/// Karlin and Altschul (1990). With it exp(θ × gain so far) is a martingale from any period on, and
/// by Ville's inequality the gain from there ever reaches w with probability at most exp(-θ w), so
/// that P(strongest burst >= w) <= n exp(-θ w) over the n periods in which it may begin. Neighbouring
/// beginnings largely share their gains; Siegmund (1985, chapters 8 and 10) has the factor for that,
/// K = δ²/2 ν(δ)² <= 0.2 with δ² = 2 θ |mean gain of the period| and ν the correction for the
/// overshoot of a walk in steps: P ~ Σ K(t) exp(-θ w). The maximum over all bursts of the series, its
/// own volume and its own dispersion are so accounted for. For φ = 1, θ = 1.
///
/// As φ is estimated, the exponential is averaged over the chi-square law of that estimate, which
/// makes it (1 + 2 θ w / ν)^(-ν/2), as t takes the place of z.
struct BurstSignificance {
  private let theta: Double
  private let noise: PeriodNoise
  /// Σ K(t): how many independent beginnings the periods are worth.
  private let beginnings: Double

  /// - Parameters:
  ///   - found: The bursts of the series.
  ///   - noise: Its dispersion.
  ///   - volumes: All papers by period.
  init(_ found: KleinbergBursts, noise: PeriodNoise, volumes: [Double]) {
    self.noise = noise
    let gain = PeriodGain(base: found.baseShare, raised: found.raisedShare)
    theta = gain.adjustmentCoefficient(dispersion: noise.dispersion)
    var sum = 0.0
    for volume in volumes {
      let mean = found.baseShare * volume * (gain.perPaper + gain.perExpectedPaper)
      sum += Self.beginnings(stepSquare: -2 * theta * mean)
    }
    beginnings = sum
  }

  /// The probability that the strongest burst of such a series weighs as much, at most 1.
  func p(weight: Double) -> Double {
    let square = normalSquare(
      ofStudentSquare: 2 * theta * weight, degreesOfFreedom: noise.degreesOfFreedom)
    return min(1, beginnings * exponential(-square / 2))
  }

  /// δ²/2 ν(δ)², with ν as approximated by Siegmund and Yakir (2007, page 112).
  private static func beginnings(stepSquare: Double) -> Double {
    guard stepSquare > 0 else { return 0 }
    let step = stepSquare.squareRoot()
    let half = step / 2
    let below = 1 - normalTwoSidedTail(half) / 2
    let density = exponential(-half * half / 2) / (2 * Double.pi).squareRoot()
    let overshoot = (2 / step) * (below - 0.5) / (half * below + density)
    return stepSquare / 2 * overshoot * overshoot
  }
}
