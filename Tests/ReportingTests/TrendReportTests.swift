import BlockScheduling
import Foundation
import LinearAlgebra
import Testing
import TrendAnalysis

@testable import Reporting

/// Series with a known course, tested by the real tests.
enum FakeTrends {
  static let weeks = 54
  static let volume = 1_000

  static let shapes: [(label: String, share: @Sendable (Int) -> Double)] = [
    ("riser", { 0.01 + 0.04 * Double($0) / 53 }),
    ("faller", { 0.05 - 0.04 * Double($0) / 53 }),
    ("level", { _ in 0.08 }),
    ("burster", { 20..<26 ~= $0 ? 0.06 : 0.01 }),
    ("jumper", { $0 < 27 ? 0.004 : 0.03 }),
    ("=newcomer", { $0 < 30 ? 0 : 0.02 }),
    ("rare", { $0 == 3 ? 0.005 : 0 }),
  ]

  static func report(seed: UInt64 = 1) throws -> TrendReport {
    var generator = SplitMix64(seed: seed)
    var counts: [Int32] = []
    for shape in shapes {
      for week in 0..<weeks {
        let mean = shape.share(week) * Double(volume)
        let unit = Double(generator.next() >> 11) / Double(1 << 53)
        counts.append(Int32(max(0, (mean + (unit - 0.5) * mean.squareRoot()).rounded())))
      }
    }
    let family = TrendFamily(
      SeriesCounts(counts, periods: weeks),
      periods: TrendPeriods(
        years: (0..<weeks).map { 2025 + Double($0) * 7 / 365.2425 },
        papers: [Int](repeating: volume, count: weeks),
        isOver: (0..<weeks).map { $0 < weeks - 1 }),
      scheduler: BlockScheduler(threads: 2))
    let first = try #require(CalendarPeriod(label: "2025-W01"))
    let periods = (0..<weeks).map { week in
      let period = first.advanced(by: week)
      return Report.PeriodSummary(
        label: period.description, start: period.firstDay.description, papers: volume,
        running: week == weeks - 1)
    }
    let lines = family.series.map { finding in
      TrendReport.Line(
        subject: finding.series < 3
          ? .topic(finding.series + 1) : .term(shapes[finding.series].label),
        label: shapes[finding.series].label, counts: family.counts[finding.series].map(Int.init),
        finding: finding, reasons: finding.series == 0 ? ["a word", "another"] : [],
        projection: family.projection(finding.series).map { projection in
          (0..<4).map { ahead in
            let period = first.advanced(by: weeks - 1 + ahead)
            let point = projection.point(
              year: 2025 + Double(weeks - 1 + ahead) * 7 / 365.2425, volume: volume)
            return TrendReport.Line.Projection(
              label: period.description, share: point.share, low: point.low, high: point.high)
          }
        } ?? [])
    }
    return TrendReport(
      periods: periods, granularity: "week", tested: Array(0..<(weeks - 1)), papersOutside: 7,
      topics: Array(lines[..<3]), terms: Array(lines[3...]),
      familySize: TrendReport.FamilySize(topics: 3, terms: family.familySize - 3),
      rule: TrendRule().description, styleRule: StyleRule().description, statedShare: 0.001)
  }
}

@Suite struct TrendReportTests {
  private func line(_ label: String, _ trends: TrendReport) throws -> TrendReport.Line {
    try #require((trends.topics + trends.terms).first { $0.label == label })
  }

  @Test func sentencesSayWhatIsThereAndNoMore() throws {
    let trends = try FakeTrends.report()
    let text = { (label: String) in
      TrendSentence(trends: trends, line: try line(label, trends)).text
    }
    #expect(try text("riser").hasPrefix("The share rose from "))
    #expect(try text("riser").contains("2025-W01 to 2025-W04"))
    #expect(try text("riser").contains("95\u{A0}% interval"))
    #expect(try text("faller").hasPrefix("The share fell from "))
    #expect(try text("level").hasPrefix("The share stayed level"))
    #expect(try text("burster").contains("A burst: 2025-W21 to 2025-W26"))
    #expect(try text("jumper").contains("It jumped in 2025-W28 from "))
    #expect(try text("=newcomer").contains("First seen in 2025-W31"))
    #expect(try text("rare").hasPrefix("Too little to test: "))
    for line in trends.topics + trends.terms where line.finding.verdict == .unclear {
      let text = TrendSentence(trends: trends, line: line).text
      for claim in ["rose", "fell", "level"] { #expect(!text.contains(claim), "\(text)") }
    }
  }

  @Test func sectionsHoldWhatIsCalledAndNothingElse() throws {
    let trends = try FakeTrends.report()
    let sections = TrendSections(trends, termLimit: 10).sections
    let labels = { (kind: TrendSections.Kind) in
      sections.first { $0.kind == kind }.map { ($0.topics + $0.terms).map(\.label) } ?? []
    }
    #expect(labels(.rising).contains("riser") && labels(.falling) == ["faller"])
    #expect(labels(.bursts).contains("burster") && labels(.jumps).contains("jumper"))
    #expect(labels(.new).contains("=newcomer"))
    #expect(labels(.unsaid) == ["level"])
    for section in sections where section.kind != .unsaid {
      let called = (section.topics + section.terms).filter(\.isCalled)
      #expect(called.count == section.topics.count + section.terms.count)
    }
  }

  @Test func phrasesWithinOneAnotherAreListedOnce() throws {
    var trends = try FakeTrends.report()
    var longer = try line("burster", trends)
    longer.label = "strong burster"
    trends.terms.append(longer)
    let bursts = try #require(
      TrendSections(trends, termLimit: 10).sections.first { $0.kind == .bursts })
    #expect(bursts.terms.count { $0.label.hasSuffix("burster") } == 1)
    #expect(bursts.hiddenTerms >= 1)
  }

