/// The sentences of the page that depend on the report.
enum PageText {
  /// The line above the heading.
  static func kicker(_ report: Report) -> String {
    var parts = ["Topic report"]
    if let first = report.periods.first, let last = report.periods.last {
      parts.append(first.label == last.label ? first.label : "\(first.label) to \(last.label)")
    }
    if let asOf = report.asOf { parts.append("as of \(DateText.day(asOf))") }
    return parts.joined(separator: " · ")
  }

  /// What the report found, in two sentences.
  static func lead(_ report: Report) -> String {
    let papers = FixedPoint.count(report.papers.kept, "paper")
    let bySize = report.topics.sorted { ($1.size, $0.id) < ($0.size, $1.id) }
    guard let largest = bySize.first else { return "\(papers), and no topics among them." }
    guard bySize.count > 1 else {
      return "\(papers) in one topic: \(largest.label)."
    }
    let names = bySize.prefix(3).map { "“\($0.label)” (\(FixedPoint.percent($0.share))\u{A0}%)" }
    return "\(papers) in \(FixedPoint.count(bySize.count, "topic")). The largest: "
      + "\(names.joined(separator: "; "))."
  }

  /// The heading of the week.
  static func weekHeading(_ week: Report.WeekSection) -> String {
    "Week \(week.label), \(DateText.days(from: week.start, to: week.end))"
  }

  /// A topic of the week with its number, if it has one.
  static func name(_ topic: Report.WeekSection.TopicOfWeek) -> String {
    topic.topic.map { "\($0) \(topic.label)" } ?? topic.label
  }

  /// How the week compares with the one before, and where its papers are.
  static func weekLead(_ week: Report.WeekSection) -> String {
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
      let names = leaders.map { "“\($0.label)” (\(FixedPoint.grouped($0.papers.count)))" }
      sentences.append("Most are in \(Account.joined(names)).")
    }
    return sentences.joined(separator: " ")
  }

  /// What the charts show and what they leave out.
  static func trends(_ report: Report) -> String {
    guard !report.periods.isEmpty else {
      return "No paper has a date that could be used, so there is nothing to draw over time."
    }
    var text =
      "Each column is a calendar \(report.granularity); one without papers keeps its place. The "
      + "second chart divides by all papers of the \(report.granularity), so a topic that keeps "
      + "its part of a growing field stays level."
    if report.topics.count > 9 {
      text +=
        " The eight largest topics have their own colour; every topic has its own chart below."
    }
    return text
  }

  /// How to read the index of topics.
  static func indexExplanation(_ report: Report, hasLines: Bool) -> String {
    let lines =
      hasLines
      ? "The line shows the share of each \(report.granularity)’s papers, every line to its own "
        + "highest point. " : ""
    return "The share is of the papers that have a topic. " + lines
      + "Separation is the mean simplified silhouette, from −1 to 1: how much nearer a topic’s "
      + "papers lie to its own centre than to the next one."
  }

  /// What stripes mean.
  static func runningLegend(_ report: Report) -> String {
    let running = report.periods.map(\.running)
    guard let firstWhole = running.firstIndex(of: false) else {
      return "not over yet or cut off at the start: the numbers are not final"
    }
    var parts: [String] = []
    let cut = report.periods[..<firstWhole].map(\.label)
    if !cut.isEmpty { parts.append("\(range(cut)): begins before the earliest paper") }
    let open = report.periods[firstWhole...].filter(\.running).map(\.label)
    if !open.isEmpty { parts.append("\(range(open)): not over yet, so the numbers are not final") }
    return parts.joined(separator: "; ")
  }

  private static func range(_ labels: [String]) -> String {
    labels.count <= 2
      ? Account.joined(labels) : "\(labels[0]) to \(labels[labels.count - 1])"
  }

  /// A period's label, marked where it is not over.
  static func periodLabel(_ period: Report.PeriodSummary) -> String {
    Escaping.html(period.label) + (period.running ? "*" : "")
  }

  /// The papers and shares of each period as rows of a table.
  static func numberRows(
    _ periods: [Report.PeriodSummary], counts: [Int], shares: [Double?]
  ) -> String {
    var rows = ""
    for (index, period) in periods.enumerated() {
      let share = shares[index].map { FixedPoint.percent($0, places: 2) } ?? "–"
      // HTML lets a cell end where the next begins, which halves the size of these tables.
      rows += "<tr><th>\(periodLabel(period))"
      rows += "<td>\(FixedPoint.grouped(counts[index]))<td>\(share)\n"
    }
    return rows
  }

  /// A separation with its sign.
  static func separation(_ value: Double) -> String {
    let text = FixedPoint.string(value, places: 2)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// The word with a capital letter.
  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
