import Foundation
import TestSupport
import Testing

/// What `inspect` and `formats` say.
@Suite struct InspectTests {
  private static let lines = """
    {"id": "a", "title": "Tides", "abstract": "Tides were measured at nine harbours of the coast.", \
    "date": "2025-01-02", "pages": 9, "author": "Ada Moss"}
    {"id": "a", "title": "Tides", "abstract": "Tides were measured at nine harbours of the coast.", \
    "date": "2025-01-03"}
    {"id": "b", "title": "Walls", "abstract": "Mosses were counted on walls in one wet winter.", \
    "date": "2025-02"}
    {"id": "c", "title": "Roofs", "abstract": "Ferns were drawn on roofs by people of the town.", \
    "date": "2031-02-03"}
    {"id": "d", "title": "Nothing"}
    noise

    """

  @Test func theAccountIsToldAsJSON() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", Self.lines)
    let outcome = try Tool.run(["inspect", path, "--json", "--today", "2026-01-01"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "jsonLines")
    let papers = try #require(document["papers"] as? [String: Any])
    #expect(
      ["read", "kept", "dropped", "duplicates"].map { papers[$0] as? Int } == [6, 3, 2, 1])
    let dates = try #require(document["dates"] as? [String: Any])
    #expect(dates["first"] as? String == "2025-01-02" && dates["last"] as? String == "2025-02")
    #expect(dates["byPrecision"] as? [String: Int] == ["day": 2, "month": 1, "year": 0])
    #expect(dates["future"] as? Int == 1)
    let drops = try #require(document["drops"] as? [[String: Any]])
    #expect(drops.map { $0["line"] as? Int } == [5, 6])
    #expect(drops.map { $0["kind"] as? String } == ["noAbstract", "unreadable"])
    let faults = try #require(document["faults"] as? [[String: Any]])
    #expect(faults.count == 1 && (faults[0]["reason"] as? String)?.contains("after today") == true)
    let sources = try #require(document["sources"] as? [[String: Any]])
    let fields = try #require(sources.first?["fields"] as? [[String: Any]])
    #expect(
      fields.map { $0["name"] as? String } == [
        "id", "title", "abstract", "date", "pages", "author",
      ])
    #expect(fields[4]["readAs"] is NSNull && fields[5]["readAs"] as? String == "authors")
    #expect((document["languages"] as? [String: Int])?["en"] == 3)
  }

  @Test func theAccountIsToldToPeople() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", Self.lines)
    let outcome = try Tool.run(["inspect", path, "--today", "2026-01-01"])
    for text in [
      "JSON Lines", "6 records read: 3 kept, 1 merged, 2 dropped", "2025-01-02 to 2025-02",
      "author as authors", "not read: pages", "1 after today", "d.jsonl:6: not JSON",
      "d.jsonl:2: into a, the same identifier",
    ] { #expect(outcome.output.contains(text), "\(text) in \(outcome.output)") }
  }

  @Test func optionsChangeWhatIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.jsonl", Self.lines)
    let kept = try Tool.run(["inspect", path, "--keep-duplicates"])
    #expect(kept.output.contains("4 kept, 0 merged"), "\(kept.output)")
    for (option, value, says) in [
      ("--map", "titel=x", "did you mean title?"), ("--time-zone", "Berlin", "--time-zone"),
      ("--max-bad", "150%", "--max-bad"), ("--date", "last", "--date"),
    ] {
      let outcome = try Tool.run(["inspect", path, option, value])
      #expect(outcome.status == 64 && outcome.errors.contains(says), "\(outcome.errors)")
    }
  }

  /// The table of the documentation is the one that the command prints.
  @Test func theTableOfTheDocumentationIsTheCommands() throws {
    let table = try Tool.run(["formats", "--markdown"]).output
    let file = Tool.packageRoot.appendingPathComponent("docs/formats.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "--markdown -->\n")).upperBound
    let end = try #require(text.range(of: "<!-- end -->")).lowerBound
    if ProcessInfo.processInfo.environment["PAPERTRENDS_UPDATE_GOLDEN"] == "1" {
      try Data((text[..<start] + table + text[end...]).utf8).write(to: file)
      Issue.record("recorded the table; run again without PAPERTRENDS_UPDATE_GOLDEN")
    }
    #expect(text[start..<end] == table)
    #expect(table.split(separator: "\n").allSatisfy { $0.count { $0 == "|" } == 5 })
  }

  @Test func formatsAreListedForPeopleAndPrograms() throws {
    let text = try Tool.run(["formats"])
    #expect(text.status == 0 && text.output.contains("arXivSnapshot"))
    let outcome = try Tool.run(["formats", "--json"])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let formats = try #require(document["formats"] as? [[String: Any]])
    #expect(formats.count > 15)
    for row in formats {
      for key in ["format", "name", "origin", "dates"] {
        #expect((row[key] as? String)?.isEmpty == false, "\(row)")
      }
    }
  }
}
