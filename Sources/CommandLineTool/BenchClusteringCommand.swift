import ArgumentParser
import Evaluation
import Foundation
import PaperTrends

struct BenchClusteringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clustering",
    abstract: "Time the path from dump to topics, and score the topics, over several seeds.",
    discussion: """
      Every run walks the whole path from the files, for every seed, every number of topics and \
      every number of threads in turn. Runs that differ in threads only must have one digest \
      (SHA-256 over labels, centroids, document vectors and topic words); if not, the exit code \
      is 1.

      With --labels every record of the dump that has a label is scored: duplicates have the \
      topic of the paper that they were merged into, and a record without a topic is a cluster of \
      its own. Scores without labels are of the unit topic vectors with Euclidean \
      distance; coherence is in the dump's own texts.

      A fixed calibration loop is timed before and after each run on the same threads; 'bench \
      compare' divides by it. Papers/s and MB/s are of the titles and abstracts of kept papers.
      """)

  @Argument(help: ArgumentHelp("Files or folders of papers.", valueName: "dump"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Score against labels: categories (the first one) or archives (its part before the dot).",
      valueName: "field"))
  var labels: LabelledRecords.Source?

  @Option(
    help: ArgumentHelp(
      "Numbers of topics or auto, comma-separated (default: the number of classes with --labels,"
        + " else auto).", valueName: "list"))
  var topics: TopicCountList?

  @Option(help: "How many seeds, from --seed on.")
  var repeats = 5

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Model") var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "Numbers of worker threads, comma-separated (default: 1 and the machine's cores).",
      valueName: "list"))
  var threads: ThreadCountList?

  @Option(
    defaultAsFlag: "-",
    help: ArgumentHelp(
      "Write one JSON document to this file, whose name ends in .json; without a name, to"
        + " standard output and nothing else there.", valueName: "out.json"))
  var json: String?

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("give at least one DUMP.") }
    guard !inputs.contains("-") else {
      throw ValidationError("every run reads the dump anew, so give a file, not standard input.")
    }
    guard repeats >= 1 else {
      throw ValidationError("--repeats must be at least 1, not \(repeats).")
    }
    guard model.seed.addingReportingOverflow(UInt64(repeats) - 1).overflow == false else {
      throw ValidationError("--seed \(model.seed) leaves no room for \(repeats) seeds.")
    }
    if let json, json != "-", !json.hasSuffix(".json") {
      throw ValidationError("--json writes a file whose name ends in .json, not '\(json)'.")
    }
  }

  func run() throws {
    var hasFailed = false
    try CommandFailure.reporting {
      let result = try measure(try benchmark())
      let document = ClusteringBenchmarkDocument(result, run: runAccount(result))
      try write(document, result)
      hasFailed = !result.disagreements.isEmpty
      if hasFailed {
        StandardError.write("papertrends: the digests of different thread counts differ.\n")
      }
    }
    if hasFailed { throw ExitCode(1) }
  }

  private var threadCounts: [Int] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return threads?.counts ?? (cores > 1 ? [1, cores] : [1])
  }

  private var seeds: [UInt64] { (0..<UInt64(repeats)).map { model.seed + $0 } }

  private func benchmark() throws -> ClusteringBenchmark {
    var records: LabelledRecords?
    if let labels { records = try readLabels(labels) }
    let defaultCount = records.map { TopicModelOptions.TopicCount.fixed($0.classNames.count) }
    return ClusteringBenchmark(
      topicCounts: topics?.counts ?? [defaultCount ?? .automatic], seeds: seeds,
      threadCounts: threadCounts, labels: records)
  }

  private func readLabels(_ source: LabelledRecords.Source) throws -> LabelledRecords {
    let options = input.readingOptions()
    let records: LabelledRecords
    do {
      records = try LabelledRecords.read(
        inputs, source: source, options: options,
        scheduler: BlockScheduler(threads: threadCounts.max() ?? 1))
    } catch {
      throw CommandFailure(error)
    }
    guard !records.classes.isEmpty else {
      throw CommandFailure(
        code: .badData,
        message: "no record of the dump has categories; leave out --labels \(source.rawValue).")
    }
    return records
  }

  /// All runs; the first one shows its stages and the faults of the dump.
  private func measure(_ benchmark: ClusteringBenchmark) throws -> ClusteringBenchmarkResult {
    var isFirst = true
    let progress = BenchProgress(isQuiet: quiet)
    do {
      return try benchmark.run(
        fit: { request in
          defer { isFirst = false }
          return try fit(request, showsStages: isFirst && !quiet)
        }, observe: progress.receive)
    } catch let failure as CommandFailure {
      throw failure
    } catch ClusteringBenchmarkError.inputChanged {
      throw CommandFailure(
        code: .badData, message: ClusteringBenchmarkError.inputChanged.description)
    } catch {
      throw CommandFailure(code: .internalFault, message: "\(error)")
    }
  }

  private func fit(
    _ request: ClusteringBenchmark.Request, showsStages: Bool
  ) throws -> FittedCorpus {
    var model = model
    model.seed = request.seed
    let runner = PipelineRunner(
      inputs: inputs, input: input, model: model, topicCount: request.topics, seedsFile: nil,
      threads: request.threads, isQuiet: !showsStages)
    return try runner.fit(asOf: nil)
  }

  private func runAccount(
    _ result: ClusteringBenchmarkResult
  ) -> ClusteringBenchmarkDocument.Run {
    let runtime = LinearAlgebraRuntime.current
    return ClusteringBenchmarkDocument.Run(
      command: CommandLine.arguments.joined(separator: " "), threads: threadCounts,
      inputs: result.files, blas: runtime.blasName,
      kernels: runtime.kernelVariant.description, stages: result.stages)
  }

  private func write(
    _ document: ClusteringBenchmarkDocument, _ result: ClusteringBenchmarkResult
  ) throws {
    if let json {
      let data: Data
      do {
        data = try document.json()
      } catch {
        throw CommandFailure(code: .internalFault, message: "the result is no JSON: \(error).")
      }
      if json == "-" { return try StandardOutput.write(String(decoding: data, as: UTF8.self)) }
      try WholeFile.write(data, to: json)
    }
    try StandardOutput.write(BenchClusteringText(document: document, result: result).text)
  }
}
