internal import Corpora

extension Inspection {
  /// The inspection for a terminal.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal.
  ///   - color: Whether it shows styles.
  ///   - limit: The most records of each list that are named.
  /// - Returns: The text, with a line feed at the end.
  public func terminal(width: Int, color: Bool, limit: Int = 20) -> String {
    let style = TerminalStyle(isColored: color)
    var lines = sources.flatMap { Self.lines($0, width: width, style) }
    lines += ["", Self.wrapped(account, width: width)]
    lines += [datesLine, languagesLine, filledLine].compactMap(\.self)
      .map { Self.wrapped($0, width: width) }
    let dropped = problems.filter(\.dropped)
    lines += Self.list(
      "Dropped", dropped.map(\.description), of: self.dropped, limit: limit, style)
    lines += Self.list(
      "Kept in spite of a fault", problems.filter { !$0.dropped }.map(\.description),
      of: problemCount - self.dropped, limit: limit, style)
    lines += Self.list(
      "Merged",
      merged.map { "\($0.file):\($0.line): into \($0.paper), \($0.evidence.explanation)" },
      of: merged.count, limit: limit, style)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ source: CorpusSource, width: Int, _ style: TerminalStyle) -> [String]
  {
    var parts = [source.format?.explanation ?? "no format"]
    if source.compression != .none { parts.append(source.compression.rawValue) }
    parts.append(FixedPoint.count(source.byteCount, "byte"))
    parts.append(FixedPoint.count(source.recordCount, "record"))
    var lines = [
      style.bold(Escaping.terminal(source.path)) + ": " + parts.joined(separator: ", ")
    ]
    let read = source.fields.compactMap { field in
      field.readAs.map { $0 == field.name ? field.name : "\(field.name) as \($0)" }
    }
    let unread = source.fields.filter { $0.readAs == nil }.map(\.name)
    for (title, names) in [("read", read), ("not read", unread)] where !names.isEmpty {
      lines.append(wrapped("  \(title): " + names.joined(separator: ", "), width: width))
    }
    return lines
  }

  private var account: String {
    var text = "\(FixedPoint.count(read, "record")) read: \(FixedPoint.grouped(kept)) kept, "
    text += "\(FixedPoint.grouped(duplicates)) merged, \(FixedPoint.grouped(dropped)) dropped"
    if !dropReasons.isEmpty {
      let reasons = dropReasons.map {
        "\(FixedPoint.grouped($0.count)) \($0.value.explanation)"
      }
      text += " (" + reasons.joined(separator: "; ") + ")"
    }
    return text + "."
  }

  private var datesLine: String? {
    guard let first = dates.first, let last = dates.last else {
      return kept > 0 ? "Dates: none that could be." : nil
    }
    let known = dates.byPrecision.filter { $0.count > 0 }.map {
      "\(FixedPoint.grouped($0.count)) to the \($0.value.rawValue)"
    }
    var text = "Dates: \(first) to \(last), " + known.joined(separator: ", ")
    if dates.undated > 0 { text += ", \(FixedPoint.grouped(dates.undated)) without" }
    if dates.future > 0 { text += ", \(FixedPoint.grouped(dates.future)) after today" }
    return text + "."
  }

  private var languagesLine: String? {
    guard !languages.isEmpty else { return nil }
    let parts = languages.map {
      "\(FixedPoint.grouped($0.count)) \($0.value?.name ?? "not told")"
    }
    return "Languages: " + parts.joined(separator: ", ") + "."
  }

  private var filledLine: String? {
    guard kept > 0 else { return nil }
    let parts = filled.map { "\(FixedPoint.grouped($0.count)) \($0.value)" }
    return "Kept papers have: " + parts.joined(separator: ", ") + "."
  }

  private static func list(
    _ title: String, _ entries: [String], of count: Int, limit: Int, _ style: TerminalStyle
  ) -> [String] {
    guard count > 0 else { return [] }
    let shown = entries.prefix(limit).map { "  " + Escaping.terminal($0) }
    let rest = count - shown.count
    let more = rest > 0 ? ["  ... and \(FixedPoint.grouped(rest)) more"] : []
    return ["", style.bold(title)] + shown + more
  }

  /// Text in lines of at most `width` columns, further lines set in by four.
  private static func wrapped(_ text: String, width: Int) -> String {
    let indentation = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(indentation)
    for word in Escaping.terminal(text).split(separator: " ") {
      let isFirst = line.allSatisfy { $0 == " " }
      if !isFirst, DisplayWidth.columns(line) + 1 + DisplayWidth.columns(String(word)) > width {
        lines.append(line)
        line = indentation + "    " + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
