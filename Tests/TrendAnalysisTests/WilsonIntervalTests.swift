import TestSupport
import Testing

import TrendAnalysis

@Suite struct WilsonIntervalTests {
  @Test(arguments: [1, 2, 7, 40, 1000])
  func itHoldsTheShareAndIsSymmetric(trials: Int) throws {
    for successes in 0...trials {
      let share = Double(successes) / Double(trials)
      let interval = try #require(WilsonInterval(successes: successes, trials: trials))
      let mirrored = try #require(WilsonInterval(successes: trials - successes, trials: trials))
      #expect(interval.low <= share && share <= interval.high)
      #expect(interval.low >= 0 && interval.high <= 1 && interval.low < interval.high)
      #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
    }
  }

  /// The ends solve |p - x| = z sqrt(x (1 - x) / n), which is how the interval is defined.
  @Test(arguments: [(10, 100), (1, 20), (19, 20), (333, 1000)])
  func theEndsSolveTheScoreEquation(successes: Int, trials: Int) throws {
    let interval = try #require(WilsonInterval(successes: successes, trials: trials))
    let share = Double(successes) / Double(trials)
    for end in [interval.low, interval.high] {
      let deviation = (end * (1 - end) / Double(trials)).squareRoot()
      #expect(relativeError(abs(share - end), 1.959_963_984_540_054 * deviation) < 1e-9)
    }
  }

  @Test func noTrialsGiveNoInterval() {
    #expect(WilsonInterval(successes: 0, trials: 0) == nil)
  }
}
