internal import TrendAnalysis

/// Trends as a table of a terminal.
struct TerminalTrends {
  let trends: TrendReport
  let lines: [TrendReport.Line]
  let limit: Int
  let width: Int
  let style: TerminalStyle

  var text: String {
    guard !lines.isEmpty else { return "Nothing to show.\n" }
    var rows = [header]
    for line in lines.prefix(limit) { rows.append(row(line)) }
    let rest = lines.count - min(lines.count, limit)
    if rest > 0 {
      rows.append(style.dim("\(FixedPoint.count(rest, "more line")) with --limit, --json or --csv"))
    }
    rows += footer.flatMap { TerminalReport.wrapped($0, to: width, indent: "") }.map(style.dim)
    return rows.joined(separator: "\n") + "\n"
  }

  private static let numbers = 7 + 7 + 22 + 8
  private static let notes = 34

  /// The latest periods that have room.
  private var shown: Range<Int> {
    let room = min(26, max(8, width - 24 - Self.numbers - 12))
    return max(0, trends.periods.count - room)..<trends.periods.count
  }

  private var running: [Bool] { trends.periods[shown].map(\.running) }

  private var sparkColumns: Int { shown.count + BlockSparkline.borders(running) }

  private var labelColumns: Int {
    let longest = lines.prefix(limit).map { DisplayWidth.columns(Escaping.terminal($0.label)) }
    let room = width - sparkColumns - Self.numbers - 12
    return max(12, min(longest.max() ?? 0, room, 40))
  }

  private var header: String {
    style.dim(
      DisplayWidth.truncated(
        [
          DisplayWidth.fitted("", to: labelColumns), DisplayWidth.fitted("share", to: sparkColumns),
          DisplayWidth.right("then", to: 7), DisplayWidth.right("now", to: 7),
          DisplayWidth.right("factor a year (95 %)", to: 22), DisplayWidth.right("q", to: 8),
          "verdict",
        ].joined(separator: " "), to: width))
  }

  private func row(_ line: TrendReport.Line) -> String {
    let values = shown.map { period -> Double? in
      let papers = trends.periods[period].papers
      return papers > 0 ? Double(line.counts[period]) / Double(papers) : nil
    }
    let finding = line.finding
    let rate =
      finding.ratePerYear.map {
        "\(TrendSentence.factor($0.estimate)) (\(TrendSentence.factor($0.low)) to "
          + "\(TrendSentence.factor($0.high)))"
      } ?? ""
    let cells = [
      DisplayWidth.fitted(Escaping.terminal(line.label), to: labelColumns),
      BlockSparkline(values: values, running: running).text(style: style),
      DisplayWidth.right(percent(finding.shareThen), to: 7),
      DisplayWidth.right(percent(finding.shareNow), to: 7), DisplayWidth.right(rate, to: 22),
      DisplayWidth.right(q(finding.q), to: 8),
    ]
    let used = labelColumns + sparkColumns + Self.numbers + 6
    return cells.joined(separator: " ") + " "
      + word(line, DisplayWidth.truncated(remark(line), to: max(8, width - used)))
  }

  /// The verdict with what else is called, as many words as have room.
  private func remark(_ line: TrendReport.Line) -> String {
    var parts = [line.isStyle ? "style (\(line.finding.verdict.rawValue))" : verdict(line)]
    for burst in line.calledBursts {
      parts.append(
        "burst \(trends.label(burst.periods.lowerBound)) to "
          + trends.label(burst.periods.upperBound))
    }
    for change in line.calledChanges { parts.append("jump \(trends.label(change.period))") }
    if line.finding.isNew, let passed = line.finding.passedShare {
      parts.append("new since \(trends.label(passed))")
    }
    return parts.joined(separator: ", ")
  }

  private func verdict(_ line: TrendReport.Line) -> String { line.finding.verdict.rawValue }

  private func word(_ line: TrendReport.Line, _ text: String) -> String {
    if line.isStyle { return style.dim(text) }
    return line.isCalled ? style.bold(text) : text
  }

  private func percent(_ share: Double) -> String {
    FixedPoint.percent(share, places: share < 0.0995 ? 2 : 1) + "%"
  }

  private func q(_ q: Double?) -> String {
    guard let q else { return "" }
    return q < 0.0001 ? "<0.0001" : FixedPoint.string(q, places: 4)
  }

  private var footer: [String] {
    var sentences: [String] = []
    if let first = trends.tested.first, let last = trends.tested.last {
      sentences.append(
        "Tested: \(FixedPoint.count(trends.tested.count, trends.granularity)) that "
          + "\(trends.tested.count == 1 ? "is" : "are") over, \(trends.label(first)) to "
          + "\(trends.label(last)), against all papers of each; q-values over "
          + "\(FixedPoint.count(trends.familySize.topics, "topic")) and over "
          + "\(FixedPoint.count(trends.familySize.terms, "term")).")
    }
    if trends.papersOutside > 0 {
      sentences.append(
        "\(FixedPoint.count(trends.papersOutside, "paper")) join no period and are left out.")
    }
    sentences.append(trends.rule)
    if lines.contains(where: { $0.finding.style != nil }) { sentences.append(trends.styleRule) }
    return sentences.map(Escaping.terminal)
  }
}
