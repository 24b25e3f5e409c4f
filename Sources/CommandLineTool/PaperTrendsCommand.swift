import ArgumentParser
import PaperTrends

@main
struct PaperTrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "papertrends",
    abstract: "Topics of paper abstracts, their sizes over dates, and papers that are alike.",
    discussion: """
      Give 'report' a dump of abstracts (JSON Lines, CSV, TSV, or a saved page of daily papers; \
      plain, .gz or .zst) and it writes a page of topics. The same input gives the same bytes, \
      whatever the number of threads or the order of the papers.
      """,
    version: paperTrendsVersion,
    subcommands: [
      ReportCommand.self, TrendsCommand.self, InspectCommand.self, SimilarCommand.self,
      ExportCommand.self, BenchCommand.self, FormatsCommand.self, TermsCommand.self,
      DoctorCommand.self,
    ])

  static func main() {
    FreedMemory.goesBack()
    main(nil)
  }
}
