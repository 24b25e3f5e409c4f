/// A report as one page that needs nothing else: no script, no font, no host.
public enum HTMLReport {
  /// The page.
  ///
  /// The same report gives the same bytes.
  ///
  /// - Parameter report: The report.
  /// - Returns: HTML in one file, charts, style and numbers included.
  public static func render(_ report: Report) -> String {
    TemplateLibrary.render(PageView(report), template: "page")
  }
}

extension PageView {
  init(_ report: Report) {
    let groups = TopicGroups(report)
    let account = Account(report)
    title = Markup(html: report.title)
    kicker = Markup(html: PageText.kicker(report))
    lead = Markup(html: PageText.lead(report))
    records = account.sentences.map(Markup.init(html:))
    version = Markup(html: report.version)
    style = Markup(verbatim: StyleSheet.text)
    var svg = SVG()
    svg.stripes(id: SVG.sharedStripes)
    stripes = Markup(verbatim: svg.text)
    command = Markup(html: report.command)
    corpusDigest = Markup(html: report.corpusDigest)
    seedNumber = Markup(html: String(report.seed))
    self.account = [
      ("read", report.papers.read), ("kept", report.papers.kept),
      ("merged", report.papers.duplicates), ("dropped", report.papers.dropped),
    ].map { Figure(name: Markup(html: $0.0), count: Markup(html: FixedPoint.grouped($0.1))) }
    notes =
      report.notes.isEmpty ? nil : Notes(items: report.notes.map(Markup.init(html:)))
    week = report.week.map(WeekView.init)
    changes = report.trends.map { ChangesView($0, styles: groups.styles) }
    trendsIntroduction = Markup(html: PageText.trends(report))
    charts =
      report.periods.isEmpty || report.topics.isEmpty
      ? []
      : [.papers, .share].map { ChartView(report, groups: groups, measure: $0) }
    index = report.topics.isEmpty ? nil : IndexView(report, groups: groups)
    choice = Markup(html: report.topicCountChoice.reason)
    stopWords = report.stopWordSentence.map(Markup.init(html:))
    let candidates = report.topicCountChoice.grid.map { candidate in
      GridView.Candidate(
        count: Markup(html: FixedPoint.grouped(candidate.count)),
        score: Markup(html: FixedPoint.string(candidate.score, places: 4)),
        chosen: candidate.count == report.topicCountChoice.count)
    }
    grid = candidates.isEmpty ? nil : GridView(candidates: candidates)

    var contents: [Content] = []
    if report.week != nil { contents.append(Content(anchor: "week", name: "This week")) }
    if report.trends != nil { contents.append(Content(anchor: "changes", name: "What changed")) }
    contents.append(Content(anchor: "trends", name: "Topics over time"))
    if !report.topics.isEmpty {
      contents.append(Content(anchor: "topics", name: "All topics"))
      contents.append(Content(anchor: "cards", name: "Topic by topic"))
    }
    contents.append(Content(anchor: "method", name: "How many topics"))
    self.contents = contents
  }
}
