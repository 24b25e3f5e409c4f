extension SimilarReport {
  /// How many shared terms a result names.
  private static let termsShown = 5
  /// Where titles begin.
  private static let indent = 11

  /// The answer for a terminal: for each paper its score and title, its facts, and the reason.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - color: Whether escape sequences for weight may be used.
  /// - Returns: Lines, each ended by a line feed.
  public func terminalText(width: Int, color: Bool) -> String {
    let width = max(40, width)
    let style = TerminalStyle(isColored: color)
    let heading = queryTitle.map { "Similar to \(Escaping.terminal($0))" } ?? "Similar to the text"
    var lines = [style.bold(DisplayWidth.truncated(heading, to: width))]
    for (index, result) in results.enumerated() {
      lines += [""] + block(result, rank: index + 1, width: width, style: style)
    }
    if results.isEmpty { lines.append("No other paper is like it.") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(
    _ result: Result, rank: Int, width: Int, style: TerminalStyle
  ) -> [String] {
    let room = width - Self.indent
    let margin = String(repeating: " ", count: Self.indent)
    let rankText = String(repeating: " ", count: rank < 10 ? 1 : 0) + String(rank)
    let title = DisplayWidth.truncated(Escaping.terminal(result.paper.title), to: room)
    let topic = result.topic.map { "topic \($0): \(result.topicLabel ?? "")" } ?? "no topic"
    let facts = [result.paper.id, result.paper.date, topic].compactMap { $0 }
      .map(Escaping.terminal).joined(separator: " · ")
    return [
      "\(rankText)  \(FixedPoint.string(result.score, places: 3))  \(style.bold(title))",
      margin + style.dim(DisplayWidth.truncated(facts, to: room)),
      margin + DisplayWidth.truncated(reason(result), to: room),
    ]
  }

  /// The two parts of the score, then the terms behind the first.
  private func reason(_ result: Result) -> String {
    let shown = result.terms.prefix(Self.termsShown).map {
      "\(Escaping.terminal($0.term)) \(FixedPoint.string($0.contribution, places: 3))"
    }
    let sign = result.latent < 0 ? "−" : "+"
    let more = result.terms.count - shown.count
    return "shared terms \(FixedPoint.string(result.score - result.latent, places: 3)) \(sign)"
      + " related words \(FixedPoint.string(abs(result.latent), places: 3))"
      + (shown.isEmpty ? "" : ": " + shown.joined(separator: ", "))
      + (more > 0 ? ", \(more) more" : "")
  }
}
