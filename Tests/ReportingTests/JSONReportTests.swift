import Crypto
import Foundation
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
  static func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func theKeysThatScriptsRelyOnAreThere() throws {
    var report = FakeReports.small
    report.week = FakeReports.make(topicCount: 2, periodCount: 4, week: true).week
    let document = try Self.object(try JSONReport.encode(report))
    for key in [
      "papers", "topics", "assignments", "periods", "series", "version", "seed", "corpusDigest",
      "digest", "notes", "topicCount", "asOf", "granularity", "command", "week", "title",
    ] {
      #expect(document[key] != nil, "\(key)")
    }
    #expect(document["run"] == nil)
    let papers = try #require(document["papers"] as? [String: Any])
    for key in ["read", "kept", "dropped", "duplicates"] { #expect(papers[key] is Int, "\(key)") }
    func first(_ key: String) throws -> [String: Any] {
      try #require((document[key] as? [[String: Any]])?.first)
    }
    let topic = try first("topics")
    for key in ["id", "label", "terms", "size", "share", "exemplars", "seed", "separation"] {
      #expect(topic[key] != nil, "\(key)")
    }
    for key in ["label", "start", "papers", "running"] {
      #expect(try first("periods")[key] != nil, "\(key)")
    }
    for key in ["topic", "counts"] { #expect(try first("series")[key] != nil, "\(key)") }
    let assignments = try #require(document["assignments"] as? [[String: Any]])
    #expect(assignments.map { $0["topic"] is NSNull } == [false, true])
  }

  @Test func assignmentsStandOnlyWhereAskedFor() throws {
    var report = FakeReports.small
    report.assignments = nil
    #expect(try Self.object(try JSONReport.encode(report))["assignments"] == nil)
  }

  @Test func theRunTakesNoPartInTheDigest() throws {
    let report = FakeReports.small
    let run = ReportRun(
      command: "papertrends report a.jsonl", threads: 2,
      inputs: [.init(path: "/a/b.jsonl", sha256: "00")], blas: "OpenBLAS 0.3.21",
      stages: [.init(name: "read", seconds: 0.25, peakMemoryBytes: 1 << 20)])
    let plain = try Self.object(try JSONReport.encode(report))
    let with = try Self.object(try JSONReport.encode(report, run: run))
    #expect(plain["digest"] as? String == with["digest"] as? String)
    let written = try #require(with["run"] as? [String: Any])
    #expect(written["threads"] as? Int == 2 && written["blas"] as? String == "OpenBLAS 0.3.21")
    #expect(((written["stages"] as? [[String: Any]])?.first)?["peakMemoryBytes"] as? Int == 1 << 20)
  }

  /// Anyone can make the digest again: cut the lines of `digest` and `run`, take out white space.
  @Test func theDigestIsThatOfTheCompactDocument() throws {
    let report = FakeReports.small
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let compact = try encoder.encode(ReportDocument(report: report))
    let parsed = try Self.object(compact)
    var whole = try Self.object(try JSONReport.encode(report))
    let digest = try #require(whole.removeValue(forKey: "digest") as? String)
    #expect((parsed as NSDictionary).isEqual(to: whole))
    let expected = SHA256.hash(data: compact).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digest == expected.joined())
  }

  @Test func everyPartOfTheResultMovesTheDigest() throws {
    let report = FakeReports.small
    var changes: [Report] = []
    func change(_ edit: (inout Report) -> Void) {
      var changed = report
      edit(&changed)
      changes.append(changed)
    }
    change { $0.title += "!" }
    change { $0.command += " --seed 2" }
    change { $0.seed = 2 }
    change { $0.corpusDigest = "0" }
    change { $0.papers.future += 1 }
    change { $0.notes = [] }
    change { $0.topicCountChoice.grid[0].score += 1e-9 }
    change { $0.topics[0].terms[0].weight += 1e-9 }
    change { $0.topics[0].isWeak.toggle() }
    change { $0.topics[0].exemplars[0].link = nil }
    change { $0.periods[0].running.toggle() }
    change { $0.series[0].counts[0] += 1 }
    change { $0.assignments = nil }
    change { $0.asOf = nil }
    let digests = try Set(([report] + changes).map { try JSONReport.digest(of: $0) })
    #expect(digests.count == changes.count + 1)
  }

  @Test func numbersThatJSONDoesNotHaveAreNull() throws {
    var report = FakeReports.small
    report.topics[0].separation = .nan
    report.topics[1].share = .infinity
    let document = try Self.object(try JSONReport.encode(report))
    let topics = try #require(document["topics"] as? [[String: Any]])
    #expect(topics[0]["separation"] is NSNull && topics[1]["share"] is NSNull)
  }

  @Test func onlyWebAddressesAreWrittenAsLinks() throws {
    let text = String(decoding: try JSONReport.encode(FakeReports.attacked), as: UTF8.self)
    #expect(!text.contains("\"link\" : \"javascript:") && !text.contains("\"link\" : \"data:"))
    #expect(text.contains("https://papers.example/a(b)"))
  }
}
