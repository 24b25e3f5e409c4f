import ArgumentParser
import PaperTrends

@main
struct PaperTrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papertrends",
    abstract: "Topics of paper abstracts, their trends, and papers that are alike.",
    version: paperTrendsVersion)
}
