import Testing

@testable import Reporting

@Suite struct MarkdownReportTests {
  @Test func tablesHaveAsManyCellsAsHeadings() {
    for (name, report) in FakeReports.all {
      var columns = 0
      for line in MarkdownReport.render(report).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        guard line.hasPrefix("|") else {
          columns = 0
          continue
        }
        var bars = 0
        var escaped = false
        for byte in line.utf8 {
          if byte == UInt8(ascii: "|"), !escaped { bars += 1 }
          escaped = byte == UInt8(ascii: "\\") && !escaped
        }
        if columns == 0 { columns = bars }
        #expect(bars == columns, "\(name): \(line.prefix(200))")
      }
    }
  }

  @Test func hostileTextMakesNoBlocks() {
    let text = MarkdownReport.render(FakeReports.attacked)
    let unescaped = text.split(separator: "\\]").joined()
    #expect(!unescaped.contains("](javascript:") && !unescaped.contains("](data:"))
    for line in text.split(separator: "\n") {
      #expect(!line.hasPrefix("```") && !line.hasPrefix("- # "))
      let heading = line.hasPrefix("#")
      #expect(!heading || line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### "))
    }
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("\\<script\\>"))
  }

  @Test func everyTopicAndPaperIsThere() {
    let report = FakeReports.make(topicCount: 4, periodCount: 6, week: true)
    let text = MarkdownReport.render(report)
    let papers = (report.week?.papers ?? 0) + report.topics.reduce(0) { $0 + $1.exemplars.count }
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- ") } == papers)
    #expect(text.hasSuffix("\n"))
  }
}