  @Test func theDocumentHasItsKeys() throws {
    let trends = try FakeTrends.report()
    let data = try trends.json(trends.topics + trends.terms, run: nil)
    let document = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let series = try #require(document["series"] as? [[String: Any]])
    #expect(series.count == FakeTrends.shapes.count)
    for key in [
      "kind", "support", "shareThen", "shareNow", "ratePerYear", "p", "q", "verdict", "bursts",
      "changePoints", "firstSeen", "passedShare",
    ] {
      #expect(series.allSatisfy { $0[key] != nil }, "\(key)")
    }
    let burst = try #require(
      (series[3]["bursts"] as? [[String: Any]])?.first { $0["called"] as? Bool == true })
    #expect(burst["start"] as? String == "2025-05-19" && burst["end"] as? String == "2025-06-29")
    #expect((document["familySize"] as? [String: Int])?["topics"] == 3)
  }

  @Test func whatIsShownChangesNoNumber() throws {
    let trends = try FakeTrends.report()
    let series = { (lines: [TrendReport.Line]) throws -> [NSDictionary] in
      let document =
        try JSONSerialization.jsonObject(with: try trends.json(lines, run: nil)) as? [String: Any]
      return try #require(document?["series"] as? [NSDictionary])
    }
    let all = try series(trends.topics + trends.terms)
    for (index, line) in (trends.topics + trends.terms).enumerated() {
      #expect(try series([line]) == [all[index]])
    }
  }

  @Test func theTableForSpreadsheetsIsSafeAndWhole() throws {
    let trends = try FakeTrends.report()
    let rows = trends.csv(trends.topics + trends.terms).split(separator: "\n")
    #expect(rows.count == FakeTrends.shapes.count + 1)
    let columns = rows[0].split(separator: ",").count
    #expect(rows.allSatisfy { row in !row.contains(",=") })
    #expect(
      rows.dropFirst().allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == columns
      })
  }

  @Test(arguments: [60, 80, 100, 160]) func terminalLinesKeepTheirWidth(width: Int) throws {
    let trends = try FakeTrends.report()
    let lines = trends.ordered(trends.topics + trends.terms)
    #expect(lines.map(\.finding.verdict).first == .rising)
    let text = trends.terminalText(lines, limit: 5, width: width, color: false)
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(String(line)) <= width, "\(line)")
    }
    #expect(text.contains("2 more lines") && text.contains("Rising or falling: q at most 0.05"))
  }

  @Test func chartsDrawWhatIsCalled() throws {
    let trends = try FakeTrends.report()
    let svg = { (label: String) in
      TrendChart(line: try line(label, trends), trends: trends, style: "k1", id: "x").svg
    }
    #expect(try svg("burster").contains("class=\"burst\""))
    #expect(try svg("jumper").contains("class=\"jump\""))
    #expect(try svg("riser").contains("class=\"fan k1\"") && svg("riser").contains("class=\"fit\""))
    #expect(try !svg("level").contains("class=\"burst\""))
  }

  @Test func namesThatAttackAreHarmless() throws {
    var trends = try FakeTrends.report()
    trends.topics[0].label = "<script>alert(1)</script>\u{1B}[31m=1+1"
    trends.terms[0].label = "=HYPERLINK(\"http://example.org\")"
    trends.topics[0].reasons = ["\"><img src=x>", "\u{1B}]0;t\u{7}"]
    var report = FakeReports.small
    report.trends = trends
    let page = HTMLReport.render(report)
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    let lines = trends.topics + trends.terms
    let texts = [
      page, trends.terminalText(lines, limit: 20, width: 120, color: false),
      MarkdownReport.render(report), trends.csv(lines),
    ]
    #expect(texts.allSatisfy { !$0.unicodeScalars.contains("\u{1B}") })
    let csv = trends.csv(lines)
    #expect(!csv.contains(",=") && !csv.contains(",\"=") && csv.contains("'=HYPERLINK"))
  }

  @Test func thePageAndTheMarkdownHaveThem() throws {
    var report = FakeReports.small
    report.trends = try FakeTrends.report()
    let page = HTMLReport.render(report)
    for part in ["rising", "falling", "bursts", "jumps", "new", "unsaid"] {
      #expect(page.contains("id=\"changes-\(part)\""), "\(part)")
    }
    #expect(page.contains("Words behind it:</span> a word, another"))
    let markdown = MarkdownReport.render(report)
    #expect(
      markdown.contains("## What changed") && markdown.contains("- **riser**: The share rose"))
    let terminal = TerminalReport.render(report, width: 90, color: false)
    #expect(terminal.contains("Rising, topics: riser"))
  }
}
