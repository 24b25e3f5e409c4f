import Foundation
import Testing

@testable import Reporting

/// With `PAPERTRENDS_PAGES=FOLDER` the reports of the tests are written there, to be looked at.
@Suite struct PagesTests {
  @Test(arguments: FakeReports.all.map(\.name)) func everyWriterWritesEveryReport(name: String)
    throws
  {
    let report = try #require(FakeReports.all.first { $0.name == name }?.report)
    let files: [(String, String)] = [
      ("html", HTMLReport.render(report)),
      ("json", String(decoding: try JSONReport.encode(report), as: UTF8.self)),
      ("md", MarkdownReport.render(report)),
      ("txt", TerminalReport.render(report, width: 100, color: true)),
      ("topics.csv", CSVTables.topics(report)), ("series.csv", CSVTables.series(report)),
    ]
    for (suffix, text) in files {
      #expect(text.hasSuffix("\n"), "\(suffix)")
      guard let folder = ProcessInfo.processInfo.environment["PAPERTRENDS_PAGES"] else { continue }
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try text.write(
        toFile: "\(folder)/\(name).\(suffix)", atomically: true, encoding: .utf8)
    }
  }
}
