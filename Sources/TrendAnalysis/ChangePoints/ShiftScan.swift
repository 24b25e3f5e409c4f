/// The clearest single shift of the share in a stretch of periods.
///
/// For each way of cutting the stretch in two, twice the log likelihood ratio of two shares against
/// one (Poisson counts given their sum; Worsley 1986) over the dispersion. The distribution of the
/// largest of them is Miller and Siegmund's (1982):
///
/// P(max χ > b) ~ b φ(b) [(1 - 1/b²) ln(t₁(1 - t₀) / t₀(1 - t₁)) + 4/b²],
///
/// where t₀ and t₁ are the parts of the volume before the first and the last cut allowed. Papers come
/// in whole periods, so there are fewer cuts than it allows for, and p errs on the safe side. Because
/// the dispersion is estimated, χ² enters by Wallace's transformation.
struct ShiftScan {
  /// The first period after the best cut, counted from the start of the stretch.
  let cut: Int
  let p: Double

  /// Scans a stretch, or returns nil where it is too short to be cut or holds no papers.
  ///
  /// - Complexity: O(periods).
  init?(counts: [Double], volumes: [Double], shortest: Int) {
    let n = counts.count
    let (papers, all) = (counts.reduce(0, +), volumes.reduce(0, +))
    guard n >= 2 * shortest, papers > 0 else { return nil }
    let noise = PeriodNoise(counts: counts, volumes: volumes)
    var (left, leftVolume) = (0.0, 0.0)
    var best = (deviance: -1.0, cut: 0)
    var (firstPart, lastPart) = (0.0, 0.0)
    for cut in 1...(n - shortest) {
      left += counts[cut - 1]
      leftVolume += volumes[cut - 1]
      guard cut >= shortest else { continue }
      if cut == shortest { firstPart = leftVolume / all }
      lastPart = leftVolume / all
      let deviance =
        2
        * (Self.term(left, expected: papers * lastPart)
          + Self.term(papers - left, expected: papers * (1 - lastPart)))
      if deviance > best.deviance { best = (deviance, cut) }
    }
    cut = best.cut
    p = Self.tail(
      of: normalSquare(
        ofStudentSquare: best.deviance / noise.dispersion,
        degreesOfFreedom: noise.degreesOfFreedom),
      from: firstPart, to: lastPart)
  }

  private static func term(_ count: Double, expected: Double) -> Double {
    count > 0 ? count * naturalLogarithm(count / expected) : 0
  }

  /// P(the largest χ² over the cuts >= square).
  static func tail(of square: Double, from first: Double, to last: Double) -> Double {
    // Below this the approximation turns, and nothing is to be called anyway.
    guard square > 3 else { return 1 }
    let density = exponential(-square / 2) / (2 * Double.pi).squareRoot()
    let reach = naturalLogarithm(last * (1 - first) / (first * (1 - last)))
    return min(1, square.squareRoot() * density * ((1 - 1 / square) * reach + 4 / square))
  }
}
