import Foundation
import PaperTrends
import TestSupport
import Testing

/// What `trends` and `bench trends` say.
@Suite struct TrendsTests {
  private func document(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Tool.run(["trends", Tool.sample, "--quiet", "--json"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func series(_ arguments: [String]) throws -> [[String: Any]] {
    try #require(try document(arguments)["series"] as? [[String: Any]])
  }

  @Test func theKeysAreThere() throws {
    let document = try document(["--topics", "8"])
    let sizes = try #require(document["familySize"] as? [String: Int])
    let series = try #require(document["series"] as? [[String: Any]])
    #expect(series.count == 8 && sizes["topics"] ?? 0 <= 8 && sizes["terms"] ?? 0 > 0)
    for key in [
      "kind", "topic", "support", "shareThen", "shareNow", "ratePerYear", "p", "q", "verdict",
      "bursts", "changePoints", "firstSeen", "passedShare",
    ] {
      #expect(series.allSatisfy { $0.keys.contains(key) }, "\(key)")
    }
    #expect((document["run"] as? [String: Any])?["threads"] != nil)
  }

  @Test func filtersChangeNoNumber() throws {
    let terms = try series(["--topics", "8", "--terms"])
    let term = try #require(terms.first { ($0["support"] as? Int ?? 0) > 40 })
    let name = try #require(term["term"] as? String)
    let alone = try series(["--topics", "8", "--topic", name])
    #expect(alone.map { $0 as NSDictionary }.contains(term as NSDictionary))
    let topics = try series(["--topics", "8"])
    let third = try #require(topics.first { $0["topic"] as? Int == 3 })
    #expect(
      try series(["--topics", "8", "--topic", "3"]).map { $0 as NSDictionary }
        == [third as NSDictionary])
  }

  @Test func fileAndInterfaceSayTheSame() throws {
    var options = PipelineOptions(
      threads: 1, today: try #require(PublicationDate(year: 2026, month: 6, day: 1)))
    options.topics.topicCount = .fixed(8)
    let fitted = try FittedCorpus.fit(inputs: [Tool.sample], options: options)
    let trends = try #require(
      try fitted.trends(TrendQuestion(), scheduler: BlockScheduler(threads: 3)))
    let asked = try series(["--topics", "8", "--threads", "2"])
    let own = try #require(
      try JSONSerialization.jsonObject(
        with: try trends.json(trends.ordered(trends.topics), run: nil)) as? [String: Any])
    #expect(
      asked.map { $0 as NSDictionary }
        == (own["series"] as? [[String: Any]])?.map {
          $0 as NSDictionary
        })
  }

  @Test func anUnknownNameIsAnsweredWithTheNearest() throws {
    let outcome = try Tool.run(["trends", Tool.sample, "--quiet", "--topic", "retrievel"])
    #expect(outcome.status == 66 && outcome.errors.contains("did you mean"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func papersWithoutDatesSaySo() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<30).map {
      """
      {"id": "p\($0)", "title": "Moss number \($0)", "abstract": "We count moss of kind \($0 % 5) \
      on walls and roofs of the town in winter."}
      """
    }
    let path = try folder.write("d.jsonl", lines.joined(separator: "\n"))
    let outcome = try Tool.run(["trends", path, "--quiet"])
    #expect(outcome.status == 65 && outcome.errors.contains("no paper has a date"))
  }

  @Test func tablesAreTables() throws {
    let csv = try Tool.run(["trends", Tool.sample, "--quiet", "--topics", "8", "--csv"])
    #expect(csv.status == 0 && csv.output.split(separator: "\n").count == 9)
    let text = try Tool.run(["trends", Tool.sample, "--quiet", "--topics", "8"])
    #expect(text.output.contains("Rising or falling: q at most 0.05"))
  }

  @Test func theBenchmarkHasItsKeysAndRepeats() throws {
    let arguments = [
      "bench", "trends", Tool.sample, "--topics", "8", "--shuffles", "2", "--term-shuffles", "1",
      "--trials", "2", "--quiet", "--json",
    ]
    let first = try Tool.run(arguments + ["--threads", "1"])
    try #require(first.status == 0, "\(first.errors)")
    #expect(try Tool.run(arguments + ["--threads", "2"]).output == first.output)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    let null = try #require(document["null"] as? [[String: Any]])
    let planted = try #require(document["planted"] as? [[String: Any]])
    #expect(document["backtest"] is [Any])
    for key in ["setting", "family", "claim", "rate", "low", "high"] {
      #expect(null.allSatisfy { $0[key] != nil }, "\(key)")
    }
    for key in ["shape", "effect", "power", "baselinePower"] {
      #expect(planted.allSatisfy { $0[key] != nil }, "\(key)")
    }
  }
}

