/// A report as Markdown: CommonMark with the tables of GitHub.
public enum MarkdownReport {
  /// The document.
  ///
  /// The same report gives the same bytes.
  ///
  /// - Parameter report: The report.
  /// - Returns: Markdown that ends with a line feed.
  public static func render(_ report: Report) -> String {
    TemplateLibrary.render(MarkdownView(report), template: "markdown")
  }
}

extension MarkdownView {
  init(_ report: Report) {
    title = Markup(markdown: report.title)
    kicker = Markup(markdown: PageText.kicker(report))
    lead = Markup(markdown: PageText.lead(report))
    records = Account(report).sentences.map(Markup.init(markdown:))
    notes = report.notes.map(Markup.init(markdown:))
    week = report.week.map(Week.init)
    changes = report.trends.map(Changes.init)
    hasTopics = !report.topics.isEmpty
    topics = report.topics.map(Topic.init)
    series = report.periods.isEmpty || report.topics.isEmpty ? nil : Series(report)
    choice = Markup(markdown: report.topicCountChoice.reason)
    stopWords = report.stopWordSentence.map(Markup.init(markdown:))
    let candidates = report.topicCountChoice.grid.map { candidate in
      Grid.Candidate(
        count: Markup(markdown: String(candidate.count)),
        score: Markup(markdown: FixedPoint.string(candidate.score, places: 4)))
    }
    grid = candidates.isEmpty ? nil : Grid(candidates: candidates)
    version = Markup(markdown: report.version)
    seedNumber = Markup(markdown: String(report.seed))
    corpusDigest = Markup(markdown: report.corpusDigest)
    command = Markup(verbatim: Escaping.markdownCode(report.command))
  }
}

extension MarkdownView.Week {
  init(_ week: Report.WeekSection) {
    heading = Markup(markdown: PageText.weekHeading(week))
    lead = Markup(markdown: PageText.weekLead(week))
    label = Markup(markdown: week.label)
    previousLabel = Markup(markdown: week.previousLabel)
    topics = week.topics.map { topic in
      MarkdownView.TopicOfWeek(
        name: Markup(markdown: PageText.name(topic)),
        count: Markup(markdown: FixedPoint.grouped(topic.papers.count)),
        previous: Markup(markdown: FixedPoint.grouped(topic.previousCount)),
        change: Markup(markdown: FixedPoint.change(topic.papers.count - topic.previousCount)),
        hasPapers: !topic.papers.isEmpty, papers: topic.papers.map(MarkdownView.Paper.init))
    }
  }
}

extension MarkdownView.Changes {
  /// How many terms of a kind are listed.
  private static let termLimit = 12

  init(_ trends: TrendReport) {
    introduction = Markup(
      markdown: ChangesView.introduction(trends).joined(separator: " "))
    rule = Markup(markdown: trends.rule)
    styleRule = Markup(markdown: trends.styleRule)
    parts = TrendSections(trends, termLimit: Self.termLimit).sections.map { section in
      Part(
        heading: Markup(markdown: section.kind.heading),
        lines: (section.topics + section.terms).map { line in
          Line(
            name: Markup(markdown: line.label),
            sentence: Markup(markdown: TrendSentence(trends: trends, line: line).text),
            reasons: line.reasons.isEmpty
              ? nil : Markup(markdown: line.reasons.joined(separator: ", ")))
        },
        rest: section.hiddenTerms > 0
          ? Markup(markdown: FixedPoint.count(section.hiddenTerms, "more term")) : nil)
    }
  }
}

extension MarkdownView.Topic {
  init(_ topic: Report.TopicSummary) {
    id = Markup(markdown: String(topic.id))
    label = Markup(markdown: topic.label)
    var marks = topic.isWeak ? " *(weak)*" : ""
    if let seed = topic.seed { marks += " *(seed: \(Escaping.markdown(seed)))*" }
    self.marks = Markup(verbatim: marks)
    size = Markup(markdown: FixedPoint.grouped(topic.size))
    share = Markup(markdown: FixedPoint.percent(topic.share))
    separation = Markup(markdown: PageText.separation(topic.separation))
    terms = Markup(markdown: topic.terms.map(\.term).joined(separator: ", "))
    papers = topic.exemplars.map(MarkdownView.Paper.init)
  }
}

extension MarkdownView.Series {
  /// The groups that the page's stacked charts show.
  init(_ report: Report) {
    let groups = TopicGroups(report)
    heading = Markup(markdown: "Papers per \(report.granularity), by topic")
    granularity = Markup(markdown: PageText.capitalized(report.granularity))
    columns = groups.groups.map { Markup(markdown: $0.label) }
    rows = report.periods.enumerated().map { index, period in
      Row(
        label: Markup(markdown: period.label + (period.running ? "*" : "")),
        papers: Markup(markdown: FixedPoint.grouped(period.papers)),
        cells: groups.groups.map { Markup(markdown: FixedPoint.grouped($0.counts[index])) })
    }
    explanation =
      report.periods.contains(where: \.running)
      ? Markup(markdown: "* \(PageText.runningLegend(report)).") : ""
  }
}
