import Evaluation
import Foundation
import PaperTrends

/// What the command says about the dump that it wrote.
struct SynthesisAnswer: Encodable {
  struct Laws: Encodable {
    var papers: Int
    var occurrences: Int
    var terms: Int
    var zipfExponent: Double?
    var heapsExponent: Double?

    init(_ laws: SynthesisSummary.Laws) {
      papers = laws.papers
      occurrences = laws.occurrences
      terms = laws.terms
      zipfExponent = laws.zipfExponent
      heapsExponent = laws.heapsExponent
    }
  }

  struct Run: Encodable {
    var learningSeconds: Double
    var writingSeconds: Double
    var papersPerSecond: Double
  }

  var output: String
  var seed: UInt64
  var source: Laws
  var dump: Laws
  var zipfRanks: [Int]?
  var tolerance = SynthesisSummary.tolerance
  var followsSource: Bool?
  var textBytes: Int
  var writtenBytes: Int
  var run: Run

  init(
    output: String, seed: UInt64, summary: SynthesisSummary, learningSeconds: Double,
    writingSeconds: Double
  ) {
    self.output = output
    self.seed = seed
    source = Laws(summary.source)
    dump = Laws(summary.dump)
    zipfRanks = summary.zipfRanks.map { [$0.lowerBound, $0.upperBound] }
    followsSource = summary.followsSource
    textBytes = summary.textBytes
    writtenBytes = summary.writtenBytes
    run = Run(
      learningSeconds: learningSeconds, writingSeconds: writingSeconds,
      papersPerSecond: Double(summary.dump.papers) / max(writingSeconds, 1e-9))
  }

  var text: String {
    let rows: [(String, (Laws) -> String)] = [
      ("papers", { String($0.papers) }),
      ("occurrences of terms", { String($0.occurrences) }),
      ("distinct terms", { String($0.terms) }),
      ("Zipf's exponent", { Self.exponent($0.zipfExponent) }),
      ("Heaps' exponent", { Self.exponent($0.heapsExponent) }),
    ]
    let table = rows.map { name, value in
      name.padding(toLength: 21, withPad: " ", startingAt: 0)
        + value(source).leftPadded(to: 14) + value(dump).leftPadded(to: 14)
    }
    let heading =
      "".padding(toLength: 21, withPad: " ", startingAt: 0)
      + "source".leftPadded(to: 14) + "dump".leftPadded(to: 14)
    let ranks = zipfRanks.map { "Zipf's over ranks \($0[0]) to \($0[1]); " } ?? ""
    return """
      \(output): \(dump.papers) papers, \(Self.megabytes(textBytes)) MB of JSON Lines, \
      \(Self.megabytes(writtenBytes)) MB written, in \
      \(FixedPoint.string(run.learningSeconds, places: 1)) s to learn and \
      \(FixedPoint.string(run.writingSeconds, places: 1)) s to write

      \(heading)
      \(table.joined(separator: "\n"))

      \(ranks)Heaps' over the last hundredfold growth, the source's over no more text than the dump has.

      """
  }

  var warning: String {
    "papertrends: the dump's exponents differ from the source's by more than \(tolerance).\n"
  }

  private static func exponent(_ value: Double?) -> String {
    value.map { FixedPoint.string($0, places: 3) } ?? "too few"
  }

  private static func megabytes(_ bytes: Int) -> String {
    FixedPoint.string(Double(bytes) / 1e6, places: 1)
  }
}
