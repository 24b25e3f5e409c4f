import Evaluation
import PaperTrends

/// Shows on standard error which run a benchmark is at, and about how long the rest will take.
final class BenchProgress {
  private let isQuiet: Bool
  private let isLive: Bool
  private let runs: ProgressLine

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isLive = !isQuiet && StandardError.isTerminal
    runs = ProgressLine(title: "benchmark", unit: "runs", isQuiet: isQuiet)
  }

  func receive(_ event: ClusteringBenchmark.Event) {
    guard !isQuiet else { return }
    switch event {
    case .began(_, let number, let count):
      if isLive, number > 1 { runs.reach(number - 1, of: count) }
    case .ended(let run, let number, let count):
      StandardError.write(
        (isLive ? "\r\u{1B}[K" : "")
          + "  run \(number) of \(count): \(FixedPoint.count(run.threads, "thread")),"
          + " \(run.topicsAsked) topics, seed \(run.seed):"
          + " \(FixedPoint.string(run.seconds, places: 2)) s\n")
      if !isLive, number < count { runs.reach(number, of: count) }
    }
  }
}
