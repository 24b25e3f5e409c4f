import Testing

import TrendAnalysis

@Suite struct LocalLinearSmootherTests {
  @Test(arguments: [1, 3, 6, 40]) func aStraightLineComesBackToItsEnds(reach: Int) throws {
    let volumes = [1000, 500, 2000, 250, 4000, 1000, 1000, 500, 500, 1000].map { $0 * 100 }
    let counts = volumes.enumerated().map { $0.element / 100 * (1 + $0.offset) }
    let smoothed = LocalLinearSmoother(reach: reach).smoothed(counts: counts, volumes: volumes)
    for (index, value) in smoothed.enumerated() {
      #expect(abs(try #require(value) - Double(1 + index) / 100) < 1e-12)
    }
  }

  @Test func emptyPeriodsAreBridged() throws {
    let smoothed = LocalLinearSmoother(reach: 2).smoothed(
      counts: [10, 20, 0, 40, 50], volumes: [1000, 1000, 0, 1000, 1000])
    #expect(abs(try #require(smoothed[2]) - 0.03) < 1e-12)
    let nothing = LocalLinearSmoother(reach: 1).smoothed(
      counts: [0, 0, 0, 0], volumes: [5, 0, 0, 0])
    #expect(nothing[0] == 0 && nothing[1] == 0)
    #expect(nothing[2] == nil && nothing[3] == nil)
  }

  @Test func sharesStaySharesAndVolumesCount() throws {
    let smoothed = LocalLinearSmoother(reach: 3).smoothed(
      counts: [0, 0, 0, 1, 9, 40], volumes: [100, 100, 100, 100, 100, 40])
    for value in smoothed { #expect((0...1).contains(try #require(value))) }
    let even = LocalLinearSmoother(reach: 1).smoothed(counts: [10, 10], volumes: [1000, 10])
    #expect(try #require(even[0]) < 0.02)
  }
}
