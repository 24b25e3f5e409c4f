import Foundation
import PaperTrends

/// Shows on standard error what the pipeline is doing: one live line on a terminal, a line for
/// each finished stage elsewhere, nothing when quiet.
final class ProgressPrinter {
  private let isQuiet: Bool
  private let isLive: Bool
  private var stage = ""
  private var line: ProgressLine?

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isLive = !isQuiet && StandardError.isTerminal
  }

  func receive(_ event: PipelineEvent) {
    switch event {
    case .stageBegan(let name):
      stage = name
      line = nil
      if isLive { StandardError.write("\r\u{1B}[K  \(name) ...") }
    case .progress(let progress):
      let unit = progress.unit
      let line =
        self.line
        ?? ProgressLine(title: stage, unit: unit.name, scale: unit.scale, isQuiet: isQuiet)
      self.line = line
      line.reach(progress.done, of: progress.total)
    case .stageEnded(let record):
      guard !isQuiet else { return }
      let line =
        "  \(record.name.padding(toLength: 14, withPad: " ", startingAt: 0))"
        + " \(FixedPoint.string(record.seconds, places: 2).leftPadded(to: 7)) s"
        + "  \(FixedPoint.string(Double(record.peakMemoryBytes) / 1_048_576, places: 0).leftPadded(to: 6)) MiB"
      StandardError.write((isLive ? "\r\u{1B}[K" : "") + line + "\n")
    case .problem(let problem):
      clearLine()
      let text = "\(problem)\(problem.dropped ? "; dropped" : "")"
      StandardError.write(SafeText.terminal(text) + "\n")
    case .renamed(let id, let newIDs):
      clearLine()
      let text =
        "the id '\(id)' came with \(newIDs.count + 1) different papers;"
        + " the others are called \(newIDs.joined(separator: ", "))"
      StandardError.write(SafeText.terminal(text) + "\n")
    case .moreProblems(let count):
      clearLine()
      StandardError.write("... and \(count) more records with faults\n")
    }
  }

  private func clearLine() {
    if isLive { StandardError.write("\r\u{1B}[K") }
  }
}

extension StageProgress.Unit {
  /// How the unit is called beside a number.
  fileprivate var name: String {
    switch self {
    case .bytes: "MB"
    case .texts: "texts"
    case .passes: "passes"
    case .topicCounts: "numbers of topics"
    case .seedings: "seedings"
    case .iterations: "iterations"
    }
  }

  /// How many of what is counted make one that is shown.
  fileprivate var scale: Double { self == .bytes ? 1e6 : 1 }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
