/// What the raised state gains over the base state in a period, which is linear in its count:
/// gain = count × ``perPaper`` + expected count × ``perExpectedPaper``.
struct PeriodGain {
  /// What each paper of the series adds.
  let perPaper: Double
  /// What each paper that the base share lets expect takes away; below 0.
  let perExpectedPaper: Double

  /// The gain between two binomial shares.
  init(base: Double, raised: Double) {
    let miss = logarithmOfOnePlus(-raised) - logarithmOfOnePlus(-base)
    perPaper = naturalLogarithm(raised / base) - miss
    perExpectedPaper = miss / base
  }

  /// The θ > 0 that solves E exp(θ gain) = 1 for negative binomial counts whose variance is
  /// `dispersion` times their mean; Poisson counts where that is 1.
  ///
  /// - Complexity: About 40 evaluations, by halving.
  func adjustmentCoefficient(dispersion: Double) -> Double {
    let excess = dispersion - 1
    func cumulant(_ theta: Double) -> Double {
      let raise = exponential(theta * perPaper) - 1
      if excess < 1e-9 { return raise + theta * perExpectedPaper }
      let rest = 1 - excess * raise
      return rest > 0
        ? -naturalLogarithm(rest) / excess + theta * perExpectedPaper : .infinity
    }
    // The cumulant is convex, 0 at 0 and falls there, so it changes sign once.
    var (low, high) = (0.0, 1.0)
    while cumulant(high) < 0 { high *= 2 }
    while high - low > 1e-10 * high {
      let middle = (low + high) / 2
      if cumulant(middle) < 0 { low = middle } else { high = middle }
    }
    return low
  }
}
