import ArgumentParser
import Evaluation
import Foundation
import PaperTrends

struct BenchCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what differs between two benchmarks, and fail where it is too much.",
    discussion: """
      NEW and OLD are documents that 'bench clustering --json' wrote. Values are compared where \
      both have them: scores by number of topics, stages by number of topics and of threads.

      Times are never compared in seconds: each stage's seconds are divided by those of a fixed \
      calibration loop that is timed in the same run on the same threads, and these ratios are \
      compared. So two machines, or two moments with other load, can be compared.

      A condition is a name, < or >, and a bound of NEW less OLD, with % for a share of OLD; \
      several are separated by spaces: 'nmi<-0.01 time>+10% memory>+10%'. Names are the scores' \
      JSON keys, stabilityARI, time and memory; time.STAGE and memory.STAGE are those of one \
      stage. The exit code is 1 when a condition holds.
      """)

  @Argument(help: ArgumentHelp("The benchmark that is judged.", valueName: "new.json"))
  var new: String

  @Argument(help: ArgumentHelp("The benchmark that it is judged by.", valueName: "old.json"))
  var old: String

  @Option(
    help: ArgumentHelp("Fail when one of these holds.", valueName: "conditions"),
    transform: ConditionList.init)
  var failIf: ConditionList?

  @Flag(help: "One JSON document on standard output and nothing else there.")
  var json = false

  func run() throws {
    var hasFailed = false
    try CommandFailure.reporting {
      let comparison = BenchmarkComparison(
        new: try read(new), old: try read(old), conditions: failIf?.conditions ?? [])
      guard comparison.unanswered.isEmpty else {
        throw CommandFailure(
          code: .badData,
          message:
            "no value in both files answers \(comparison.unanswered.joined(separator: ", "));"
            + " compare benchmarks with the same topics, threads and labels.")
      }
      try json ? StandardOutput.write(json: comparison) : StandardOutput.write(text(comparison))
      hasFailed = comparison.hasFailed
    }
    if hasFailed { throw ExitCode(1) }
  }

  private func read(_ path: String) throws -> ClusteringBenchmarkDocument {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw CommandFailure(code: .noInput, message: "\(path) cannot be read; check the path.")
    }
    do {
      return try JSONDecoder().decode(ClusteringBenchmarkDocument.self, from: data)
    } catch {
      throw CommandFailure(
        code: .badData,
        message: "\(path) is no benchmark; give files that 'papertrends bench clustering --json"
          + " FILE' wrote.")
    }
  }

  private func text(_ comparison: BenchmarkComparison) -> String {
    var table = BenchTable(
      ["value", "topics", "threads", "old", "new", "difference", "relative", ""], wordColumns: 1)
    for row in comparison.rows {
      table.append([
        row.name, row.topics, row.threads.map(String.init) ?? "", value(row.old, row),
        value(row.new, row), signed(value(row.new - row.old, row)),
        row.old == 0
          ? "" : signed(FixedPoint.percent((row.new - row.old) / row.old.magnitude)) + " %",
        row.failed.isEmpty ? "" : "FAILS " + row.failed.joined(separator: ", "),
      ])
    }
    let closing =
      failIf == nil
      ? "" : comparison.hasFailed ? "\nA condition holds.\n" : "\nNo condition holds.\n"
    let remarks = comparison.remarks.map { "\($0)\n" }.joined()
    return (comparison.rows.isEmpty ? "Nothing is in both files.\n" : table.text)
      + "  Times are in calibration loops, memory in MiB.\n" + remarks + closing
  }

  private func value(_ value: Double, _ row: BenchmarkComparison.Row) -> String {
    if row.name.hasPrefix("memory") { return FixedPoint.string(value / 1_048_576, places: 1) }
    return FixedPoint.string(value, places: row.name.hasPrefix("time") ? 2 : 4)
  }

  private func signed(_ text: String) -> String { text.hasPrefix("-") ? text : "+" + text }
}

/// Conditions of `--fail-if`, separated by spaces or commas.
struct ConditionList {
  var conditions: [FailureCondition]

  init(_ argument: String) throws { conditions = try FailureCondition.parse(argument) }
}
