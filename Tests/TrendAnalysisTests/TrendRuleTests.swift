import BlockScheduling
import Testing

@testable import TrendAnalysis

@Suite struct TrendRuleTests {
  private func verdict(
    slope: Double, volume: Double = 1000, rule: TrendRule = TrendRule(), q: Double? = nil,
    isShift: Bool = false, hasCalled: Bool = false
  ) throws -> Verdict {
    let times = (0..<54).map { Double($0) / 52 }
    let design = RateDesign(times: times, volumes: times.map { _ in volume })
    // A jag of one paper in eight keeps the dispersion away from 0.
    let counts = times.enumerated().map { index, time in
      (volume * 0.05 * exponential(slope * (time - 0.5)) * (index % 2 == 0 ? 0.94 : 1.06)).rounded()
    }
    let trend = try #require(RateTrend(counts: counts, design: design))
    return rule.verdict(
      trend: trend, q: q ?? trend.p, span: design.span,
      quantile: studentTwoSidedQuantile(0.05, degreesOfFreedom: 52), isShift: isShift,
      hasCalled: hasCalled)
  }

  @Test func theRuleIsAsItSays() throws {
    #expect(try verdict(slope: 0.7) == .rising)
    #expect(try verdict(slope: -0.7) == .falling)
    #expect(try verdict(slope: 0) == .steady)
    #expect(try verdict(slope: 0.1, volume: 20_000) == .steady)
    #expect(try verdict(slope: 0.7, q: 0.06) == .unclear)
    #expect(try verdict(slope: 0.7, isShift: true) == .unclear)
    #expect(try verdict(slope: 0, hasCalled: true) == .unclear)
  }

  @Test func notSignificantIsNotSteady() throws {
    #expect(try verdict(slope: 0, volume: 40) == .unclear)
  }

  @Test func theSentenceSaysTheNumbers() {
    var rule = TrendRule()
    rule.rate = 0.125
    rule.smallestChange = 1.5
    rule.steadyBand = 0.625
    rule.fewestPapers = 33
    rule.fewestPeriods = 9
    for number in ["0.125", "1.5", "0.625", "33", "9"] {
      #expect(rule.description.contains(number))
    }
  }
}
