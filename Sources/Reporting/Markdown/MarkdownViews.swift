/// What the Markdown template draws: markup only.
struct MarkdownView {
  let title: Markup, kicker: Markup, lead: Markup
  let records: [Markup]
  let notes: [Markup]
  let week: Week?
  let changes: Changes?
  let hasTopics: Bool
  let topics: [Topic]
  let series: Series?
  let choice: Markup
  let stopWords: Markup?
  let grid: Grid?
  let version: Markup, seedNumber: Markup, corpusDigest: Markup, command: Markup

  struct Week {
    let heading: Markup, lead: Markup, label: Markup, previousLabel: Markup
    let topics: [TopicOfWeek]
  }

  struct Changes {
    let introduction: Markup, rule: Markup, styleRule: Markup
    let parts: [Part]

    struct Part {
      let heading: Markup
      let lines: [Line]
      let rest: Markup?
    }

    struct Line {
      let name: Markup, sentence: Markup
      let reasons: Markup?
    }
  }

  struct TopicOfWeek {
    let name: Markup, count: Markup, previous: Markup, change: Markup
    let hasPapers: Bool
    let papers: [Paper]
  }

  struct Topic {
    let id: Markup, label: Markup, marks: Markup, size: Markup, share: Markup
    let separation: Markup, terms: Markup
    let papers: [Paper]
  }

  struct Series {
    let heading: Markup, granularity: Markup, explanation: Markup
    let columns: [Markup]
    let rows: [Row]

    struct Row {
      let label: Markup, papers: Markup
      let cells: [Markup]
    }
  }

  struct Grid {
    let candidates: [Candidate]

    struct Candidate {
      let count: Markup, score: Markup
    }
  }

  struct Paper {
    let line: Markup

    init(_ paper: Report.PaperLine) {
      let title = Escaping.markdown(paper.title.isEmpty ? paper.id : paper.title)
      let linked = Escaping.link(paper.link).map { "[\(title)](\(Escaping.markdownTarget($0)))" }
      let date = paper.date.map { ", \(Escaping.markdown(DateText.short($0)))" } ?? ""
      line = Markup(verbatim: (linked ?? title) + date)
    }
  }
}
