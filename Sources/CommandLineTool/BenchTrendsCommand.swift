import ArgumentParser
import Evaluation
import Foundation
import PaperTrends

struct BenchTrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Measure how often trends are claimed without cause, and found where they are.",
    discussion: """
      Without cause: dates are shuffled among the real papers, so that volumes, topics and terms \
      are real and no trend is; and topics get extra noise of stated sizes. Planted: the papers \
      of the largest topic are thinned so that its share grows, falls, jumps or peaks at a known \
      period, beside two baselines at the same rate of false alarms (the slope of the counts, and \
      their percentiles). Backtest: what is called on the first three quarters of the periods is \
      judged by the fourth.
      """)

  @Argument(help: ArgumentHelp("Files or folders of papers.", valueName: "dump"))
  var inputs: [String]

  @Option(help: "How often dates are shuffled.")
  var shuffles = 200

  @Option(help: "For how many of the shuffles the terms are tested as well.")
  var termShuffles = 20

  @Option(help: "How often each change is planted.")
  var trials = 200

  @Option(help: "Calendar periods: week, month, quarter or year (default: from the range).")
  var period: CalendarPeriod.Granularity?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("give at least one DUMP.") }
    guard shuffles >= 1, trials >= 1, (0...shuffles).contains(termShuffles) else {
      throw ValidationError(
        "--shuffles and --trials must be at least 1, and --term-shuffles no more than --shuffles.")
    }
  }

  /// The changes that are planted: shape, factor and extra noise.
  private static let planted: [(shape: PlantedShape, effect: Double, noise: Double)] = [
    (.growth, 1.25, 0.02), (.growth, 1.5, 0.02), (.growth, 2, 0.02), (.growth, 2, 0.1),
    (.fall, 1.5, 0.02), (.fall, 2, 0.02), (.fall, 2, 0.1), (.jump, 1.5, 0.02), (.jump, 2, 0.02),
    (.peak, 2, 0.02), (.peak, 3, 0.02), (.peak, 3, 0.1),
  ]

  func run() throws {
    try CommandFailure.reporting {
      let runner = PipelineRunner(
        inputs: inputs, input: input, model: model, topics: topics, running: running)
      let fitted = try runner.fit(asOf: nil)
      var question = TrendQuestion()
      question.granularity = period
      guard
        let benchmark = try TrendBenchmark(
          fitted, question: question, seed: model.seed, scheduler: runner.scheduler)
      else {
        throw CommandFailure(
          code: .badData, message: "no paper has a date, so there is nothing to test over time.")
      }
      let null = benchmark.null(shuffles: shuffles, termShuffles: termShuffles)
      let planted = Self.planted.map {
        benchmark.planted($0.shape, effect: $0.effect, overdispersion: $0.noise, trials: trials)
      }
      let report = TrendBenchmarkReport(
        null: null, planted: planted, backtest: benchmark.backtest())
      try StandardOutput.write(
        running.json ? String(decoding: try report.json(), as: UTF8.self) : report.text)
    }
  }
}
