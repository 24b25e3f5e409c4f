import ArgumentParser
import Foundation
import PaperTrends

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find the papers nearest a given paper or text, with the terms that they share.",
    discussion: """
      The score is the cosine of the document vectors. Each shared term shows its part of the \
      cosine of the exact term weights; 'related' is what the score has beyond that, from words \
      that are used alike.
      """)

  @Argument(help: ArgumentHelp("A dump file or a folder of them, or -.", valueName: "source"))
  var source: String

  @Argument(help: ArgumentHelp("The id of a paper in the source.", valueName: "id"))
  var identifier: String?

  @Option(help: ArgumentHelp("Search by the text in this file, or - for standard input."))
  var text: String?

  @Option(help: "How many papers.")
  var count = 10

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard (identifier == nil) != (text == nil) else {
      throw ValidationError("give either the id of a paper or --text FILE, not both.")
    }
    guard count >= 1 else { throw ValidationError("--count must be at least 1, not \(count).") }
    guard source != "-" || text != "-" else {
      throw ValidationError("standard input can hold the source or the text, not both.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let query = try text.map(readText)
      let runner = PipelineRunner(
        inputs: [source], input: input, model: model, topics: topics, running: running)
      let fitted = try runner.fit(asOf: nil)
      guard let answer = try similar(fitted, query: query, scheduler: runner.scheduler) else {
        throw CommandFailure(
          code: .badData, message: "the text has no term that the papers use; give more of it.")
      }
      try StandardOutput.write(
        running.json
          ? String(decoding: try answer.json(), as: UTF8.self)
          : answer.terminalText(
            width: StandardOutput.width, color: StandardOutput.isTerminal && !running.noColor))
    }
  }

  private func similar(
    _ fitted: FittedCorpus, query: String?, scheduler: BlockScheduler
  ) throws -> SimilarReport? {
    if let query { return try fitted.similar(toText: query, count: count, scheduler: scheduler) }
    do {
      return try fitted.similar(toPaper: identifier ?? "", count: count, scheduler: scheduler)
    } catch {
      throw CommandFailure(code: .noInput, message: "\(error)")
    }
  }

  private func readText(_ path: String) throws -> String {
    let data =
      path == "-"
      ? try? FileHandle.standardInput.readToEnd() ?? Data()
      : try? Data(contentsOf: URL(fileURLWithPath: path))
    guard let data else {
      throw CommandFailure(code: .noInput, message: "\(path) cannot be read; check the path.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
