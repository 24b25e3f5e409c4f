import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct KleinbergBurstsTests {
  static let counts: [Double] = [2, 1, 2, 3, 9, 11, 10, 2, 1, 2]
  static let volumes = [Double](repeating: 100, count: 10)

  @Test func referenceSeries() {
    let found = KleinbergBursts(counts: Self.counts, volumes: Self.volumes)
    #expect(found.bursts.map(\.periods) == [4...6])
    #expect(abs((found.bursts.first?.weight ?? 0) - 8.381754) < 5e-7)
    let cost = found.totalCost(counts: Self.counts, volumes: Self.volumes)
    #expect(abs(cost - 24.711640) < 5e-7)
  }

  /// The path of Viterbi is the cheapest of all 2^n paths.
  @Test(arguments: 0..<30) func noPathIsCheaper(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "kleinberg", index: 0)
    let n = 2 + generator.nextIndex(below: 8)
    let counts = (0..<n).map { _ in Double(generator.nextIndex(below: 12)) }
    let volumes = (0..<n).map { _ in Double(20 + generator.nextIndex(below: 60)) }
    guard counts.contains(where: { $0 > 0 }) else { return }
    let found = KleinbergBursts(counts: counts, volumes: volumes)
    func cost(_ path: Int) -> Double {
      var sum = 0.0
      for t in 0..<n {
        let isRaised = path >> t & 1 == 1
        if isRaised, t == 0 || path >> (t - 1) & 1 == 0 { sum += naturalLogarithm(Double(n)) }
        let share = isRaised ? found.raisedShare : found.baseShare
        sum -=
          logGamma(volumes[t] + 1) - logGamma(counts[t] + 1) - logGamma(volumes[t] - counts[t] + 1)
          + counts[t] * naturalLogarithm(share)
          + (volumes[t] - counts[t]) * naturalLogarithm(1 - share)
      }
      return sum
    }
    let least = (0..<(1 << n)).map(cost).min() ?? 0
    let found2 = found.totalCost(counts: counts, volumes: volumes)
    #expect(abs(found2 - least) < 1e-9 * max(1, least))
  }

  @Test func emptyPeriodsCostNothingAndNothingBurstsInNothing() {
    let gapped = KleinbergBursts(
      counts: [2, 1, 2, 3, 9, 0, 11, 10, 2, 1, 2],
      volumes: [100, 100, 100, 100, 100, 0, 100, 100, 100, 100, 100])
    #expect(gapped.bursts.map(\.periods) == [4...7])
    let none = [Double](repeating: 0, count: 10)
    #expect(KleinbergBursts(counts: none, volumes: Self.volumes).bursts.isEmpty)
    #expect(KleinbergBursts(counts: none, volumes: none).bursts.isEmpty)
    #expect(KleinbergBursts(counts: Self.volumes, volumes: Self.volumes).bursts.isEmpty)
  }
}
