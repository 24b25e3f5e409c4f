import LinearAlgebra
import Testing

import TrendAnalysis

@Suite struct BenjaminiHochbergTests {
  @Test func referenceFamily() {
    let ps = [0.01, 0.04, 0.03, 0.005, 0.55]
    let family = BenjaminiHochberg(ps)
    #expect(family.familySize == 5)
    for (p, q) in zip(ps, [0.025, 0.05, 0.05, 0.025, 0.55]) {
      #expect(abs(family.q(p) - q) < 1e-15)
    }
  }

  @Test(arguments: 0..<10) func calledTestsAreThoseOfTheStepUpRule(seed: UInt64) {
    var generator = SplitMix64(seed: seed, purpose: "bh", index: 0)
    let ps = (0..<40).map { _ in generator.nextUnit() * generator.nextUnit() }
    let family = BenjaminiHochberg(ps)
    let sorted = ps.sorted()
    for rate in [0.01, 0.05, 0.2] {
      let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / 40 }
      let called = ps.filter { family.q($0) <= rate }.count
      #expect(called == (last ?? -1) + 1)
    }
    for p in ps { #expect(family.q(p) >= p) }
  }

  @Test func aSecondFindingOfTheSameSeriesIsReadInTheFamily() {
    let family = BenjaminiHochberg([0.001, 0.2, 0.9])
    #expect(family.q(0.0005) == family.q(0.001))
    #expect(family.q(0.1) == family.q(0.2))
    #expect(family.q(0.95) == 1)
    #expect(BenjaminiHochberg([]).q(0.01) == 1)
  }
}
