/// The week of a report as lines of a terminal.
struct TerminalWeek {
  let week: Report.WeekSection
  let width: Int
  let style: TerminalStyle

  var lines: [String] {
    let heading =
      "\(week.label), \(DateText.days(from: week.start, to: week.end)): "
      + "\(FixedPoint.count(week.papers, "paper")), "
      + "\(FixedPoint.change(week.papers - week.previousPapers)) against \(week.previousLabel)"
    let labelColumns = min(
      width - 18,
      max(5, topics.map { DisplayWidth.columns(name($0)) }.max() ?? 0))
    let rest = week.topics.count - topics.count
    return TerminalReport.wrapped(heading, to: width, indent: "").map(style.bold)
      + topics.map { topic in
        let change = topic.papers.count - topic.previousCount
        return DisplayWidth.right(FixedPoint.grouped(topic.papers.count), to: 6) + "  "
          + DisplayWidth.right(FixedPoint.change(change), to: 6) + "  "
          + DisplayWidth.truncated(name(topic), to: labelColumns)
      }
      + (rest > 0 ? [style.dim("\(FixedPoint.count(rest, "more topic")) in the page")] : [])
  }

  private var topics: ArraySlice<Report.WeekSection.TopicOfWeek> {
    week.topics.prefix(TerminalTopics.rowLimit)
  }

  private func name(_ topic: Report.WeekSection.TopicOfWeek) -> String {
    let label = Escaping.terminal(topic.label)
    return topic.topic.map { "\($0) \(label)" } ?? label
  }
}
