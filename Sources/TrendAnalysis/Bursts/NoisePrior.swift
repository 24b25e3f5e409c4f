/// What the series of a family have in common in their dispersion, which steadies the estimate of
/// each.
///
/// One series has too few periods to know its own dispersion well. Thousands together say what is
/// usual: φ₀(m) = 1 + α₀ m for a mean count m, and how much series differ from it beyond the error of
/// estimation, as degrees of freedom d₀. A series' estimate is then the mean of both, weighted by their
/// degrees of freedom, and is worth their sum (Smyth 2004). Medians and quartiles are used, so that the
/// series with something to find do not move it. A series whose own estimate lies more than two
/// standard errors above the usual keeps it: noisy series are not made quiet.
struct NoisePrior: Sendable {
  /// The usual overdispersion.
  let alpha: Double
  /// How many degrees of freedom knowing the usual is worth; 0 if nothing is known.
  let degreesOfFreedom: Double

  /// With fewer series than this nothing is borrowed.
  static let fewestSeries = 20
  /// The most that is borrowed, in degrees of freedom.
  static let mostBorrowed = 100.0

  /// Reads the usual from all series whose mean count is at least 1.
  ///
  /// - Parameter series: Dispersion and mean count of each series.
  /// - Complexity: O(series log series).
  init(_ series: [(noise: PeriodNoise, mean: Double)]) {
    let known = series.filter { $0.mean >= 1 && $0.noise.estimate > 0 }
    guard known.count >= Self.fewestSeries else {
      (alpha, degreesOfFreedom) = (0, 0)
      return
    }
    let excesses = known.map { ($0.noise.estimate - 1) / $0.mean }.sorted()
    let usual = max(0, excesses[excesses.count / 2])
    let logs = known.map { naturalLogarithm($0.noise.estimate / (1 + usual * $0.mean)) }.sorted()
    // The distance of the quartiles of a normal variable is 1.349 standard deviations.
    let deviation = (logs[logs.count * 3 / 4] - logs[logs.count / 4]) / 1.349
    let own = known.reduce(0) { $0 + 2 / $1.noise.degreesOfFreedom } / Double(known.count)
    let excess = deviation * deviation - own
    alpha = usual
    degreesOfFreedom = excess > 0 ? min(Self.mostBorrowed, 2 / excess) : Self.mostBorrowed
  }

  /// The steadied estimate of a series.
  func moderated(_ noise: PeriodNoise, mean: Double) -> PeriodNoise {
    let usual = 1 + alpha * mean
    let error = (2 / noise.degreesOfFreedom).squareRoot()
    guard noise.estimate <= usual * (1 + 2 * error) else { return noise }
    let sum = noise.degreesOfFreedom + degreesOfFreedom
    let estimate =
      (noise.degreesOfFreedom * noise.estimate + degreesOfFreedom * usual) / sum
    return PeriodNoise(estimate: estimate, degreesOfFreedom: sum)
  }
}
