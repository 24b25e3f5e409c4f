import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct BurstSignificanceTests {
  /// For Poisson counts the gain is a log likelihood ratio, so its exponential has mean 1: θ = 1.
  @Test(arguments: [1e-4, 0.003, 0.02]) func poissonCountsNeedNoAdjustment(share: Double) {
    let gain = PeriodGain(base: share, raised: 2 * share)
    #expect(abs(gain.adjustmentCoefficient(dispersion: 1) - 1) < 1.5 * share)
  }

  /// The defining equation, summed over the negative binomial probabilities themselves.
  @Test(arguments: [1.2, 2.0, 5.0], [0.7, 4.0, 30.0])
  func theAdjustedGainHasExponentialMeanOne(dispersion: Double, mean: Double) {
    let gain = PeriodGain(base: 0.01, raised: 0.02)
    let theta = gain.adjustmentCoefficient(dispersion: dispersion)
    #expect(theta > 0 && theta < 1)
    let size = mean / (dispersion - 1)
    var logProbability = -size * naturalLogarithm(dispersion)
    var sum = 0.0
    for count in 0..<3000 {
      let value = Double(count) * gain.perPaper + mean * gain.perExpectedPaper
      sum += exponential(logProbability + theta * value)
      logProbability += naturalLogarithm(
        (Double(count) + size) / Double(count + 1) * (dispersion - 1) / dispersion)
    }
    #expect(abs(sum - 1) < 1e-6)
  }

  /// Without a change, p < 0.05 must not come up more often than that.
  @Test(arguments: [(0.002, 0.0), (0.02, 0.02), (0.02, 0.1), (0.005, 0.4)])
  func theNullKeepsItsLevel(share: Double, alpha: Double) {
    let trials = 400
    var below = 0
    for trial in 0..<trials {
      var draws = Draws(seed: 11, purpose: "bursts", index: trial)
      let counts = UnevenYear.series(share: share, alpha: alpha, draws: &draws)
      if strongest(counts) < 0.05 { below += 1 }
    }
    #expect(below <= trials * 8 / 100)
  }

  @Test(arguments: [0.0, 0.02]) func aThreefoldPeakOfSixWeeksIsFound(alpha: Double) {
    var found = 0
    for trial in 0..<50 {
      var draws = Draws(seed: 12, purpose: "peak", index: trial)
      let start = 5 + draws.index(below: 43)
      let counts = UnevenYear.series(share: 0.02, alpha: alpha, draws: &draws) {
        (start..<(start + 6)).contains($0) ? 3 : 1
      }
      if strongest(counts) < 0.001 { found += 1 }
    }
    #expect(found >= 45)
  }

  private func strongest(_ counts: [Double]) -> Double {
    let volumes = UnevenYear.volumes
    let found = KleinbergBursts(counts: counts, volumes: volumes)
    return found.bursts.reduce(1) { least, burst in
      let noise = KleinbergBursts.noise(around: burst, counts: counts, volumes: volumes)
      return min(
        least,
        BurstSignificance(found, noise: noise, volumes: volumes).p(weight: burst.weight))
    }
  }

  @Test func noiseSeesChanceAndNotSteps() {
    var (flat, stepped) = (0.0, 0.0)
    for trial in 0..<200 {
      var draws = Draws(seed: 13, purpose: "noise", index: trial)
      let counts = UnevenYear.series(share: 0.03, alpha: 0.05, draws: &draws)
      flat += PeriodNoise(counts: counts, volumes: UnevenYear.volumes).estimate / 200
      var others = Draws(seed: 14, purpose: "noise", index: trial)
      let step = UnevenYear.series(share: 0.03, alpha: 0.05, draws: &others) { $0 < 27 ? 0.5 : 1.5 }
      stepped += PeriodNoise(counts: step, volumes: UnevenYear.volumes).estimate / 200
    }
    // Means near 33 papers a week, somewhat more where weeks count more.
    #expect(flat > 2.3 && flat < 3.3)
    #expect(stepped < flat * 1.35)
  }

  @Test func theFamilySteadiesTheNoise() {
    let usual = (0..<200).map { index in
      (noise: PeriodNoise(estimate: 0.7 + Double(index % 7) / 10, degreesOfFreedom: 33), mean: 2.0)
    }
    let prior = NoisePrior(usual)
    #expect(prior.degreesOfFreedom > 20)
    let steadied = prior.moderated(
      PeriodNoise(estimate: 1.3, degreesOfFreedom: 33), mean: 2)
    #expect(steadied.estimate < 1.2 && steadied.degreesOfFreedom > 53)
    let noisy = prior.moderated(PeriodNoise(estimate: 4, degreesOfFreedom: 33), mean: 2)
    #expect(noisy.estimate == 4 && noisy.degreesOfFreedom == 33)
    let few = NoisePrior(Array(usual.prefix(5)))
    #expect(few.degreesOfFreedom == 0)
    #expect(
      few.moderated(PeriodNoise(estimate: 1.3, degreesOfFreedom: 33), mean: 2).estimate == 1.3)
  }
}
