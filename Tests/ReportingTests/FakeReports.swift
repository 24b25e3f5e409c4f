import LinearAlgebra
import TrendAnalysis

@testable import Reporting

/// Reports of invented papers, with the shapes that real ones have.
enum FakeReports {
  /// Names and terms of invented topics.
  static let topics: [(label: String, terms: [String])] = [
    (
      "low-rank adapters, fine-tuning, frozen weights",
      ["low-rank", "adapter", "fine-tuning", "frozen", "rank", "parameter-efficient"]
    ),
    (
      "preference pairs, reward model, policy drift",
      ["preference", "reward model", "policy", "annotator", "pairwise", "drift"]
    ),
    (
      "knowledge editing, locality, rewritten facts",
      ["editing", "fact", "locality", "rewrite", "edit success", "paraphrase"]
    ),
    (
      "circuit discovery, attention heads, causal traces",
      ["circuit", "attention head", "causal trace", "feature", "probe", "ablation"]
    ),
    (
      "dense retrieval, passage index, query rewriting",
      ["retrieval", "passage", "query", "index", "dense", "reranker"]
    ),
    (
      "tool-using agents, browser tasks, long horizons",
      ["agent", "tool", "browser", "task", "horizon", "planner"]
    ),
    (
      "protein folding, structure prediction, residue graphs",
      ["protein", "residue", "structure", "folding", "sequence", "contact map"]
    ),
    (
      "k-means, spectral gaps, streaming clusters",
      ["k-means", "cluster", "spectral", "stream", "centroid", "coreset"]
    ),
    (
      "Schrödinger bridges, score matching, transport maps",
      ["Schrödinger", "bridge", "score matching", "transport", "diffusion", "coupling"]
    ),
    (
      "speech codecs, token rates, prosody",
      ["speech", "codec", "prosody", "token rate", "speaker", "waveform"]
    ),
    (
      "federated averaging, client drift, private updates",
      ["federated", "client", "privacy", "update", "aggregation", "noise"]
    ),
    (
      "COVID-19 wards, triage scores, missing charts",
      ["COVID-19", "ward", "triage", "patient", "missing", "calibration"]
    ),
  ]

  static let titles = [
    "What a Rank of Four Still Remembers", "Ask Twice, Answer Once",
    "On the Quiet Failure of Averages in Crowded Feature Spaces",
    "A Ledger for Small Changes", "Counting What the Probe Cannot See",
    "Seventeen Ways to Miss a Boundary, and One to Find It", "Slow Streams, Fast Summaries",
    "When the Second Annotator Disagrees: Evidence from Forty Thousand Pairs",
    "Short Paths Through Long Documents", "The Index That Forgot Its Oldest Page",
  ]

