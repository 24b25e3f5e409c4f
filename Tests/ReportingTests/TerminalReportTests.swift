import Testing

@testable import Reporting

@Suite struct TerminalReportTests {
  @Test(arguments: FakeReports.all.map(\.name), [20, 40, 57, 80, 132, 300])
  func noLineIsWiderThanTheTerminal(name: String, width: Int) throws {
    let report = try #require(FakeReports.all.first { $0.name == name }?.report)
    let text = TerminalReport.render(report, width: width, color: false)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(String(line)) <= max(40, width), "\(line)")
    }
  }

  @Test func styleChangesNoText() throws {
    let report = FakeReports.make(topicCount: 12, periodCount: 26, week: true)
    let plain = TerminalReport.render(report, width: 90, color: false)
    let styled = TerminalReport.render(report, width: 90, color: true)
    #expect(styled != plain)
    let stripped = styled.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        var text = String(line)
        for code in ["0", "1", "2", "33"] {
          text = text.split(separator: "\u{1B}[\(code)m").joined()
        }
        return text
      }.joined(separator: "\n")
    #expect(stripped == plain)
  }

  @Test func aSparklineReachesItsTopAndMarksWhatIsNotOver() {
    let line = BlockSparkline(
      values: [0.1, 0.05, nil, 0, 0.2, 0.1], running: [true, false, false, false, false, true])
    #expect(line.text(style: TerminalStyle(isColored: false)) == "▄┊▂ ·█┊▄")
    #expect(BlockSparkline.borders(line.running) == 2)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("深層", 4), ("👩‍👩‍👧‍👦", 2), ("한", 2), ("a\u{200B}b", 2),
    ("☕️", 2), ("", 0), ("مرحبا", 5),
  ])
  func columnsAreThoseOfTerminals(text: String, columns: Int) {
    #expect(DisplayWidth.columns(text) == columns)
  }

  @Test(arguments: ["plain words of a title", "深層学習による論文分類", "Z\u{351}\u{36B}algo e\u{301}", ""])
  func cuttingKeepsTheLimit(text: String) {
    for limit in 0...30 {
      #expect(DisplayWidth.columns(DisplayWidth.truncated(text, to: limit)) <= limit)
      #expect(DisplayWidth.columns(DisplayWidth.fitted(text, to: limit)) == limit)
    }
  }

  @Test func labelsAreCutBetweenPhrases() {
    #expect(DisplayWidth.phrases("one thing, another, third", to: 20) == "one thing, another")
    #expect(DisplayWidth.phrases("one thing, another, third", to: 11) == "one thing")
    #expect(DisplayWidth.phrases("one thing, another, third", to: 6) == "one t…")
    #expect(DisplayWidth.phrases("short", to: 6) == "short")
  }
}
