/// The negative binomial log likelihood of one series as a function of its overdispersion alpha.
///
/// Var y = μ + alpha μ². The sums over j < y of each count y are sums over the counts in ascending
/// order, of one term per integer up to the largest count, which has no cancellation for small
/// alpha as differences of ln Γ have.
struct OverdispersionLikelihood {
  private let counts: [Double]
  private let ascending: [Int]

  init(counts: [Double]) {
    self.counts = counts
    ascending = counts.map { Int($0) }.sorted()
  }

  /// First and second derivative of the log likelihood.
  ///
  /// - Complexity: O(periods + largest count).
  func derivatives(alpha: Double, means: [Double]) -> (first: Double, second: Double) {
    var first = 0.0
    var second = 0.0
    forEachLevel { level, remaining in
      let term = level / (1 + alpha * level)
      first += remaining * term
      second -= remaining * term * term
    }
    for i in means.indices {
      let mean = means[i]
      let z = alpha * mean
      let (value, slope) = logarithmRemainder(z)
      let ratio = mean / (1 + z)
      first += mean * mean * value - counts[i] * ratio
      second += mean * mean * mean * slope + counts[i] * ratio * ratio
    }
    return (first, second)
  }

  /// The log likelihood without the terms that depend on the counts alone.
  func value(alpha: Double, means: [Double]) -> Double {
    var sum = 0.0
    if alpha > 0 {
      forEachLevel { level, remaining in
        sum += remaining * logarithmOfOnePlus(alpha * level)
      }
    }
    for i in means.indices {
      let z = alpha * means[i]
      let perMean = z > 0 ? logarithmOfOnePlus(z) / z : 1
      sum += counts[i] * (naturalLogarithm(means[i]) - z * perMean) - means[i] * perMean
    }
    return sum
  }

  /// Calls the body with each integer below the largest count and how many counts lie above it.
  private func forEachLevel(_ body: (_ level: Double, _ remaining: Double) -> Void) {
    var level = 0
    for (index, count) in ascending.enumerated() {
      let remaining = Double(ascending.count - index)
      while level < count {
        body(Double(level), remaining)
        level += 1
      }
    }
  }

  /// (ln(1 + z) - z/(1 + z)) / z² and its derivative, by series near 0.
  private func logarithmRemainder(_ z: Double) -> (value: Double, slope: Double) {
    if z < 1e-3 {
      return (
        0.5 + z * (-2.0 / 3 + z * (0.75 - 0.8 * z)), -2.0 / 3 + z * (1.5 - 2.4 * z)
      )
    }
    let inverse = 1 / (1 + z)
    let value = (logarithmOfOnePlus(z) - z * inverse) / (z * z)
    return (value, inverse * inverse / z - 2 * value / z)
  }
}
