import Foundation
import FoundationXML
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  static func report(_ name: String) throws -> Report {
    try #require(FakeReports.all.first { $0.name == name }?.report)
  }

  /// Every picture of a page.
  static func pictures(_ page: String) -> [String] {
    page.components(separatedBy: "<svg").dropFirst().compactMap { part in
      part.range(of: "</svg>").map { "<svg" + part[..<$0.upperBound] }
    }
  }

  @Test(arguments: FakeReports.all.map(\.name)) func everyPictureIsWellFormed(name: String) throws {
    let page = HTMLReport.render(try Self.report(name))
    let pictures = Self.pictures(page)
    #expect(pictures.count == page.components(separatedBy: "<svg").count - 1)
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let parser = XMLParser(data: Data(picture.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError)) in \(picture.prefix(300))")
    }
    let named = pictures.filter { $0.contains("role=\"img\"") }
    #expect(named.allSatisfy { $0.contains("<title id=") && $0.contains("<desc id=") })
  }

  @Test(arguments: FakeReports.all.map(\.name)) func nothingIsAskedOfAnyHost(name: String) throws {
    let page = HTMLReport.render(try Self.report(name))
    for tag in [
      "<script", "<img", "<iframe", "<object", "<embed", "<base", "@import", "@font-face",
    ] {
      #expect(!page.contains(tag), "\(tag)")
    }
    for part in page.components(separatedBy: "href=\"").dropFirst() {
      let target = part.prefix { $0 != "\"" }.lowercased()
      #expect(
        target.hasPrefix("http://") || target.hasPrefix("https://") || target.hasPrefix("#")
          || target == "data:,")
    }
    for part in page.components(separatedBy: "url(").dropFirst() { #expect(part.hasPrefix("#")) }
    let inTags = page.components(separatedBy: "<").dropFirst().compactMap { part in
      part.prefix { $0 != ">" }
    }
    for tag in inTags {
      #expect(!tag.contains(" src=") && !tag.contains(" srcset=") && !tag.contains(" action="))
    }
  }

  /// Outside quoted values no tag of a page under attack has a handler.
  @Test func hostileTextStaysText() throws {
    let page = HTMLReport.render(FakeReports.attacked)
    var quoted = false
    var inTag = false
    var bare = ""
    for scalar in page.unicodeScalars {
      switch scalar {
      case "<" where !quoted: inTag = true
      case ">" where inTag && !quoted: inTag = false
      case "\"" where inTag: quoted.toggle()
      default: break
      }
      if inTag, !quoted { bare.unicodeScalars.append(scalar) }
    }
    for handler in ["onmouseover", "onerror", "onfocus", "onload"] {
      #expect(!bare.contains(handler))
    }
    #expect(!page.contains("javascript:alert"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("{{version}}"), "Mustache in a title is text")
    #expect(!page.unicodeScalars.contains("\u{1B}") && !page.unicodeScalars.contains("\u{202E}"))
  }

  @Test func aHundredTopicsOverAYearAndAFullWeekStayBelowAMegabyte() throws {
    let report = try Self.report("large")
    #expect(report.topics.count == 100 && report.periods.count == 54)
    #expect((report.week?.papers ?? 0) > 1000)
    let size = HTMLReport.render(report).utf8.count
    #expect(size < 1_000_000, "\(size) bytes")
    var withoutWeek = report
    withoutWeek.week = nil
    #expect(HTMLReport.render(withoutWeek).utf8.count < 750_000)
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let report = try Self.report("year")
    #expect(HTMLReport.render(report) == HTMLReport.render(report))
  }

  @Test func everyPaperOfTheWeekIsListed() throws {
    let report = try Self.report("year")
    let week = try #require(report.week)
    let page = HTMLReport.render(report)
    let start = try #require(page.range(of: "id=\"week\""))
    let end = try #require(page.range(of: "id=\"trends\""))
    let section = page[start.upperBound..<end.lowerBound]
    #expect(section.components(separatedBy: "<li>").count - 1 == week.papers)
    for topic in week.topics where topic.papers.isEmpty {
      #expect(!section.contains("href=\"#week-\(topic.topic ?? 0)\""))
    }
  }

  @Test func everyChartHasItsTable() throws {
    let report = try Self.report("months")
    let page = HTMLReport.render(report)
    for topic in report.topics {
      #expect(page.contains("id=\"t\(topic.id)c-t\""))
      #expect(page.contains("data-topic=\"\(topic.id)\""))
    }
    for kind in ["papers", "share"] {
      #expect(page.contains("id=\"\(kind)-wide-t\"") && page.contains("id=\"\(kind)-narrow-t\""))
      #expect(page.contains("data-chart=\"\(kind)\""))
    }
  }

  @Test func stripesStandOnlyOverPeriodsThatAreNotOver() throws {
    var report = try Self.report("months")
    #expect(HTMLReport.render(report).contains("not over yet"))
    for index in report.periods.indices { report.periods[index].running = false }
    let page = HTMLReport.render(report)
    #expect(!page.contains("not over yet") && !page.contains("fill=\"url(#"))
  }
}
