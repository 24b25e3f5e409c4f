import Foundation
import PaperTrends

/// Shows how far a count has come, how fast it grows and how long it will take: one live line on a
/// terminal, a line for each tenth elsewhere, nothing when quiet.
final class CountProgress {
  private let title: String
  private let unit: String
  private let total: Int
  private let isQuiet: Bool
  private let start = ContinuousClock.now
  private var tenthsTold = 0
  private var lastTold = ContinuousClock.now

  init(title: String, unit: String, total: Int, isQuiet: Bool) {
    self.title = title
    self.unit = unit
    self.total = total
    self.isQuiet = isQuiet
  }

  func reach(_ count: Int) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    let tenths = 10 * count / max(total, 1)
    if StandardError.isTerminal {
      guard count == total || now - lastTold > .milliseconds(100) else { return }
      lastTold = now
      StandardError.write("\r\u{1B}[K" + line(count, now) + (count == total ? "\n" : ""))
    } else if tenths > tenthsTold {
      tenthsTold = tenths
      StandardError.write(line(count, now) + "\n")
    }
  }

  private func line(_ count: Int, _ now: ContinuousClock.Instant) -> String {
    let seconds = max((now - start) / .seconds(1), 1e-9)
    let rate = Double(count) / seconds
    let filled = 20 * count / max(total, 1)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    let time =
      count < total
      ? "\(FixedPoint.string(Double(total - count) / max(rate, 1e-9), places: 0)) s left"
      : "\(FixedPoint.string(seconds, places: 1)) s"
    return "  \(title) [\(bar)] \(count)/\(total) \(unit),"
      + " \(FixedPoint.string(rate, places: 0))/s, \(time)"
  }
}
