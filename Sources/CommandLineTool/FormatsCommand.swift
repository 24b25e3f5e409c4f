import ArgumentParser
import PaperTrends

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the dump formats that can be read, where they come from, and their dates.")

  @Flag(help: "A table for Markdown documents.")
  var markdown = false

  @Flag(help: "One JSON document on standard output and nothing else there.")
  var json = false

  @Flag(help: "No colour in the terminal.")
  var noColor = false

  func validate() throws {
    if markdown && json { throw ValidationError("give --markdown or --json, not both.") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let table = FormatTable()
      if markdown {
        try StandardOutput.write(table.markdown)
      } else if json {
        try StandardOutput.write(String(decoding: try table.json(), as: UTF8.self))
      } else {
        try StandardOutput.write(table.terminal(color: StandardOutput.isTerminal && !noColor))
      }
    }
  }
}
