import ArgumentParser
import PaperTrends

struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Test which topics and terms rise, fall, burst, jump or are new.",
    discussion: """
      Every series is tested against the volume of all papers, over the periods that are over. \
      The q-values correct for all topics, and for all terms, whatever is shown: --topic, --terms \
      and --limit choose what to see and change no number. The rule of the verdicts is printed \
      below the table.
      """)

  @Argument(help: ArgumentHelp("Files or folders of papers, or -.", valueName: "input"))
  var inputs: [String]

  @Flag(help: "Show terms instead of topics.")
  var terms = false

  @Option(
    name: .customLong("topic"), parsing: .singleValue,
    help: ArgumentHelp(
      "Show only this topic number or this term; may be given more than once.",
      valueName: "id|term"))
  var chosen: [String] = []

  @Option(help: "Calendar periods: week, month, quarter or year (default: from the range).")
  var period: CalendarPeriod.Granularity?

  @Option(help: ArgumentHelp("Test no period before this day's.", valueName: "date"))
  var from: DateArgument?

  @Option(help: ArgumentHelp("Test no period after this day's.", valueName: "date"))
  var to: DateArgument?

  @Option(help: "Show so many lines in the terminal.")
  var limit = 40

  @Flag(help: "A table for spreadsheets on standard output.")
  var csv = false

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("give at least one INPUT.") }
    guard !(csv && running.json) else {
      throw ValidationError("--csv and --json exclude each other.")
    }
    guard limit >= 1 else { throw ValidationError("--limit must be at least 1, not \(limit).") }
    if let from, let to, to.date < from.date {
      throw ValidationError("--to \(to.date) lies before --from \(from.date).")
    }
  }

  func run() throws {
    try CommandFailure.reporting {
      let runner = PipelineRunner(
        inputs: inputs, input: input, model: model, topics: topics, running: running)
      let fitted = try runner.fit(asOf: nil)
      let run = running.json ? runner.reportRun(fitted) : nil
      var question = TrendQuestion()
      question.granularity = period
      question.from = from?.date
      question.to = to?.date
      question.findsReasons = !terms
      guard let trends = try fitted.trends(question, scheduler: runner.scheduler) else {
        throw CommandFailure(
          code: .badData, message: "no paper has a date, so there is nothing to test over time.")
      }
      let lines = trends.ordered(try chosenLines(trends, fitted.texts))
      if csv {
        try StandardOutput.write(trends.csv(lines))
      } else if let run {
        let data = try trends.json(lines, run: run.value)
        try StandardOutput.write(String(decoding: data, as: UTF8.self))
      } else {
        try StandardOutput.write(
          trends.terminalText(
            lines, limit: limit, width: StandardOutput.width,
            color: StandardOutput.isTerminal && !running.noColor))
      }
    }
  }

  private func chosenLines(
    _ trends: TrendReport, _ texts: PaperText
  ) throws -> [TrendReport.Line] {
    guard !chosen.isEmpty else { return terms ? trends.terms : trends.topics }
    return try chosen.flatMap { name in
      if let topic = trends.topics.first(where: { $0.isTopic(name) }) { return [topic] }
      // As the texts were made: an acronym for its long form, and a stem for its hyphen names.
      let term = Tokenizer.normalize(texts.text(of: name))
      let lines = trends.terms.filter {
        $0.term == term || $0.term.flatMap(HyphenName.stem) == term
      }
      if !lines.isEmpty { return lines }
      let nearest = NearestName.nearest(
        to: name.lowercased(), among: trends.terms.lazy.map(\.label))
      throw CommandFailure(
        code: .noInput,
        message: "no topic and no term with enough papers is called '\(name)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
    }
  }
}

extension TrendReport.Line {
  /// Whether this is the topic with that number or label.
  fileprivate func isTopic(_ name: String) -> Bool {
    guard case .topic(let id) = subject else { return false }
    return String(id) == name || label == name
  }

  /// The term in normal form, if this is one.
  fileprivate var term: String? {
    guard case .term(let term) = subject else { return nil }
    return term
  }
}
