import Testing

@testable import LinearAlgebra

@Suite struct SplitMix64CountsTests {
  /// Mean and variance lie within five standard errors of what they should be.
  @Test(arguments: [(0.4, 0.0), (7.0, 0.0), (120.0, 0.0), (3.0, 0.5), (40.0, 0.1), (2.0, 3.0)])
  func countsHaveTheirMeanAndVariance(mean: Double, overdispersion: Double) {
    let draws = 4_000
    var generator = SplitMix64(seed: 7, purpose: "counts", index: 0)
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<draws {
      let count = Double(generator.nextCount(mean: mean, overdispersion: overdispersion))
      sum += count
      squares += count * count
    }
    let measured = sum / Double(draws)
    let variance = squares / Double(draws) - measured * measured
    let expected = mean + overdispersion * mean * mean
    #expect(abs(measured - mean) < 5 * (expected / Double(draws)).squareRoot())
    #expect(abs(variance / expected - 1) < 0.35)
  }

  @Test(arguments: [0.2, 1.0, 9.5]) func gammaVariablesHaveTheirMean(mean: Double) {
    var generator = SplitMix64(seed: 8, purpose: "gamma", index: 0)
    let sum = (0..<4_000).reduce(0.0) { sum, _ in sum + generator.nextGamma(mean: mean) }
    #expect(abs(sum / 4_000 - mean) < 5 * (mean / 4_000).squareRoot())
  }
}
