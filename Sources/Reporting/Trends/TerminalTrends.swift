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

  /// The columns of a factor with its interval.
  private static let rateColumns = 19

  /// Whether there is room for the factor a year and q beside the rest.
  private var showsRate: Bool { width >= 80 }

  /// What label, sparkline and verdict share.
  private var room: Int { width - 7 - 7 - (showsRate ? Self.rateColumns + 7 + 2 : 0) - 4 }

  /// The latest periods that have room.
  private var shown: Range<Int> {
    var first = max(0, trends.periods.count - min(26, room / 4))
    while first < trends.periods.count,
      trends.periods.count - first
        + BlockSparkline.borders(trends.periods[first...].map(\.running)) > max(4, room / 4)
    {
      first += 1
    }
    return first..<trends.periods.count
  }

  private var running: [Bool] { trends.periods[shown].map(\.running) }

  private var sparkColumns: Int { shown.count + BlockSparkline.borders(running) }

  private var labelColumns: Int {
    let longest = lines.prefix(limit).map { DisplayWidth.columns(Escaping.terminal($0.label)) }
    return max(5, min(longest.max() ?? 0, (room - sparkColumns) * 3 / 5, 48))
  }

  private var header: String {
    line(
      DisplayWidth.fitted("", to: labelColumns), DisplayWidth.fitted("share", to: sparkColumns),
      "then", "now", "factor a year (95%)", "q", "verdict", as: style.dim)
  }

  private func row(_ line: TrendReport.Line) -> String {
    let values = shown.map { period -> Double? in
      let papers = trends.periods[period].papers
      return papers > 0 ? Double(line.counts[period]) / Double(papers) : nil
    }
    let finding = line.finding
    let rate =
      finding.ratePerYear.map {
        "\(Self.factor($0.estimate)) (\(Self.factor($0.low))–\(Self.factor($0.high)))"
      } ?? ""
    return self.line(
      DisplayWidth.fitted(Escaping.terminal(line.label), to: labelColumns),
      BlockSparkline(values: values, running: running).text(style: style),
      percent(finding.shareThen), percent(finding.shareNow), rate, q(finding.q), remark(line)
    ) { word(line, $0) }
  }

  private func line(
    _ label: String, _ spark: String, _ then: String, _ now: String, _ rate: String,
    _ q: String, _ remark: String, as word: (String) -> String
  ) -> String {
    var cells = [label, spark, DisplayWidth.right(then, to: 7), DisplayWidth.right(now, to: 7)]
    if showsRate {
      cells += [DisplayWidth.right(rate, to: Self.rateColumns), DisplayWidth.right(q, to: 7)]
    }
    let rest = DisplayWidth.truncated(remark, to: max(4, room - labelColumns - sparkColumns))
    return cells.joined(separator: " ") + " " + word(rest)
  }

  private static func factor(_ factor: Double) -> String {
    factor < 1_000 ? TrendSentence.factor(factor) : ">1000"
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
