import ArgumentParser
import Foundation
import PaperTrends

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a report of topics and their sizes over dates.",
    discussion: """
      Reads every INPUT (files, folders, or - for standard input), finds topics, and writes a \
      self-contained page. Files that it writes hold no time, path or thread count: the same input \
      gives the same bytes.
      """)

  @Argument(help: ArgumentHelp("Files or folders of papers, or -.", valueName: "input"))
  var inputs: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The page to write.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "More forms to write beside the page: md, csv, json, comma-separated.", valueName: "forms"))
  var also = ReportForms(forms: [])

  @Flag(help: "List every paper with its topic in the JSON.")
  var assignments = false

  @Option(help: "Calendar periods: week, month, quarter or year (default: from the range).")
  var period: CalendarPeriod.Granularity?

  @Option(help: ArgumentHelp("Show no period before this day's.", valueName: "date"))
  var from: DateArgument?

  @Option(help: ArgumentHelp("Show no period after this day's.", valueName: "date"))
  var to: DateArgument?

  @Option(
    help: ArgumentHelp(
      "Put this ISO week's papers first, against the week before; later papers are left out.",
      valueName: "2025-W40"))
  var week: WeekArgument?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("give at least one INPUT.") }
    guard output != nil || running.json || also.forms.isEmpty else {
      throw ValidationError("--also writes beside the page; give -o report.html too.")
    }
    if let from, let to, to.date < from.date {
      throw ValidationError("--to \(to.date) lies before --from \(from.date).")
    }
    if week != nil, let period, period != .week {
      throw ValidationError("--week shows weeks; leave out --period \(period.rawValue).")
    }
    if let week, let asOf = input.asOf, asOf.date != week.lastDate {
      throw ValidationError(
        "--week \(week.period) is as of \(week.lastDate); leave out --as-of \(asOf.date).")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let runner = PipelineRunner(
        inputs: inputs, input: input, model: model, topics: topics, running: running)
      let fitted = try runner.fit(asOf: week?.lastDate)
      let run = running.json ? runner.reportRun(fitted) : nil
      var options = ReportOptions()
      options.granularity = period
      options.from = from?.date
      options.to = to?.date
      options.week = week?.period
      options.includesAssignments = assignments
      options.command = reproducingCommand(fitted)
      let report = fitted.report(options)
      try refuseEndlessAxis(report)
      let writer = ReportWriter(report: report)
      if let output { try writer.write(page: output, also: also.forms) }
      if let run {
        try StandardOutput.write(try writer.json(run: run.value))
      } else {
        try StandardOutput.write(
          TerminalReport.render(
            report, width: StandardOutput.width,
            color: StandardOutput.isTerminal && !running.noColor))
      }
    }
  }

  /// A page of more periods than this cannot be read; one wrong date is the usual cause.
  private static let periodLimit = 600

  private func refuseEndlessAxis(_ report: Report) throws {
    guard report.periods.count > Self.periodLimit, let first = report.periods.first,
      let last = report.periods.last
    else { return }
    throw CommandFailure(
      code: .usage,
      message: "\(first.label) to \(last.label) are \(report.periods.count) periods;"
        + " give --from, or a longer --period than \(report.granularity).")
  }

  /// The command that makes the same result: every option that changes it, in a fixed order.
  private func reproducingCommand(_ fitted: FittedCorpus) -> String {
    var words = ["papertrends report INPUT..."]
    if let week { words.append("--week \(week.period)") }
    if let period { words.append("--period \(period.rawValue)") }
    if let from { words.append("--from \(from.date)") }
    if let to { words.append("--to \(to.date)") }
    if assignments { words.append("--assignments") }
    words += input.reproducingWords(today: fitted.hasFuturePapers ? fitted.options.today : nil)
    words += topics.reproducingWords + model.reproducingWords
    return words.joined(separator: " ")
  }
}

/// An ISO week written as `2025-W40`.
struct WeekArgument: ExpressibleByArgument {
  var period: CalendarPeriod

  init?(argument: String) {
    guard let period = CalendarPeriod(label: argument), period.granularity == .week else {
      return nil
    }
    self.period = period
  }

  /// The Sunday of the week.
  var lastDate: PublicationDate { PublicationDate(period.lastDay) }
}
