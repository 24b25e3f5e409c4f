import BlockScheduling
import Testing

@testable import TrendAnalysis

@Suite struct ShareProjectionTests {
  @Test(arguments: [(0.3, 0.5), (5.0, 5.0), (5.0, 12.0), (200.0, 1500.0)])
  func quantilesHoldTheirLevel(mean: Double, variance: Double) {
    let (low, high) = ShareProjection.quantiles(mean: mean, variance: variance, level: 0.9)
    var (below, through) = (0.0, 0.0)
    let alpha = max((variance - mean) / (mean * mean), 1e-9)
    let size = 1 / alpha
    for count in 0...high {
      let value = Double(count)
      let term =
        logGamma(value + size) - logGamma(size) - logGamma(value + 1)
        + size * naturalLogarithm(size / (size + mean)) + value
        * naturalLogarithm(mean / (size + mean))
      if count < low { below += exponential(term) }
      through += exponential(term)
    }
    #expect(below < 0.05 + 1e-6)
    #expect(through >= 0.95 - 1e-6)
  }

  @Test func theFanOpensWithTimeAndLevel() throws {
    var draws = Draws(seed: 51, purpose: "fan")
    let counts = UnevenYear.series(share: 0.02, alpha: 0.02, draws: &draws) {
      exponential(UnevenYear.years[$0] - 2025.5)
    }
    let design = RateDesign(times: UnevenYear.years, volumes: UnevenYear.volumes)
    let trend = try #require(RateTrend(counts: counts, design: design))
    let projection = ShareProjection(trend: trend, design: design)
    var last = 0.0
    for ahead in 1...8 {
      let year = UnevenYear.years[53] + Double(ahead) * 7 / 365.2425
      let wide = projection.point(year: year, volume: 1_000_000, level: 0.95)
      let narrow = projection.point(year: year, volume: 1_000_000, level: 0.5)
      #expect(wide.low < narrow.low && narrow.high < wide.high)
      #expect(wide.low < wide.share && wide.share < wide.high)
      #expect((wide.high - wide.low) / wide.share > last)
      last = (wide.high - wide.low) / wide.share
      let few = projection.point(year: year, volume: 100, level: 0.95)
      #expect(few.low <= wide.low && few.high >= wide.high)
    }
  }

  /// Where the trend goes on as it was, the interval holds what is counted about as often as it says.
  @Test func backtestsCover() throws {
    var flat: [Int32] = []
    for index in 0..<60 {
      var draws = Draws(seed: 52, purpose: "backtest", index: index)
      flat += UnevenYear.series(share: 0.02, alpha: 0.02, draws: &draws) {
        exponential((UnevenYear.years[$0] - 2025.5) * (index % 2 == 0 ? 1 : -1))
      }.map { Int32($0) }
    }
    let family = TrendFamily(
      SeriesCounts(flat, periods: 54), periods: UnevenYear.periods,
      scheduler: BlockScheduler(threads: 2))
    let coverage = family.projectionCoverage(
      holdingOut: 6, scheduler: BlockScheduler(threads: 2))
    #expect(coverage.count == 6)
    let covered = coverage.reduce(0) { $0 + $1.covered }
    let all = coverage.reduce(0) { $0 + $1.all }
    #expect(all >= 250)
    #expect(Double(covered) >= 0.91 * Double(all))
    #expect(Double(covered) <= 0.995 * Double(all))
  }

  @Test func onlyTrendsAndSteadySharesAreProjected() {
    let made = SyntheticPapers(seed: 6)
    let family = TrendTests(
      periods: made.periods, papers: made.papers, scheduler: BlockScheduler(threads: 1)
    ).terms(made.terms)
    #expect(family.projection(0) != nil)
    #expect(family.projection(4) == nil)
    for series in family.series where series.verdict == .unclear {
      #expect(family.projection(series.series) == nil)
    }
  }
}
