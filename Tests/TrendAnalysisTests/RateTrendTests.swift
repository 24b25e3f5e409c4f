import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct RateTrendTests {
  static let design = RateDesign(times: UnevenYear.years, volumes: UnevenYear.volumes)
  static let quantile = studentTwoSidedQuantile(0.05, degreesOfFreedom: 52)

  /// Without a trend, p lies below 0.05 in about 5 % of the series, whatever the noise.
  @Test(arguments: [(0.002, 0.0), (0.02, 0.02), (0.02, 0.1), (0.005, 0.4)])
  func theNullKeepsItsLevel(share: Double, alpha: Double) {
    let trials = 600
    var below = 0
    for trial in 0..<trials {
      var draws = Draws(seed: 31, purpose: "trend", index: trial)
      let counts = UnevenYear.series(share: share, alpha: alpha, draws: &draws)
      if let trend = RateTrend(counts: counts, design: Self.design), trend.p < 0.05 { below += 1 }
    }
    #expect(below >= trials * 2 / 100 && below <= trials * 7 / 100)
  }

  @Test func theIntervalHoldsTheTrueRatioInAbout95Percent() {
    let trials = 400
    var covered = 0
    for trial in 0..<trials {
      var draws = Draws(seed: 32, purpose: "interval", index: trial)
      let counts = UnevenYear.series(share: 0.01, alpha: 0.05, draws: &draws) {
        exponential(0.7 * (UnevenYear.years[$0] - 2025))
      }
      guard let trend = RateTrend(counts: counts, design: Self.design) else { continue }
      let (low, high) = trend.interval(quantile: Self.quantile)
      if low <= exponential(0.7), high >= exponential(0.7) { covered += 1 }
    }
    #expect(covered >= trials * 92 / 100 && covered <= trials * 98 / 100)
  }

  @Test(arguments: 0..<20) func pAndIntervalSayTheSame(seed: UInt64) throws {
    var draws = Draws(seed: seed, purpose: "dual")
    let counts = UnevenYear.series(share: 0.01, alpha: 0.1, draws: &draws) { 1 + Double($0) / 80 }
    let trend = try #require(RateTrend(counts: counts, design: Self.design))
    let (low, high) = trend.interval(quantile: Self.quantile)
    #expect((trend.p < 0.05) == (low > 1 || high < 1))
    #expect(low < trend.ratio && trend.ratio < high)
  }

  @Test(arguments: 0..<10) func doublingEveryVolumeChangesNothing(seed: UInt64) throws {
    var draws = Draws(seed: seed, purpose: "double")
    let counts = UnevenYear.series(share: 0.005, alpha: seed % 2 == 0 ? 0 : 0.1, draws: &draws)
    let doubled = RateDesign(times: UnevenYear.years, volumes: UnevenYear.volumes.map { 2 * $0 })
    let once = try #require(RateTrend(counts: counts, design: Self.design))
    let twice = try #require(RateTrend(counts: counts, design: doubled))
    #expect(abs(once.ratio - twice.ratio) < 1e-8 * once.ratio)
    #expect(abs(once.p - twice.p) < 1e-8)
    #expect(abs(once.slopeError - twice.slopeError) < 1e-8 * once.slopeError)
  }

  @Test func aStepIsTakenForAStepAndGrowthForGrowth() throws {
    var (steps, growths) = (0, 0)
    for trial in 0..<50 {
      var draws = Draws(seed: 33, purpose: "step", index: trial)
      let step = UnevenYear.series(share: 0.01, alpha: 0.01, draws: &draws) { $0 < 24 ? 0.3 : 1.7 }
      let growth = UnevenYear.series(share: 0.01, alpha: 0.01, draws: &draws) {
        exponential((UnevenYear.years[$0] - 2025.5) * 1.7)
      }
      let search = ChangePointSearch()
      for (counts, isStep) in [(step, true), (growth, false)] {
        let trend = try #require(RateTrend(counts: counts, design: Self.design))
        let cut = try #require(
          search.search(counts: counts, volumes: UnevenYear.volumes).clearest)
        guard trend.isStep(at: cut, counts: counts, design: Self.design) else { continue }
        if isStep { steps += 1 } else { growths += 1 }
      }
    }
    #expect(steps >= 45)
    #expect(growths <= 3)
  }

  @Test func fewPeriodsWithPapersGiveNoTrend() {
    var counts = [Double](repeating: 0, count: 54)
    counts[50] = 20
    counts[51] = 9
    #expect(RateTrend(counts: counts, design: Self.design) == nil)
    counts[30] = 1
    #expect(RateTrend(counts: counts, design: Self.design) != nil)
  }
}
