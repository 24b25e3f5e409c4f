/// The topics as a table of a terminal.
struct TerminalTopics {
  /// The largest topics that are shown; the page shows all.
  static let rowLimit = 25

  let report: Report
  let width: Int
  let style: TerminalStyle

  var lines: [String] {
    guard !report.topics.isEmpty else { return ["No topics."] }
    let counts = Dictionary(
      report.series.map { ($0.topic, $0.counts) }, uniquingKeysWith: { first, _ in first })
    var lines = [header]
    for topic in topics {
      let label = topic.label + (topic.isWeak ? " (weak)" : "")
      let values = shown.map { period -> Double? in
        let papers = report.periods[period].papers
        guard papers > 0, let row = counts[topic.id], row.indices.contains(period) else {
          return nil
        }
        return Double(row[period]) / Double(papers)
      }
      let sparkline = BlockSparkline(values: values, running: running).text(style: style)
      lines.append(
        [
          DisplayWidth.right(String(topic.id), to: idColumns),
          DisplayWidth.fitted(Escaping.terminal(label), to: labelColumns),
          DisplayWidth.right(FixedPoint.grouped(topic.size), to: sizeColumns),
          DisplayWidth.right(FixedPoint.percent(topic.share) + " %", to: 7), sparkline,
        ].joined(separator: "  "))
    }
    let rest = report.topics.count - topics.count
    if rest > 0 {
      lines.append(style.dim("\(FixedPoint.count(rest, "smaller topic")) in the page"))
    }
    if let legend { lines += TerminalReport.wrapped(legend, to: width, indent: "").map(style.dim) }
    return lines
  }

  private var topics: ArraySlice<Report.TopicSummary> { report.topics.prefix(Self.rowLimit) }

  /// The periods that have room, the latest ones.
  private var shown: Range<Int> {
    let room = max(0, min(width / 2 - 2, width - idColumns - sizeColumns - 7 - 8 - 14))
    var first = max(0, report.periods.count - room)
    while first < report.periods.count,
      report.periods.count - first
        + BlockSparkline.borders(report.periods[first...].map(\.running)) > room
    {
      first += 1
    }
    return first..<report.periods.count
  }

  private var running: [Bool] { report.periods[shown].map(\.running) }

  private var sparkColumns: Int { shown.count + BlockSparkline.borders(running) }

  private var idColumns: Int { String(report.topics.map(\.id).max() ?? 0).count }

  private var sizeColumns: Int {
    max(6, FixedPoint.grouped(report.topics.map(\.size).max() ?? 0).count)
  }

  private var labelColumns: Int {
    let room = width - idColumns - sizeColumns - 7 - sparkColumns - 8
    let longest = topics.map { topic in
      DisplayWidth.columns(Escaping.terminal(topic.label)) + (topic.isWeak ? 7 : 0)
    }
    return min(room, max(5, longest.max() ?? 0))
  }

  private var header: String {
    let range =
      shown.isEmpty
      ? ""
      : DisplayWidth.truncated(
        "\(report.periods[shown.lowerBound].label) to \(report.periods[shown.upperBound - 1].label)",
        to: max(sparkColumns, width - idColumns - labelColumns - sizeColumns - 7 - 8))
    let cells = [
      DisplayWidth.right("", to: idColumns), DisplayWidth.fitted("topic", to: labelColumns),
      DisplayWidth.right("papers", to: sizeColumns), DisplayWidth.right("share", to: 7), range,
    ]
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return style.dim(line)
  }

  private var legend: String? {
    guard !shown.isEmpty else { return nil }
    let borders = running.contains(true) ? "; behind ┊ the \(report.granularity) is cut off" : ""
    let part = shown.lowerBound > 0 ? ", the last \(shown.count) of \(report.periods.count)" : ""
    return "Bars: share of each \(report.granularity)'s papers\(part), each row to its own "
      + "highest\(borders)."
  }
}
