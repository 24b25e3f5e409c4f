import Foundation
import PaperTrends

/// Shows how far a long step has come, how fast it goes and how long it will take: one live line
/// with a bar on a terminal, a line now and then elsewhere, nothing when quiet.
final class ProgressLine {
  /// How often a line appears where it cannot be written over.
  private static let plainInterval = Duration.seconds(5)
  private static let liveInterval = Duration.milliseconds(100)
  /// Before this there is no rate that could be believed.
  private static let measurable = Duration.milliseconds(500)

  private let title: String
  private let unit: String
  /// How many of what is counted make one of `unit`.
  private let scale: Double
  private let isQuiet: Bool
  private let isLive: Bool
  private let start = ContinuousClock.now
  private var lastTold: ContinuousClock.Instant?

  init(title: String, unit: String, scale: Double = 1, isQuiet: Bool) {
    self.title = title
    self.unit = unit
    self.scale = scale
    self.isQuiet = isQuiet
    isLive = !isQuiet && StandardError.isTerminal
  }

  /// Shows a count that has been reached, unless the last one was shown a moment ago.
  func reach(_ done: Int, of total: Int?) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    let interval = isLive ? Self.liveInterval : Self.plainInterval
    guard now - (lastTold ?? (isLive ? start - interval : start)) >= interval else { return }
    lastTold = now
    let line = text(done, of: total, after: now - start)
    StandardError.write(isLive ? "\r\u{1B}[K" + line : line + "\n")
  }

  /// Leaves a last line with what was reached in all.
  func finish(_ done: Int) {
    guard !isQuiet else { return }
    let elapsed = ContinuousClock.now - start
    let seconds = FixedPoint.string(elapsed / .seconds(1), places: 1)
    StandardError.write(
      (isLive ? "\r\u{1B}[K" : "") + text(done, of: done, after: elapsed) + ", \(seconds) s\n")
  }

  /// Takes a live line away, for what is printed next.
  func clear() { if isLive { StandardError.write("\r\u{1B}[K") } }

  /// The line for a count after a time.
  func text(_ done: Int, of total: Int?, after elapsed: Duration) -> String {
    var text = "  \(title) "
    if let total, total > 0 {
      let filled = min(20, 20 * done / total)
      text += "[" + String(repeating: "#", count: filled)
      text += String(repeating: ".", count: 20 - filled) + "] \(number(done)) of \(number(total))"
    } else {
      text += number(done)
    }
    text += " \(unit)"
    guard elapsed >= Self.measurable, done > 0 else { return text }
    let rate = Double(done) / (elapsed / .seconds(1))
    text += ", \(FixedPoint.string(rate / scale, places: rate / scale < 10 ? 1 : 0)) \(unit)/s"
    if let total, done < total {
      text += ", \(FixedPoint.string(Double(total - done) / rate, places: 0)) s left"
    }
    return text
  }

  private func number(_ count: Int) -> String {
    let value = Double(count) / scale
    return FixedPoint.string(value, places: scale > 1 && value < 10 ? 1 : 0)
  }
}
