import LinearAlgebra
import TestSupport
import Testing

@testable import TrendAnalysis

@Suite struct RateRegressionTests {
  static let volumes: [Double] = [100, 120, 110, 150, 160, 150, 190, 200]
  static let design = RateDesign(times: (0..<8).map(Double.init), volumes: volumes)
  static let growing: [Double] = [4, 6, 5, 9, 12, 10, 15, 18]
  static let dispersed: [Double] = [2, 11, 4, 15, 6, 20, 9, 30]

  @Test func theSlopeOfAnExactExponentialIsExact() throws {
    let times = [0.0, 0.3, 0.7, 1.1, 2.0, 2.1]
    let volumes = [100.0, 3000, 50, 800, 0, 910]
    let design = RateDesign(times: times, volumes: volumes)
    #expect(design.indices == [0, 1, 2, 3, 5])
    let counts = design.indices.map { volumes[$0] * exponential(-3 + 0.8 * times[$0]) }
    let fit = try #require(RateRegression.poisson(counts: counts, design: design))
    #expect(abs(fit.slope - 0.8) < 1e-10)
    #expect(abs(fit.level - (-3 + 0.8 * design.origin)) < 1e-10)
    #expect(fit.dispersion < 1e-15)
  }

  @Test func volumeGrowthIsNotTopicGrowth() throws {
    let fit = try #require(RateRegression.poisson(counts: Self.growing, design: Self.design))
    #expect(abs(fit.slope - 0.106910) < 5e-7)
    #expect(abs(exponential(fit.slope) - 1.1128) < 5e-5)
    #expect(abs(fit.slopeError() - 0.052478) < 5e-7)
    #expect(abs(fit.normalP() - 0.041626) < 5e-7)

    let flat = RateDesign(times: (0..<8).map(Double.init), volumes: Array(repeating: 1, count: 8))
    let without = try #require(RateRegression.poisson(counts: Self.growing, design: flat))
    #expect(abs(without.slope - 0.202569) < 5e-7)
    #expect(abs(exponential(without.slope) - 1.2245) < 5e-5)
  }

  @Test func poissonAloneWouldCallDispersedCountsRising() throws {
    let poisson = try #require(RateRegression.poisson(counts: Self.dispersed, design: Self.design))
    #expect(abs(poisson.slope - 0.138151) < 5e-7)
    #expect(abs(poisson.slopeError() - 0.048320) < 5e-7)
    #expect(abs(poisson.normalP() - 0.004248) < 5e-7)
    #expect(abs(poisson.dispersion - 3.703112) < 5e-7)

    let quasi = try #require(
      RateRegression.quasiPoisson(counts: Self.dispersed, design: Self.design))
    #expect(abs(quasi.slopeError() - 0.092984) < 5e-7)
    let p = studentTwoSidedTail(quasi.slope / quasi.slopeError(), degreesOfFreedom: 6)
    #expect(abs(p - 0.188) < 5e-4)

    let fit = try #require(
      RateRegression.negativeBinomial(counts: Self.dispersed, design: Self.design))
    #expect(abs(fit.slope - 0.139546) < 5e-7)
    // The maximum lies at -3.1002685078 (root of the score to 1e-14), on the border of the rounding.
    let level = fit.level - fit.slope * Self.design.origin
    #expect(abs(level - -3.10027) < 5e-6)
    #expect(abs(level - -3.100268508) < 5e-10)
    #expect(abs(fit.alpha - 0.176785) < 5e-7)
    #expect(abs(fit.slopeError(.expected) - 0.0830) < 5e-5)
    #expect(abs(fit.normalP(.expected) - 0.093) < 5e-4)
    #expect(abs(fit.slopeError(.observed) - 0.082568) < 5e-7)
    #expect(abs(fit.normalP(.observed) - 0.091016) < 5e-7)
    let test = fit.overdispersionTest(against: poisson)
    #expect(abs(test.statistic - 7.097664) < 5e-7)
    #expect(abs(test.p - 0.0039) < 5e-5)
  }

  @Test func countsThatVaryLessThanPoissonHaveNoOverdispersion() {
    let counts = Self.volumes.map { ($0 * 0.1).rounded() }
    #expect(RateRegression.negativeBinomial(counts: counts, design: Self.design) == nil)
    #expect(RateRegression.poisson(counts: counts, design: Self.design) != nil)
  }

  @Test func countsWithoutAMaximumGiveNoFit() {
    let none = [Double](repeating: 0, count: 8)
    #expect(RateRegression.poisson(counts: none, design: Self.design) == nil)
    let last: [Double] = [0, 0, 0, 0, 0, 0, 0, 9]
    #expect(RateRegression.poisson(counts: last, design: Self.design) == nil)
    let short = RateDesign(times: [0, 1], volumes: [10, 10])
    #expect(RateRegression.poisson(counts: [1, 2], design: short) == nil)
  }

  /// The derivatives agree with differences of the likelihood, also near alpha = 0.
  @Test(arguments: [1e-7, 1e-5, 1e-3, 0.05, 0.4, 3.0])
  func theLikelihoodHasItsDerivatives(alpha: Double) {
    let likelihood = OverdispersionLikelihood(counts: Self.dispersed)
    let means = [3.1, 6, 5.5, 9, 12, 14, 21, 26]
    let step = max(alpha * 1e-3, 1e-8)
    let (low, high) = (alpha - step, alpha + step)
    let slope =
      (likelihood.value(alpha: high, means: means) - likelihood.value(alpha: low, means: means))
      / (2 * step)
    let (first, second) = likelihood.derivatives(alpha: alpha, means: means)
    #expect(abs(slope - first) < 1e-5 * max(1, abs(first)) + 1e-12 / step)
    let curvature =
      (likelihood.derivatives(alpha: high, means: means).first
        - likelihood.derivatives(alpha: low, means: means).first) / (2 * step)
    #expect(abs(curvature - second) < 1e-4 * max(1, abs(second)) + 1e-12 / step)
  }
}
