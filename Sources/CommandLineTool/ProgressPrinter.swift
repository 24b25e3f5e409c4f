import Foundation
import PaperTrends

/// Shows on standard error what the pipeline is doing: one live line on a terminal, a line for
/// each finished stage elsewhere, nothing when quiet.
final class ProgressPrinter {
  private let isQuiet: Bool
  private let isLive: Bool

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isLive = !isQuiet && StandardError.isTerminal
  }

  func receive(_ event: PipelineEvent) {
    switch event {
    case .stageBegan(let name):
      if isLive { StandardError.write("\r\u{1B}[K  \(name) ...") }
    case .stageEnded(let record):
      guard !isQuiet else { return }
      let line =
        "  \(record.name.padding(toLength: 14, withPad: " ", startingAt: 0))"
        + " \(FixedPoint.string(record.seconds, places: 2).leftPadded(to: 7)) s"
        + "  \(FixedPoint.string(Double(record.peakMemoryBytes) / 1_048_576, places: 0).leftPadded(to: 6)) MiB"
      StandardError.write((isLive ? "\r\u{1B}[K" : "") + line + "\n")
    case .problem(let problem):
      clearLine()
      StandardError.write("\(problem)\(problem.dropped ? "; dropped" : "")\n")
    case .renamed(let id, let newIDs):
      clearLine()
      StandardError.write(
        "the id '\(id)' came with \(newIDs.count + 1) different papers;"
          + " the others are called \(newIDs.joined(separator: ", "))\n")
    case .moreProblems(let count):
      clearLine()
      StandardError.write("... and \(count) more records with faults\n")
    }
  }

  private func clearLine() {
    if isLive { StandardError.write("\r\u{1B}[K") }
  }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
