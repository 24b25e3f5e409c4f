/// The dispersion of counts, read from neighbouring periods.
///
/// Of the S papers of two neighbouring periods, the first should have a part f by the volumes. The
/// dispersion is Σ (y - f S)² / f(1 - f) over Σ S: squared differences of neighbours over what chance
/// alone makes of them (after von Neumann, Kent, Bellinson and Hart 1941), with the mean of the two as
/// their level. Slow movements, steps and bursts hardly enter into it, so that what is looked for does
/// not hide itself by inflating the yardstick.
struct PeriodNoise: Sendable {
  /// Variance over mean as estimated; it may lie below 1 by chance.
  let estimate: Double
  /// How many independent squares the estimate is worth: two thirds of the periods, and fewer where
  /// their volumes differ.
  let degreesOfFreedom: Double

  /// Variance over mean, at least 1: counts are not taken to be more even than chance.
  var dispersion: Double { max(1, estimate) }

  /// Estimates the dispersion.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series by period.
  ///   - volumes: All papers by period, above 0.
  ///   - edges: Periods whose step from the one before is left out.
  init(counts: [Double], volumes: [Double], except edges: [Int] = []) {
    var (squares, papers) = (0.0, 0.0)
    var (volume, volumeSquared) = (0.0, 0.0)
    for next in counts.indices.dropFirst() where !edges.contains(next) {
      let both = counts[next - 1] + counts[next]
      let bothVolumes = volumes[next - 1] + volumes[next]
      let part = volumes[next - 1] / bothVolumes
      let difference = counts[next - 1] - part * both
      squares += difference * difference / (part * (1 - part))
      papers += both
      volume += bothVolumes
      volumeSquared += bothVolumes * bothVolumes
    }
    self.init(
      estimate: papers > 0 ? squares / papers : 1,
      degreesOfFreedom: volume > 0 ? max(1, volume * volume / volumeSquared * 2 / 3) : 1)
  }

  init(estimate: Double, degreesOfFreedom: Double) {
    self.estimate = estimate
    self.degreesOfFreedom = degreesOfFreedom
  }
}
