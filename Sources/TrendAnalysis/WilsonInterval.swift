/// The score interval of a proportion (Wilson 1927), which stays within 0 and 1 and keeps its
/// coverage for small counts.
///
/// With p = successes / n, centre (p + z²/2n) / (1 + z²/n) and half width
/// z √(p(1 - p)/n + z²/4n²) / (1 + z²/n).
public struct WilsonInterval: Sendable, Hashable {
  /// The lower end, 0 to 1.
  public let low: Double
  /// The upper end, 0 to 1.
  public let high: Double

  /// The interval, or nil where there are no trials.
  ///
  /// - Parameters:
  ///   - successes: How many trials succeeded, 0 to `trials`.
  ///   - trials: How many trials there were.
  ///   - quantile: The normal quantile z; 1.96 for 95 %.
  public init?(successes: Int, trials: Int, quantile: Double = 1.959_963_984_540_054) {
    precondition(successes >= 0 && successes <= trials, "0 <= successes <= trials")
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let square = quantile * quantile
    let scale = 1 + square / n
    let centre = (p + square / (2 * n)) / scale
    let half = quantile * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / scale
    // At the ends the sum is 0 or 1 exactly; rounding must not leave a crumb.
    low = successes == 0 ? 0 : max(0, centre - half)
    high = successes == trials ? 1 : min(1, centre + half)
  }
}
