import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct MannKendallTests {
  static let values: [Double] = [3, 5, 4, 6, 8, 7, 9, 9, 12, 11]

  @Test func referenceSeries() throws {
    let test = MannKendall(Self.values)
    #expect(test.statistic == 38)
    #expect(test.variance == 124)
    #expect(abs(test.z - 3.322698) < 5e-7)
    #expect(abs(test.p - 0.000892) < 5e-7)
    #expect(abs(test.tauA - 0.844444) < 5e-7)
    #expect(abs(test.tauB - 0.853986) < 5e-7)
    let sen = try #require(SenSlope(values: Self.values, times: (0..<10).map(Double.init)))
    #expect(sen.slope == 1)
    #expect(abs(sen.low - 0.667) < 5e-4)
    #expect(abs(sen.high - 1.2) < 5e-2)
  }

  @Test(arguments: 0..<10) func turningTheSeriesRoundTurnsTheSign(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "mann-kendall", index: 0)
    let values = (0..<(3 + generator.nextIndex(below: 20))).map { _ in
      Double(generator.nextIndex(below: 6))
    }
    let (forward, backward) = (MannKendall(values), MannKendall(values.reversed()))
    #expect(forward.statistic == -backward.statistic)
    #expect(forward.p == backward.p)
    let squared = MannKendall(values.map { $0 * $0 * 3 + 1 })
    #expect(squared == forward)
  }

  /// All orders of a few values, ties among them, counted one by one.
  @Test(arguments: [[1, 2, 3, 4, 5], [1, 1, 2, 3, 3, 3], [2, 2, 2, 2], [1, 2, 2, 3, 4, 5, 5]])
  func shortSeriesAreExact(values: [Int]) {
    var statistics: [Int] = []
    func permute(_ rest: [Int], _ chosen: [Int]) {
      guard !rest.isEmpty else {
        statistics.append(MannKendall(chosen.map(Double.init)).statistic)
        return
      }
      for index in rest.indices {
        var others = rest
        let value = others.remove(at: index)
        permute(others, chosen + [value])
      }
    }
    permute(values, [])
    for order in [values, values.reversed(), Array(values[1...] + values[..<1])] {
      let test = MannKendall(order.map(Double.init))
      let extreme = statistics.filter { abs($0) >= abs(test.statistic) }.count
      #expect(abs(test.p - Double(extreme) / Double(statistics.count)) < 1e-12)
    }
  }

  @Test(arguments: 0..<20) func aLineHasItsSlope(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, purpose: "sen", index: 0)
    var time = 0.0
    let times = (0..<12).map { _ in
      time += 0.1 + generator.nextUnit()
      return time
    }
    let slope = generator.nextUnit() * 8 - 4
    let sen = try #require(SenSlope(values: times.map { 3 + slope * $0 }, times: times))
    #expect(abs(sen.slope - slope) < 1e-12)
    #expect(abs(sen.low - slope) < 1e-11 && abs(sen.high - slope) < 1e-11)
  }

  /// Independent values keep their level; autocorrelated ones need the correction to come near it.
  @Test func autocorrelationIsCorrected() {
    var (plain, corrected, independent) = (0, 0, 0)
    let trials = 400
    for trial in 0..<trials {
      var generator = SplitMix64(seed: 5, purpose: "autocorrelation", index: trial)
      var value = 0.0
      var (walk, noise): ([Double], [Double]) = ([], [])
      for _ in 0..<54 {
        let shock = (0..<12).reduce(-6.0) { sum, _ in sum + generator.nextUnit() }
        value = 0.6 * value + shock
        walk.append(value)
        noise.append(shock)
      }
      if MannKendall(walk).p < 0.05 { plain += 1 }
      if MannKendall(walk, correctsAutocorrelation: true).p < 0.05 { corrected += 1 }
      if MannKendall(noise, correctsAutocorrelation: true).p < 0.05 { independent += 1 }
    }
    #expect(plain > trials / 5)
    #expect(corrected * 4 < plain * 3)
    #expect(independent < trials / 12)
  }

  @Test func valuesThatSayNothingHaveNoTrend() {
    #expect(MannKendall([]).p == 1)
    #expect(MannKendall([1]).p == 1)
    #expect(MannKendall([Double](repeating: 2, count: 30), correctsAutocorrelation: true).p == 1)
    #expect(SenSlope(values: [1], times: [0]) == nil)
  }
}
