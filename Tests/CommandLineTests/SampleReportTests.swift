import Clustering
import Foundation
import TestSupport
import Testing

/// The report of the sample corpus against its right answer.
@Suite struct SampleReportTests {
  struct Document: Decodable {
    struct Papers: Decodable { var read, kept, dropped, duplicates: Int }
    struct Topic: Decodable {
      var id: Int
      var label: String
      var size: Int
    }
    struct Assignment: Decodable {
      var id: String
      var topic: Int?
    }
    struct Period: Decodable {
      var label, start: String
      var papers: Int
      var running: Bool
    }
    struct Series: Decodable {
      var topic: Int
      var counts: [Int]
    }
    var papers: Papers
    var topics: [Topic]
    var assignments: [Assignment]
    var periods: [Period]
    var series: [Series]
    var digest, corpusDigest, version: String
    var seed: Int
  }

  struct Record: Decodable {
    var id: String
    var categories: [String]
  }

  static func report(_ options: [String]) throws -> Document {
    let outcome = try Tool.run(
      ["report", Tool.sample, "--json", "--assignments", "--quiet"] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
  }

  static func truth() throws -> [String: String] {
    let records = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.categories[0]) })
  }

  @Test func theAccountBalances() throws {
    let report = try Self.report(["--topics", "8"])
    #expect(report.papers.read == 264)
    #expect(
      report.papers.read
        == report.papers.kept + report.papers.dropped + report.papers.duplicates)
    #expect(report.topics.map(\.size).reduce(0, +) == 264)
    #expect(report.assignments.count == 264)
    #expect(report.periods.map(\.papers).reduce(0, +) == 264)
    for series in report.series { #expect(series.counts.count == report.periods.count) }
  }

  @Test func everyWeekIsThereAndOver() throws {
    let report = try Self.report(["--topics", "8", "--period", "week"])
    #expect(report.periods.count == 26)
    #expect(report.periods.first?.label == "2025-W27")
    #expect(report.periods.last?.label == "2025-W52")
    #expect(report.periods.allSatisfy { !$0.running })
  }

  /// Agreement by adjusted Rand, with the seed as an argument.
  @Test(arguments: [1, 2, 3]) func topicsAreFound(seed: Int) throws {
    let truth = try Self.truth()
    let names = Set(truth.values).sorted()
    let report = try Self.report([
      "--seeds",
      Tool.packageRoot.appendingPathComponent("notebooks-data/topics-language-models.yml").path,
      "--topics", "8", "--seed", "\(seed)",
    ])
    let found = report.assignments.map { Int32($0.topic ?? 0) }
    let expected = report.assignments.map { Int32(names.firstIndex(of: truth[$0.id] ?? "") ?? -1) }
    let agreement = ContingencyTable(classes: expected, clusters: found).adjustedRandIndex
    #expect(agreement > 0.7, "adjusted Rand \(agreement)")
  }

  @Test func theRisingTopicRisesAndTheBurstBursts() throws {
    let report = try Self.report([
      "--seeds",
      Tool.packageRoot.appendingPathComponent("notebooks-data/topics-language-models.yml").path,
      "--topics", "8", "--period", "week",
    ])
    func counts(_ label: String) throws -> [Int] {
      let topic = try #require(report.topics.first { $0.label == label })
      return try #require(report.series.first { $0.topic == topic.id }).counts
    }
    let agents = try counts("Agents")
    #expect(agents.suffix(8).reduce(0, +) > 2 * agents.prefix(8).reduce(0, +))
    let tuning = try counts("Parameter-efficient fine-tuning")
    #expect(tuning.prefix(8).reduce(0, +) > 2 * tuning.suffix(8).reduce(0, +))
    let editing = try counts("Model editing")
    #expect(editing[12...15].reduce(0, +) > editing.reduce(0, +) / 2)
  }
}
