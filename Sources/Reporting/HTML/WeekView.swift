/// The week's papers, topic by topic, against the week before.
struct WeekView {
  let heading: Markup, lead: Markup, label: Markup, previousLabel: Markup
  let topics: [TopicView]
  let hasTopics: Bool

  struct TopicView {
    /// Where its papers are listed, or nil where it has none this week.
    let anchor: Markup?
    let name: Markup, count: Markup, previous: Markup, change: Markup, papersText: Markup
    /// The lengths of the bars of this week and the week before, in pixels.
    let bar: Markup, previousBar: Markup
    let first: [PaperView]
    let more: More?
  }

  struct More {
    let heading: Markup
    let papers: [PaperView]
  }

  /// How many papers of a topic are listed before the rest is folded away: fewer in a week of
  /// very many.
  static func shownPapers(of week: Report.WeekSection) -> Int { week.papers <= 150 ? 8 : 4 }

  init(_ week: Report.WeekSection) {
    heading = Markup(html: PageText.weekHeading(week))
    label = Markup(html: week.label)
    previousLabel = Markup(html: week.previousLabel)
    lead = Markup(html: PageText.weekLead(week))
    hasTopics = !week.topics.isEmpty
    let shown = Self.shownPapers(of: week)
    let most = week.topics.map { max($0.papers.count, $0.previousCount) }.max() ?? 0
    let bar = { (count: Int) in
      Markup(verbatim: FixedPoint.coordinate(Double(count) / Double(max(1, most)) * 220))
    }
    topics = week.topics.map { topic in
      let papers = topic.papers.map { PaperView($0, inWeek: true) }
      let rest = Array(papers.dropFirst(shown))
      let anchor = topic.topic.map { "week-\($0)" } ?? "week-none"
      return TopicView(
        anchor: papers.isEmpty ? nil : Markup(verbatim: anchor),
        name: Markup(html: PageText.name(topic)),
        count: Markup(html: FixedPoint.grouped(papers.count)),
        previous: Markup(html: FixedPoint.grouped(topic.previousCount)),
        change: Markup(html: FixedPoint.change(papers.count - topic.previousCount)),
        papersText: Markup(html: FixedPoint.count(papers.count, "paper")),
        bar: bar(papers.count), previousBar: bar(topic.previousCount),
        first: Array(papers.prefix(shown)),
        more: rest.isEmpty
          ? nil
          : More(
            heading: Markup(html: "\(FixedPoint.count(rest.count, "more paper"))"), papers: rest))
    }
  }
}
