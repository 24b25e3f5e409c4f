/// A stacked chart with its legend and its table.
struct ChartView {
  let title: Markup, kind: Markup, wide: Markup, narrow: Markup, summary: Markup
  let granularity: Markup
  let legend: [LegendItem]
  let running: Markup?
  let columns: [Markup]
  /// The table's rows, ready, since a hundred thousand cells are too many for a template.
  let rows: Markup

  struct LegendItem {
    let style: Markup, name: Markup
  }

  init(_ report: Report, groups: TopicGroups, measure: StackedChart.Measure) {
    let chart = { (layout: StackedChart.Layout) in
      StackedChart(
        groups: groups, periods: report.periods, granularity: report.granularity,
        measure: measure, layout: layout)
    }
    let wide = chart(.wide)
    title = Markup(html: wide.title)
    kind = Markup(verbatim: measure.rawValue)
    self.wide = Markup(verbatim: wide.svg)
    narrow = Markup(verbatim: chart(.narrow).svg)
    summary =
      measure == .papers ? "The same numbers as a table" : "The same shares as a table, in percent"
    granularity = Markup(html: PageText.capitalized(report.granularity))
    legend = groups.groups.reversed().map {
      LegendItem(style: Markup(verbatim: $0.style), name: Markup(html: $0.label))
    }
    running =
      report.periods.contains(where: \.running)
      ? Markup(html: PageText.runningLegend(report)) : nil
    columns =
      [measure == .papers ? "All papers" : "Papers"]
      + groups.groups.map { Markup(html: $0.label) }
    var rows = ""
    for (index, period) in report.periods.enumerated() {
      rows += "<tr><th scope=\"row\">\(PageText.periodLabel(period))</th>"
      rows += "<td>\(FixedPoint.grouped(period.papers))</td>"
      for group in groups.groups {
        let count = group.counts[index]
        switch measure {
        case .papers: rows += "<td>\(FixedPoint.grouped(count))</td>"
        case .share:
          rows +=
            period.papers == 0
            ? "<td>–</td>"
            : "<td>\(FixedPoint.percent(Double(count) / Double(period.papers)))</td>"
        }
      }
      rows += "</tr>\n"
    }
    self.rows = Markup(verbatim: rows)
  }
}