#if !DEBUG
  /// A year of listings whose answers a reader knows.
  @Suite struct KnownTrendsTests {
    private struct Answer: Decodable {
      struct Burst: Decodable {
        let start: String, end: String
        let called: Bool
      }
      struct Change: Decodable {
        let start: String
        let called: Bool
      }
      struct Passed: Decodable {
        let start: String
      }
      let term: String
      let verdict: String
      let style: Bool?
      let shareThen: Double, shareNow: Double
      let bursts: [Burst]
      let changePoints: [Change]
      let firstSeen: String?
      let passedShare: Passed?

      var jumps: [String] { changePoints.filter(\.called).map(\.start) }
    }

    private struct Document: Decodable { let series: [Answer] }

    @Test(.enabled(if: SharedData.has("arxiv-2025.jsonl.gz"), "no shared data: arxiv-2025"))
    func theYearIsReadAsItWas() throws {
      let path = try #require(SharedData.url("arxiv-2025.jsonl.gz")).path
      let names = [
        "agentic", "GRPO", "DeepSeek", "DeepSeek-R1", "Model Context Protocol", "LoRA", "Mamba",
        "notably", "underscores",
      ]
      let outcome = try Tool.run(
        ["trends", path, "--topics", "48", "--quiet", "--json", "--period", "week"]
          + names.flatMap { ["--topic", $0] })
      try #require(outcome.status == 0, "\(outcome.errors)")
      let series = try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8)).series
      let answers = Dictionary(series.map { ($0.term, $0) }, uniquingKeysWith: { one, _ in one })
      let agentic = try #require(answers["agentic"])
      #expect(agentic.verdict == "rising" && agentic.style == false)
      #expect(agentic.shareThen < 0.01 && agentic.shareNow > 0.04)
      let grpo = try #require(answers["grpo"])
      #expect(grpo.verdict == "rising")
      #expect(grpo.jumps.contains { $0 >= "2025-02-15" && $0 <= "2025-05-31" })
      let deepSeek = try #require(answers["deepseek"])
      #expect(deepSeek.verdict != "rising" && deepSeek.verdict != "falling")
      #expect(deepSeek.jumps.contains { $0 >= "2025-01-27" && $0 <= "2025-02-24" })
      let r1 = try #require(answers["deepseek-r1"])
      let burst = try #require(r1.bursts.first { $0.called })
      #expect(burst.start >= "2025-02-03" && burst.start <= "2025-02-24")
      #expect(burst.end >= "2025-04-06" && burst.end <= "2025-04-27")
      // The long form counts as its acronym.
      let protocols = try #require(answers["mcp"] ?? answers["model context protocol"])
      #expect(protocols.firstSeen ?? "" < "2025-02-01")
      #expect(protocols.passedShare?.start.hasPrefix("2025-0") == true)
      #expect(protocols.jumps.contains { $0 >= "2025-03-24" && $0 <= "2025-04-30" })
      for name in ["lora", "mamba"] {
        let answer = try #require(answers[name])
        #expect(answer.verdict != "rising" && answer.verdict != "falling", "\(name)")
      }
      for name in ["notably", "underscores"] { #expect(answers[name]?.style == true, "\(name)") }
    }
  }
#endif
