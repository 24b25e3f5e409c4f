/// The week's papers, topic by topic, against the week before.
struct WeekView {
  let heading: Markup, lead: Markup, label: Markup, previousLabel: Markup
  let topics: [TopicView]
  let hasTopics: Bool

  struct TopicView {
    /// Where its papers are listed, or nil where it has none this week.
    let anchor: Markup?
    let name: Markup, count: Markup, previous: Markup, change: Markup, papersText: Markup
    let first: [PaperView]
    let more: More?
  }

  struct More {
    let heading: Markup
    let papers: [PaperView]
  }

  /// How many papers of a topic are listed before the rest is folded away.
  static let shownPapers = 8

  init(_ week: Report.WeekSection) {
    heading = Markup(html: "Week \(week.label), \(DateText.days(from: week.start, to: week.end))")
    label = Markup(html: week.label)
    previousLabel = Markup(html: week.previousLabel)
    lead = Markup(html: Self.lead(week))
    hasTopics = !week.topics.isEmpty
    topics = week.topics.map { topic in
      let papers = topic.papers.map(PaperView.init)
      let rest = Array(papers.dropFirst(Self.shownPapers))
      let anchor = topic.topic.map { "week-\($0)" } ?? "week-none"
      return TopicView(
        anchor: papers.isEmpty ? nil : Markup(verbatim: anchor),
        name: Markup(html: topic.topic.map { "\($0) \(topic.label)" } ?? topic.label),
        count: Markup(html: FixedPoint.grouped(papers.count)),
        previous: Markup(html: FixedPoint.grouped(topic.previousCount)),
        change: Markup(html: FixedPoint.change(papers.count - topic.previousCount)),
        papersText: Markup(html: FixedPoint.count(papers.count, "paper")),
        first: Array(papers.prefix(Self.shownPapers)),
        more: rest.isEmpty
          ? nil
          : More(
            heading: Markup(html: "\(FixedPoint.count(rest.count, "more paper"))"), papers: rest))
    }
  }

  private static func lead(_ week: Report.WeekSection) -> String {
    guard week.papers > 0 else {
      return "No papers this week; \(FixedPoint.grouped(week.previousPapers)) the week before."
    }
    let difference = week.papers - week.previousPapers
    let comparison =
      difference == 0
      ? "as many as the week before"
      : "\(FixedPoint.grouped(abs(difference))) \(difference > 0 ? "more" : "fewer") than the week "
        + "before"
    var sentences = ["\(FixedPoint.count(week.papers, "paper")), \(comparison)."]
    let leaders = week.topics.filter { $0.topic != nil && !$0.papers.isEmpty }.prefix(3)
    if !leaders.isEmpty {
      let names = leaders.map { "\($0.label) (\(FixedPoint.grouped($0.papers.count)))" }
      sentences.append("Most are in \(Account.joined(names)).")
    }
    return sentences.joined(separator: " ")
  }
}
