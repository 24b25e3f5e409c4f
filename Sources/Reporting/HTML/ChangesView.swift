internal import TrendAnalysis

/// The tested trends on the page: one part for each thing that can be said.
struct ChangesView {
  let introduction: [Markup]
  let rules: [Markup]
  let parts: [Part]

  struct Part {
    let heading: Markup, anchor: Markup, explanation: Markup
    let cards: [Card]
    let table: Table?
  }

  struct Card {
    let name: Markup, kind: Markup, sentence: Markup, svg: Markup, rows: Markup
    let granularity: Markup
    let link: Markup?
    let reasons: Markup?
  }

  struct Table {
    let rows: [Row]
    let rest: Markup?

    struct Row {
      let name: Markup, spark: Markup, then: Markup, now: Markup, rate: Markup, q: Markup
      let remark: Markup
      let link: Markup?
    }
  }

  /// How many terms of a kind have a chart of their own, and how many more a line.
  private static let termCards = 6
  private static let termRows = 18

  init(_ trends: TrendReport, styles: [Int: String]) {
    introduction = Self.introduction(trends).map(Markup.init(html:))
    rules = [trends.rule, trends.styleRule].map(Markup.init(html:))
    let sections = TrendSections(trends, termLimit: Self.termCards + Self.termRows).sections
    parts = sections.map { section in
      let kind = section.kind
      let cards = kind == .unsaid ? [] : section.topics + section.terms.prefix(Self.termCards)
      let rest =
        kind == .unsaid ? section.topics : Array(section.terms.dropFirst(Self.termCards))
      return Part(
        heading: Markup(html: kind.heading), anchor: Markup(verbatim: "changes-\(kind.rawValue)"),
        explanation: Markup(html: Self.explanation(kind, trends)),
        cards: cards.map { Card($0, in: trends, kind: kind, styles: styles) },
        table: rest.isEmpty
          ? nil
          : Table(
            rows: rest.map { Table.Row($0, in: trends, styles: styles) },
            rest: section.hiddenTerms > 0
              ? Markup(
                html: "\(FixedPoint.count(section.hiddenTerms, "more term")): "
                  + "papertrends trends INPUT... --terms") : nil))
    }
  }

  static func introduction(_ trends: TrendReport) -> [String] {
    guard let first = trends.tested.first, let last = trends.tested.last else {
      return ["No \(trends.granularity) is over yet, so nothing is tested."]
    }
    var sentences = [
      "Tested against the volume of all papers, over the "
        + "\(FixedPoint.count(trends.tested.count, trends.granularity)) from "
        + "\(trends.label(first)) to \(trends.label(last)) that "
        + "\(trends.tested.count == 1 ? "is" : "are") over; the q-values correct for "
        + "\(FixedPoint.count(trends.familySize.topics, "topic")) and for "
        + "\(FixedPoint.count(trends.familySize.terms, "term")) tested together."
    ]
    let untested = trends.topics.count - trends.familySize.topics
    if untested > 0 {
      sentences.append(
        "\(FixedPoint.count(untested, "topic")) with too few papers or periods "
          + "\(untested == 1 ? "is" : "are") not tested.")
    }
    if trends.papersOutside > 0 {
      sentences.append(
        "\(FixedPoint.count(trends.papersOutside, "paper")) with too coarse a date, or none, "
          + "join no \(trends.granularity).")
    }
    return sentences
  }

  private static func explanation(
    _ kind: TrendSections.Kind, _ trends: TrendReport
  ) -> String {
    switch kind {
    case .rising, .falling:
      "The straight line is the fitted change; the fan beyond the last \(trends.granularity) is a "
        + "projection with a 95 % interval, if that change goes on."
    case .jumps: "The share went to another level at once, and no slope is left beside that."
    case .bursts:
      "For a time the share was raised beyond what chance and the series' own unrest explain."
    case .new:
      "These passed \(TrendSentence.share(trends.statedShare)) of the papers within the range and "
        + "stayed above it."
    case .style:
      "Words whose change is spread evenly over all topics: the manner of writing changes, not "
        + "what is written about. They are no reason of any topic's trend."
    case .unsaid:
      "Nothing is called here. That is not the same as steady, which is said only where the "
        + "interval is narrow."
    }
  }
}

extension ChangesView.Card {
  init(
    _ line: TrendReport.Line, in trends: TrendReport, kind: TrendSections.Kind,
    styles: [Int: String]
  ) {
    let (id, style): (String, String)
    switch line.subject {
    case .topic(let number):
      (id, style) = ("topic\(number)", styles[number] ?? "kp")
      link = Markup(verbatim: "t\(number)")
      self.kind = Markup(html: "Topic \(number)")
    case .term:
      (id, style) = ("term\(line.finding.series)", "kp")
      link = nil
      self.kind = "Term"
    }
    name = Markup(html: line.label)
    sentence = Markup(html: TrendSentence(trends: trends, line: line).text)
    let chart = TrendChart(
      line: line, trends: trends, style: style, id: "c-\(kind.rawValue)-\(id)")
    svg = Markup(verbatim: chart.svg)
    var rows = PageText.numberRows(
      trends.periods, counts: line.counts, shares: chart.shares)
    for point in line.projection {
      rows += "<tr><th>\(Escaping.html(point.label)), projected<td><td>"
      rows += "\(FixedPoint.percent(point.share, places: 2)) "
      rows += "(\(FixedPoint.percent(point.low, places: 2)) to "
      rows += "\(FixedPoint.percent(point.high, places: 2)))\n"
    }
    self.rows = Markup(verbatim: rows)
    granularity = Markup(html: PageText.capitalized(trends.granularity))
    reasons = line.reasons.isEmpty ? nil : Markup(html: line.reasons.joined(separator: ", "))
  }
}

extension ChangesView.Table.Row {
  init(_ line: TrendReport.Line, in trends: TrendReport, styles: [Int: String]) {
    let finding = line.finding
    var style = "kp"
    if case .topic(let number) = line.subject {
      link = Markup(verbatim: "t\(number)")
      style = styles[number] ?? style
    } else {
      link = nil
    }
    name = Markup(html: line.label)
    let shares = zip(line.counts, trends.periods).map {
      $1.papers == 0 ? nil : Double($0) / Double($1.papers)
    }
    spark = Markup(
      verbatim: Sparkline(shares: shares, running: trends.periods.map(\.running), style: style).svg)
    then = Markup(html: TrendSentence.share(finding.shareThen))
    now = Markup(html: TrendSentence.share(finding.shareNow))
    rate = Markup(
      html: finding.ratePerYear.map {
        "\(TrendSentence.factor($0.estimate)) (\(TrendSentence.factor($0.low)) to "
          + "\(TrendSentence.factor($0.high)))"
      } ?? "–")
    q = Markup(html: TrendSentence.q(finding.q))
    var remarks: [String] = []
    if line.isStyle || !line.isCalled { remarks.append(finding.verdict.rawValue) }
    remarks += line.calledBursts.map {
      "burst \(trends.label($0.periods.lowerBound)) to \(trends.label($0.periods.upperBound))"
    }
    remarks += line.calledChanges.map { "jump \(trends.label($0.period))" }
    remark = Markup(html: remarks.joined(separator: ", "))
  }
}
