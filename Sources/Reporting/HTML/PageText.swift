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
    let names = bySize.prefix(3).map { "\($0.label) (\(FixedPoint.percent($0.share)) %)" }
    return "\(papers) in \(FixedPoint.count(bySize.count, "topic")). The largest: "
      + "\(names.joined(separator: "; "))."
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

  /// What stripes mean.
  static func runningLegend(_ report: Report) -> String {
    let labels = report.periods.filter(\.running).map(\.label)
    let which = labels.count <= 3 ? " (\(Account.joined(labels)))" : ""
    return "not over yet, or cut off at the start\(which): the numbers are not final"
  }

  /// A period's label, marked where it is not over.
  static func periodLabel(_ period: Report.PeriodSummary) -> String {
    Escaping.html(period.label) + (period.running ? "*" : "")
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
