import Evaluation
import PaperTrends

/// Shows on standard error which run a benchmark is at, and about how long the rest will take.
final class BenchProgress {
  private let isQuiet: Bool
  private let isLive: Bool
  private let start = ContinuousClock.now

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isLive = !isQuiet && StandardError.isTerminal
  }

  func receive(_ event: ClusteringBenchmark.Event) {
    guard !isQuiet else { return }
    switch event {
    case .began(let request, let number, let count):
      guard isLive, number > 1 else { return }
      StandardError.write("\r\u{1B}[K  run \(number) of \(count): \(what(request)) ...")
    case .ended(let run, let number, let count):
      let elapsed = (ContinuousClock.now - start) / .seconds(1)
      let left = elapsed / Double(number) * Double(count - number)
      let rest = number < count ? ", about \(FixedPoint.string(left, places: 0)) s left" : ""
      StandardError.write(
        (isLive ? "\r\u{1B}[K" : "")
          + "  run \(number) of \(count): \(FixedPoint.count(run.threads, "thread")),"
          + " \(run.topicsAsked) topics, seed \(run.seed):"
          + " \(FixedPoint.string(run.seconds, places: 2)) s\(rest)\n")
    }
  }

  private func what(_ request: ClusteringBenchmark.Request) -> String {
    "\(FixedPoint.count(request.threads, "thread")), \(request.topics.asked) topics,"
      + " seed \(request.seed)"
  }
}
