internal import TrendAnalysis

/// What changed, in a few lines of a terminal: the names under each thing that is said.
struct TerminalChanges {
  let trends: TrendReport
  let width: Int
  let style: TerminalStyle

  /// How many names of a kind are shown.
  private static let nameLimit = 5

  var lines: [String] {
    let sections = TrendSections(trends, termLimit: Self.nameLimit).sections
      .filter { $0.kind != .unsaid }
    guard !sections.isEmpty else {
      return [
        trends.familySize.topics + trends.familySize.terms == 0
          ? "Too few papers or periods to test any trend."
          : "Nothing that was tested rose, fell or burst beyond chance."
      ]
    }
    var lines: [String] = []
    for section in sections {
      for (kind, all) in [("topics", section.topics), ("terms", section.terms)] where !all.isEmpty {
        let names = all.prefix(Self.nameLimit).map { Escaping.terminal($0.label) + course($0) }
        let rest = all.count - names.count + (kind == "terms" ? section.hiddenTerms : 0)
        let text =
          "\(section.kind.heading), \(kind): \(names.joined(separator: "; "))"
          + (rest > 0 ? "; \(FixedPoint.grouped(rest)) more" : "") + "."
        lines += TerminalReport.wrapped(text, to: width, indent: "  ")
      }
    }
    let tests =
      "Tested together: \(FixedPoint.count(trends.familySize.topics, "topic")) and "
      + "\(FixedPoint.count(trends.familySize.terms, "term")); 'papertrends trends' has the numbers."
    return lines + TerminalReport.wrapped(tests, to: width, indent: "").map(style.dim)
  }

  private func course(_ line: TrendReport.Line) -> String {
    " \(TrendSentence.share(line.finding.shareThen)) to "
      + TrendSentence.share(line.finding.shareNow)
  }
}
