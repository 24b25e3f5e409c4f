/// What the page's template draws: markup and numbers, never text.
struct PageView {
  let title: Markup, kicker: Markup, lead: Markup
  let version: Markup, style: Markup, stripes: Markup, command: Markup, corpusDigest: Markup,
    seedNumber: Markup
  let records: [Markup]
  let account: [Figure]
  let notes: Notes?
  let contents: [Content]
  let week: WeekView?
  let changes: ChangesView?
  let trendsIntroduction: Markup
  let charts: [ChartView]
  let index: IndexView?
  let choice: Markup
  let stopWords: Markup?
  let grid: GridView?

  struct Figure {
    let name: Markup, count: Markup
  }

  struct Notes {
    let items: [Markup]
  }

  struct Content {
    let anchor: Markup, name: Markup
  }

  struct GridView {
    let candidates: [Candidate]

    struct Candidate {
      let count: Markup, score: Markup
      let chosen: Bool
    }
  }
}

/// A paper as an item of a list.
struct PaperView {
  let title: Markup
  let link: Markup?
  let date: Markup?

  /// A paper of any year, or one of a week that names the year itself.
  init(_ line: Report.PaperLine, inWeek: Bool = false) {
    title = Markup(html: line.title.isEmpty ? line.id : line.title)
    link = Escaping.link(line.link).map(Markup.init(html:))
    date = line.date.map {
      Markup(html: inWeek ? DateText.dayAndMonth($0) : DateText.short($0))
    }
  }
}
