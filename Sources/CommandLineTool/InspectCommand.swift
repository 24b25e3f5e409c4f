import ArgumentParser
import Foundation
import PaperTrends

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what is in dump files: format, records, dates, languages, faults.",
    discussion: """
      Every record is read as a report would read it, and accounted for: kept, merged into another \
      one, or dropped with its line and the reason.
      """)

  @Argument(help: "Dump files, folders of them, or - for standard input.")
  var inputs: [String]

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func run() throws {
    try CommandFailure.reporting {
      let scheduler = BlockScheduler(
        threads: running.threads ?? ProcessInfo.processInfo.activeProcessorCount)
      let inspection = try inspect(scheduler)
      if running.json {
        try StandardOutput.write(String(decoding: try inspection.json(), as: UTF8.self))
      } else {
        try StandardOutput.write(
          inspection.terminal(
            width: StandardOutput.width,
            color: StandardOutput.isTerminal && !running.noColor))
      }
    }
  }

  private func inspect(_ scheduler: BlockScheduler) throws -> Inspection {
    let progress = ProgressLine(title: "read", unit: "MB", scale: 1e6, isQuiet: running.quiet)
    defer { progress.clear() }
    let size = InputSize.bytes(of: inputs)
    do throws(CorpusError) {
      let corpus = try Corpus.read(
        inputs, options: input.readingOptions(), scheduler: scheduler
      ) { event in
        if case .progress(_, _, let bytes) = event { progress.reach(bytes, of: size) }
      }
      return Inspection(
        corpus, languages: corpus.languages(scheduler: scheduler), today: input.todayOrMachines)
    } catch { throw CommandFailure(error) }
  }
}