  /// A report of so many topics and periods; topic shapes rise, fall, burst or stay level.
  static func make(
    topicCount: Int, periodCount: Int, granularity: CalendarPeriod.Granularity = .week,
    firstDay: CalendarDay = CalendarDay(year: 2025, month: 6, day: 2), papersPerPeriod: Double = 40,
    week: Bool = false, seed: UInt64 = 7
  ) -> Report {
    var generator = SplitMix64(seed: seed, purpose: "fake report", index: 0)
    func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    let first = CalendarPeriod(granularity, containing: firstDay)
    let periods = (0..<periodCount).map { first.advanced(by: $0) }
    var rows: [[Int]] = []
    for topic in 0..<topicCount {
      let base = papersPerPeriod / Double(topicCount) * (0.4 + 1.6 * uniform())
      rows.append(
        (0..<periodCount).map { period in
          let time = Double(period) / Double(max(1, periodCount - 1))
          var rate = base * (0.75 + 0.5 * uniform())
          switch topic % 5 {
          case 0: rate *= 0.2 + 1.9 * time
          case 1: rate *= 2 - 1.8 * time
          case 2 where (0.55...0.7).contains(time): rate *= 4
          default: break
          }
          if period == periodCount - 1, periodCount > 1 { rate *= 0.4 }
          return Int(rate + uniform())
        })
    }
    if periodCount > 10 {
      for topic in 0..<topicCount { rows[topic][periodCount / 3] = 0 }
    }
    rows.sort { $0.reduce(0, +) > $1.reduce(0, +) }
    let withTopic = max(1, rows.joined().reduce(0, +))
    let totals = (0..<periodCount).map { period in
      let sum = rows.reduce(0) { $0 + $1[period] }
      return sum + (sum > 20 ? 1 : 0)
    }

    func line(_ number: Int, period: CalendarPeriod?) -> Report.PaperLine {
      let id = "inv-\(1000 + number)"
      return Report.PaperLine(
        id: id, title: titles[number % titles.count],
        date: period.map { CalendarDay(number: $0.firstDay.number + number % 7).description },
        link: number % 4 == 3 ? nil : "https://papers.example/\(id)?v=1&lang=en")
    }

    let summaries = rows.enumerated().map { index, counts in
      let name = topics[index % topics.count]
      let size = counts.reduce(0, +)
      let round = index / topics.count
      return Report.TopicSummary(
        id: index + 1, label: round == 0 ? name.label : "\(name.label) (\(round + 1))",
        terms: name.terms.enumerated().map { .init(term: $1, weight: 0.4 / Double($0 + 1)) },
        size: size, share: Double(size) / Double(withTopic),
        exemplars: (0..<4).map { line(index * 13 + $0, period: periods.last) },
        separation: 0.62 - 0.55 * uniform(), isWeak: index % 11 == 10,
        seed: index == 1 ? "preference tuning" : nil)
    }
    let kept = totals.reduce(0, +) + 9
    return Report(
      title: "Invented papers, \(granularity.rawValue) by \(granularity.rawValue)",
      command:
        "papertrends report INPUT... --period \(granularity.rawValue) --topics auto --seed 1",
      version: "0.1.0", seed: 1,
      corpusDigest: "5f1d7a84db00d2fce00b31a7fc73224f4a6c4a4b0a4f2c6d8bb3c9d3f6f0a1e2",
      papers: .init(
        read: kept + 15, kept: kept, dropped: 4, duplicates: 11,
        dropReasons: [
          .init(reason: "no abstract", count: 3),
          .init(reason: "not readable as a record of its file", count: 1),
        ], undated: 5, tooCoarse: 3, future: 1, withoutTopic: kept - 9 - withTopic),
      notes: [
        "The seed “model merging” no longer answers to its cluster; topic 4 took its papers."
      ],
      topicCountChoice: .init(
        count: topicCount,
        reason: "\(topicCount) topics have the highest mean simplified silhouette of the grid; the "
          + "next best is 0.004 lower.",
        grid: [topicCount / 2, topicCount, topicCount * 2].map {
          .init(count: $0, score: 0.21 - 0.002 * Double(abs($0 - topicCount)))
        }),
      topics: summaries,
      periods: zip(periods, totals).enumerated().map { index, period in
        .init(
          label: period.0.label, start: period.0.firstDay.description, papers: period.1,
          running: periodCount > 1 && index == periodCount - 1)
      }, granularity: granularity.rawValue,
      asOf: periods.last.map { CalendarDay(number: $0.firstDay.number + 1).description },
      series: rows.enumerated().map { .init(topic: $0 + 1, counts: $1) },
      week: week ? weekSection(summaries, rows: rows, periods: periods, line: line) : nil,
      assignments: nil)
  }

  private static func weekSection(
    _ summaries: [Report.TopicSummary], rows: [[Int]], periods: [CalendarPeriod],
    line: (Int, CalendarPeriod?) -> Report.PaperLine
  ) -> Report.WeekSection {
    let index = max(1, periods.count - 2)
    let topics = zip(summaries, rows).map { topic, counts in
      Report.WeekSection.TopicOfWeek(
        topic: topic.id, label: topic.label, previousCount: counts[index - 1],
        papers: (0..<counts[index]).map { line(topic.id * 31 + $0, periods[index]) })
    }
    let without = Report.WeekSection.TopicOfWeek(
      topic: nil, label: "no topic", previousCount: 0, papers: [line(2, periods[index])])
    let all = topics.sorted { $0.papers.count > $1.papers.count } + [without]
    return Report.WeekSection(
      label: periods[index].label, start: periods[index].firstDay.description,
      end: periods[index].lastDay.description, previousLabel: periods[index - 1].label,
      papers: all.reduce(0) { $0 + $1.papers.count },
      previousPapers: all.reduce(0) { $0 + $1.previousCount }, topics: all)
  }

