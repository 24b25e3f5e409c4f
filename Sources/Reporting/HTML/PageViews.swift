/// What the page's template draws: markup and numbers, never text.
struct PageView {
  let title: Markup, kicker: Markup, lead: Markup, records: Markup
  let version: Markup, style: Markup, command: Markup, corpusDigest: Markup, seedNumber: Markup
  let account: [Figure]
  let notes: Notes?
  let contents: [Content]
  let week: WeekView?
  let trendsIntroduction: Markup
  let charts: [ChartView]
  let index: IndexView?
  let choice: Markup
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

  init(_ line: Report.PaperLine) {
    title = Markup(html: line.title.isEmpty ? line.id : line.title)
    link = Escaping.link(line.link).map(Markup.init(html:))
    date = line.date.map(Markup.init(html:))
  }
}
