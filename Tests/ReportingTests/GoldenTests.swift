import Foundation
import Testing

@testable import Reporting

/// The small report in every format, byte for byte.
///
/// With `PAPERTRENDS_UPDATE_GOLDEN=1` the files are written anew and the test fails, so that nobody
/// leaves it on: read the difference, then run again without it.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Golden")

  static func text(_ name: String) throws -> String {
    let report = FakeReports.small
    return switch name {
    case "small.html": HTMLReport.render(report)
    case "small.md": MarkdownReport.render(report)
    case "small.json": String(decoding: try JSONReport.encode(report), as: UTF8.self)
    case "small-topics.csv": CSVTables.topics(report)
    case "small-series.csv": CSVTables.series(report)
    case "small.txt": TerminalReport.render(report, width: 80, color: false)
    case "week.txt":
      TerminalReport.render(
        FakeReports.make(topicCount: 5, periodCount: 12, week: true), width: 72, color: true)
    default: ""
    }
  }

  @Test(arguments: [
    "small.html", "small.md", "small.json", "small-topics.csv", "small-series.csv", "small.txt",
    "week.txt",
  ])
  func theSmallReportIsWrittenAsBefore(name: String) throws {
    let text = try Self.text(name)
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["PAPERTRENDS_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was written anew: read the difference and run again")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false))
    let first = lines.enumerated().first { $1.0 != $1.1 }
    #expect(
      text == golden,
      "line \(first.map { $0.offset + 1 } ?? 0) is \(first.map { String($0.element.0) } ?? "missing or extra")"
    )
  }
}
