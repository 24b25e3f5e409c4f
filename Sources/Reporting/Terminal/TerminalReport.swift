/// A report as a short table for a terminal.
public enum TerminalReport {
  /// The heading, the account of the papers, the notes, the week if there is one, and a line a
  /// topic with a sparkline of its share.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - width: The columns of the terminal; no line is longer, down to 40 columns.
  ///   - color: Whether the terminal understands styles.
  /// - Returns: Lines that end with a line feed.
  public static func render(_ report: Report, width: Int, color: Bool) -> String {
    let width = max(40, width)
    let style = TerminalStyle(isColored: color)
    var lines = [style.bold(DisplayWidth.truncated(Escaping.terminal(report.title), to: width))]
    lines += Account(report).sentences.flatMap {
      wrapped(Escaping.terminal($0), to: width, indent: "")
    }
    for note in report.notes {
      lines += wrapped("Note: " + Escaping.terminal(note), to: width, indent: "  ")
        .map(style.warning)
    }
    if let week = report.week {
      lines += [""] + TerminalWeek(week: week, width: width, style: style).lines
    }
    lines += [""] + TerminalTopics(report: report, width: width, style: style).lines
    if let trends = report.trends {
      lines += [""] + TerminalChanges(trends: trends, width: width, style: style).lines
    }
    lines += choice(report.topicCountChoice, width: width).map(style.dim)
    if let sentence = report.stopWordSentence {
      lines += wrapped(Escaping.terminal(sentence), to: width, indent: "  ").map(style.dim)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why there are as many topics, with the grid that was tried.
  private static func choice(_ choice: Report.TopicCountChoice, width: Int) -> [String] {
    guard !choice.grid.isEmpty else { return [] }
    let grid = choice.grid.map {
      "\($0.count):\u{A0}\(FixedPoint.string($0.score, places: 3))"
    }
    return wrapped(Escaping.terminal(choice.reason), to: width, indent: "")
      + wrapped(
        "Height of the knee by number of topics: " + grid.joined(separator: ", ") + ".",
        to: width, indent: "  ")
  }

  /// Breaks a sentence between words.
  static func wrapped(_ sentence: String, to width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in sentence.split(separator: " ") {
      var word = String(word)
      if !line.isEmpty {
        let candidate = line + " " + word
        if DisplayWidth.columns(candidate) <= width {
          line = candidate
          continue
        }
        lines.append(line)
        word = indent + word
      }
      line = DisplayWidth.truncated(word, to: width)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
