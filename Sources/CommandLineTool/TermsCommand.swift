import ArgumentParser
import Foundation
import PaperTrends

struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Show what becomes of a text: each step of cleaning, and its terms.",
    discussion: """
      With --corpus the acronyms that the papers define, their phrases and the words that are in \
      every topic alike are used and shown, too.
      """)

  @Argument(help: ArgumentHelp("The text, or - for standard input."))
  var text: String

  @Option(help: ArgumentHelp("A dump file or folder whose vocabulary to use.", valueName: "file"))
  var corpus: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    if text == "-", corpus == "-" {
      throw ValidationError("standard input can hold the text or the corpus, not both.")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let text = text == "-" ? try readStandardInput() : text
      let fitted = try corpus.map {
        try PipelineRunner(
          inputs: [$0], input: input, model: model, topics: topics, running: running
        ).fit(asOf: nil)
      }
      let account = TermsAccount(
        text, cleaner: model.text.cleaner, stopWords: model.stopWords,
        mergesAcronyms: model.text.acronyms == .merge, fitted: fitted)
      try running.json ? StandardOutput.write(json: account) : StandardOutput.write(account.text)
    }
  }

  private func readStandardInput() throws -> String {
    guard let data = try? FileHandle.standardInput.readToEnd() ?? Data() else {
      throw CommandFailure(code: .noInput, message: "standard input cannot be read.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
