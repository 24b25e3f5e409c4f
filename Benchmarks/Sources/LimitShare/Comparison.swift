import Foundation

/// One of our kernels beside the loop that bounds it, timed in turn.
struct Comparison {
  let name: String
  let unit: String
  let limitName: String
  /// Units of work a second, the median of the rounds.
  let ours: Double
  let limit: Double
  /// The median over rounds of the limit's time by ours.
  let share: Double

  /// Times `ours` and `limit` alternately, so that a busy moment meets both.
  ///
  /// `work` is how many units a call of either does. The first call of each is not counted.
  init(
    _ name: String, unit: String, work: Double, limitName: String, rounds: Int,
    ours: () -> Void, limit: () -> Void
  ) {
    ours()
    limit()
    let times = (0..<rounds).map { _ in (ours: seconds(ours), limit: seconds(limit)) }
    self.name = name
    self.unit = unit
    self.limitName = limitName
    self.ours = work / median(times.map(\.ours))
    self.limit = work / median(times.map(\.limit))
    share = median(times.map { $0.limit / $0.ours })
  }

  /// Whether there are figures at all.
  var isMeasured: Bool {
    [ours, limit, share].allSatisfy { $0.isFinite && $0 > 0 }
  }

  func row(threads: Int) -> String {
    let figures = String(
      format: "%d | %.1f %@ | %.1f %@ | %.0f %%", threads, ours, unit, limit, unit, 100 * share)
    return "| \(name) | \(figures) | \(limitName) |"
  }
}

/// The wall-clock seconds of a call.
func seconds(_ body: () -> Void) -> Double {
  ContinuousClock().measure(body) / .seconds(1)
}

/// The middle value, or the mean of the two middle ones.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
