/// The index of topics and their cards.
struct IndexView {
  let heading: Markup, explanation: Markup, sparkHeading: Markup
  let rows: [Row]
  let cards: [CardView]

  struct Row {
    let id: Int
    let label: Markup, spark: Markup, size: Markup, share: Markup, bar: Markup
    let separation: Markup
    let weak: Bool
    let seed: Markup?
  }

  init(_ report: Report, groups: TopicGroups) {
    let counts = Dictionary(
      report.series.map { ($0.topic, $0.counts) }, uniquingKeysWith: { first, _ in first })
    let empty = [Int](repeating: 0, count: report.periods.count)
    let largest = report.topics.map(\.share).max() ?? 0
    heading = Markup(html: FixedPoint.count(report.topics.count, "topic"))
    let hasLines = report.periods.count > 1
    sparkHeading = hasLines ? Markup(html: "Share by \(report.granularity)") : ""
    explanation = Markup(html: PageText.indexExplanation(report, hasLines: hasLines))
    var rows: [Row] = []
    var cards: [CardView] = []
    for topic in report.topics {
      let style = groups.styles[topic.id] ?? "kp"
      let chart = SmallTopicChart(
        topic: topic, counts: counts[topic.id] ?? empty, periods: report.periods,
        granularity: report.granularity, style: style)
      let spark =
        hasLines
        ? Sparkline(shares: chart.shares, running: report.periods.map(\.running), style: style).svg
        : ""
      rows.append(
        Row(
          id: topic.id, label: Markup(html: topic.label), spark: Markup(verbatim: spark),
          size: Markup(html: FixedPoint.grouped(topic.size)),
          share: Markup(html: FixedPoint.percent(topic.share)),
          bar: Markup(
            verbatim: FixedPoint.coordinate(largest > 0 ? topic.share / largest * 90 : 0)),
          separation: Markup(html: PageText.separation(topic.separation)), weak: topic.isWeak,
          seed: topic.seed.map(Markup.init(html:))))
      cards.append(CardView(topic, chart: chart, style: style))
    }
    self.rows = rows
    self.cards = cards
  }
}

/// One topic's card.
struct CardView {
  let id: Int
  let label: Markup, color: Markup, meta: Markup, terms: Markup
  let weak: Bool
  let seed: Markup?
  let chart: Chart?
  let papers: [PaperView]

  struct Chart {
    let svg: Markup, rows: Markup, caption: Markup, granularity: Markup
  }

  init(_ topic: Report.TopicSummary, chart: SmallTopicChart, style: String) {
    id = topic.id
    label = Markup(html: topic.label)
    color = Markup(verbatim: style == "kp" ? "plain" : style)
    weak = topic.isWeak
    seed = topic.seed.map(Markup.init(html:))
    meta = Markup(
      html: "\(FixedPoint.count(topic.size, "paper")), \(FixedPoint.percent(topic.share))\u{A0}%, "
        + "separation \(PageText.separation(topic.separation))")
    terms = Markup(html: topic.terms.map(\.term).joined(separator: ", "))
    papers = topic.exemplars.map { PaperView($0) }
    guard !chart.periods.isEmpty else {
      self.chart = nil
      return
    }
    let rows = PageText.numberRows(
      chart.periods, counts: chart.counts, shares: chart.shares)
    self.chart = Chart(
      svg: Markup(verbatim: chart.svg), rows: Markup(verbatim: rows),
      caption: Markup(html: "Numbers of topic \(topic.id)"),
      granularity: Markup(html: PageText.capitalized(chart.granularity)))
  }
}
