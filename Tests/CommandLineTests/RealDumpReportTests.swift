import Foundation
import TestSupport
import Testing

/// Reports on dumps that people have.
@Suite struct RealDumpReportTests {
  struct Document: Decodable {
    struct Papers: Decodable { var read, kept: Int }
    struct Topic: Decodable {
      var id: Int
      var label: String
    }
    struct Assignment: Decodable {
      var title: String
      var topic: Int?
    }
    var papers: Papers
    var topics: [Topic]
    var assignments: [Assignment]
    var digest: String
    var notes: [String]
  }

  private func report(_ arguments: [String]) throws -> Document {
    let outcome = try Tool.run(["report", "--json", "--assignments", "--quiet"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
  }

  @Test(
    .enabled(if: SharedData.has("daily-papers-page.txt"), "no shared data: daily-papers-page.txt"),
    arguments: [1, 2, 3], ["graph", "lsa"])
  func papersOfOneSubjectAreTogetherOnTheDailyPage(seed: Int, method: String) throws {
    let page = try #require(SharedData.url("daily-papers-page.txt"))
    let report = try report([
      page.path, "--seeds",
      Tool.packageRoot.appendingPathComponent("notebooks-data/topics-language-models.yml").path,
      "--period", "quarter", "--seed", "\(seed)", "--method", method,
    ])
    #expect(report.papers.read == 38)
    #expect(report.papers.kept == 38)
    let labels = Dictionary(uniqueKeysWithValues: report.topics.map { ($0.id, $0.label) })
    for (label, titles) in [
      (
        "Parameter-efficient fine-tuning", ["LoFiT", "Infinite-Long Prefix", "Parameter Efficient"]
      ),
      ("Preference tuning", ["HelpSteer2", "KnowPO", "Delta Learning", "Preference Fine-Tuning"]),
      ("Model editing", ["Model Editing with Canonical", "Scalable Model Editing"]),
      ("Interpretability", ["Self-Interpretability", "Evidence of Meaning"]),
    ] {
      for part in titles {
        let paper = try #require(report.assignments.first { $0.title.contains(part) })
        #expect(paper.topic.flatMap { labels[$0] } == label, "\(part)")
      }
    }
  }

  // A debug build takes minutes over a year of papers.
  #if !DEBUG
    @Test(
      .enabled(if: SharedData.has("arxiv-2025.jsonl.gz"), "no shared data: arxiv-2025.jsonl.gz"))
    func aYearOfPapersGivesTheSameResultOnOneThreadAndOnTwo() throws {
      let dump = try #require(SharedData.url("arxiv-2025.jsonl.gz"))
      let one = try report([dump.path, "--threads", "1"])
      #expect(one.papers.read == 61_243)
      #expect(one.assignments.count == one.papers.kept)
      // At 61,226 papers some posting lists are cut, and what that costs is said.
      #expect(one.notes.contains { $0.contains("500 papers that found 9") })
      #expect(try report([dump.path, "--threads", "2"]).digest == one.digest)
    }
  #endif
}