  /// The smallest report worth a golden file: three topics, two quarters, a week.
  static var small: Report {
    var report = make(
      topicCount: 3, periodCount: 2, granularity: .quarter, papersPerPeriod: 12, week: false)
    report.title = "Three topics & two quarters"
    report.assignments = [
      .init(id: "inv-1", title: "Ask Twice, Answer Once", topic: 2),
      .init(id: "inv-2", title: "∅", topic: nil),
    ]
    return report
  }

  /// No paper has a date.
  static var undated: Report {
    var report = make(topicCount: 4, periodCount: 3)
    report.periods = []
    report.series = report.topics.map { .init(topic: $0.id, counts: []) }
    report.asOf = nil
    report.papers.undated = report.papers.kept
    return report
  }

  /// No paper has a topic.
  static var empty: Report {
    var report = make(topicCount: 1, periodCount: 2)
    report.topics = []
    report.series = []
    report.periods = []
    report.topicCountChoice = .init(count: 0, reason: "There are no papers to group.", grid: [])
    report.notes = []
    return report
  }

  /// Text that attacks whatever place it is written to.
  static let hostile = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(2)", "\"\u{301} onfocus=alert(3) x=\"",
    "</title></svg><img src=x onerror=alert(4)>", "\u{1B}[31mred\u{1B}[0m\u{1B}]0;owned\u{07}!",
    "\u{202E}desrever\u{2066} and \u{200F}مرحبا", "=HYPERLINK(\"http://evil.example\",\"x\")",
    "{{version}}{{{style}}}{{> footer}}", "| a | b |\n# heading\n- item\n```\n[x](javascript:x)",
    "1. A list? `code` *and* _more_ $\\alpha$ & <b>", "\u{0}\u{8}\u{9B}2J\u{7F}\u{FFFE}clear",
    String(repeating: "Endless ", count: 50), "深層学習による論文分類の研究とその応用について述べる長い題名",
    "Zalgo Z\u{351}\u{36B}\u{343}a\u{327}\u{347}lgo 👩‍👩‍👧‍👦 end", "'; DROP TABLE papers; --", "",
  ]

  /// A report whose every text is hostile.
  static var attacked: Report {
    var report = make(
      topicCount: hostile.count, periodCount: 12, papersPerPeriod: 80, week: true)
    report.title = hostile.joined(separator: " ")
    report.command = hostile[0] + hostile[1]
    report.notes = hostile
    report.topicCountChoice.reason = hostile.joined()
    report.papers.dropReasons = hostile.map { .init(reason: $0, count: 1) }
    let links = [
      "javascript:alert(1)", "https://ok.example/\"><script>", "data:text/html,x",
      "https://papers.example/a(b)?x='y'&z", "HTTP://papers.example/", " https://space.example",
    ]
    func attack(_ line: inout Report.PaperLine, _ number: Int) {
      line.title = hostile[number % hostile.count]
      line.link = links[number % links.count]
      line.date = number % 5 == 0 ? hostile[number % hostile.count] : line.date
    }
    for index in report.topics.indices {
      report.topics[index].label = hostile[index]
      report.topics[index].terms = hostile.map { .init(term: $0, weight: 1) }
      report.topics[index].seed = hostile[(index + 3) % hostile.count]
      for number in report.topics[index].exemplars.indices {
        attack(&report.topics[index].exemplars[number], index + number)
      }
    }
    if var week = report.week {
      for index in week.topics.indices {
        week.topics[index].label = hostile[index % hostile.count]
        for number in week.topics[index].papers.indices {
          attack(&week.topics[index].papers[number], index + number)
        }
      }
      report.week = week
    }
    return report
  }

  /// A year of weeks with tested trends.
  static var withTrends: Report {
    var report = make(topicCount: 3, periodCount: 54)
    report.trends = try? FakeTrends.report()
    return report
  }

  /// Every report that the tests draw, by name.
  static let all: [(name: String, report: Report)] = [
    ("year", make(topicCount: 12, periodCount: 26, week: true)),
    (
      "large",
      make(
        topicCount: 100, periodCount: 54, firstDay: CalendarDay(year: 2024, month: 12, day: 30),
        papersPerPeriod: 1150, week: true)
    ),
    ("quarters", make(topicCount: 3, periodCount: 2, granularity: .quarter)),
    ("months", make(topicCount: 9, periodCount: 14, granularity: .month)),
    ("single", make(topicCount: 2, periodCount: 1, granularity: .year)), ("undated", undated),
    ("empty", empty), ("attacked", attacked), ("trends", withTrends),
  ]
}
