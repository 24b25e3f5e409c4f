import LinearAlgebra
import Testing

@testable import TrendAnalysis

@Suite struct ChangePointTests {
  @Test(arguments: [5, 20, 27, 49]) func aCleanStepIsFoundWhereItIs(week: Int) {
    let volumes = [Double](repeating: 1000, count: 54)
    let counts = (0..<54).map { week <= $0 ? 40.0 : 10 }
    let result = ChangePointSearch().search(counts: counts, volumes: volumes)
    #expect(result.changes.map(\.period) == [week])
    #expect(result.changes.first?.before == 0.01)
    #expect(result.changes.first?.after == 0.04)
    #expect(result.clearest == week && result.p < 1e-6)
  }

  @Test func severalStepsAreFoundInOrder() {
    let volumes = [Double](repeating: 1000, count: 60)
    let counts = (0..<60).map { [10.0, 30, 12][$0 / 20] }
    let result = ChangePointSearch().search(counts: counts, volumes: volumes)
    #expect(result.changes.map(\.period) == [20, 40])
    #expect(result.changes.map(\.after) == [0.03, 0.012])
  }

  @Test(arguments: [(0.001, 0.0), (0.02, 0.02), (0.02, 0.1)])
  func theNullKeepsItsLevel(share: Double, alpha: Double) {
    let trials = 400
    var below = 0
    for trial in 0..<trials {
      var draws = Draws(seed: 21, purpose: "change", index: trial)
      let counts = UnevenYear.series(share: share, alpha: alpha, draws: &draws)
      let p = ChangePointSearch().search(counts: counts, volumes: UnevenYear.volumes).p
      if p < 0.05 { below += 1 }
    }
    #expect(below <= trials * 7 / 100)
  }

  /// The approximation at a value that can be worked out by hand: b = 3, cuts from 10 to 90 %.
  @Test func theTailIsThatOfMillerAndSiegmund() {
    let density = 0.004_431_848_411_938_008
    let expected = 3 * density * ((1 - 1.0 / 9) * 2 * naturalLogarithm(9) + 4.0 / 9)
    #expect(abs(ShiftScan.tail(of: 9, from: 0.1, to: 0.9) - expected) < 1e-12)
    #expect(ShiftScan.tail(of: 1, from: 0.1, to: 0.9) == 1)
  }

  @Test func seriesTooShortOrEmptyHaveNoChange() {
    let search = ChangePointSearch()
    #expect(search.search(counts: [1, 9, 1], volumes: [10, 10, 10]).changes.isEmpty)
    #expect(search.search(counts: [], volumes: []).p == 1)
    let none = [Double](repeating: 0, count: 20)
    #expect(search.search(counts: none, volumes: none.map { $0 + 5 }).p == 1)
  }
}
