public import Foundation
internal import TrendAnalysis

extension TrendReport {
  /// The lines as one JSON document, with the keys that scripts may rely on.
  ///
  /// - Parameters:
  ///   - lines: Those to show; the sizes of the families are of all.
  ///   - run: How it was made.
  /// - Returns: JSON with sorted keys that ends with a line feed.
  /// - Throws: What the encoder throws.
  public func json(_ lines: [Line], run: ReportRun?) throws -> Data {
    try JSONDocument.data(TrendDocument(trends: self, lines: lines, run: run))
  }

  /// The lines as a table for spreadsheets: comma-separated, UTF-8, one line a series.
  ///
  /// - Parameter lines: Those to show.
  /// - Returns: A header line and a line each, all with a line feed.
  public func csv(_ lines: [Line]) -> String {
    var table =
      "kind,id,label,style,support,share_then,share_now,ratio_per_year,low,high,p,q,verdict,"
      + "bursts,jumps,first_seen,passed_share\n"
    for line in lines {
      let finding = line.finding
      let number = { (value: Double?, places: Int) in
        value.map { FixedPoint.string($0, places: places) } ?? ""
      }
      let (kind, id) =
        switch line.subject {
        case .topic(let number): ("topic", String(number))
        case .term(let term): ("term", Escaping.csv(term))
        }
      let cells = [
        kind, id, Escaping.csv(line.label), String(line.isStyle), String(finding.support),
        number(finding.shareThen, 6), number(finding.shareNow, 6),
        number(finding.ratePerYear?.estimate, 4), number(finding.ratePerYear?.low, 4),
        number(finding.ratePerYear?.high, 4), number(finding.p, 8), number(finding.q, 8),
        finding.verdict.rawValue,
        line.calledBursts.map {
          "\(label($0.periods.lowerBound)) to \(label($0.periods.upperBound))"
        }.joined(separator: "; "),
        line.calledChanges.map { label($0.period) }.joined(separator: "; "),
        finding.firstSeen.map(label) ?? "", finding.passedShare.map(label) ?? "",
      ]
      table +=
        cells.map { $0.contains("; ") && !$0.hasPrefix("\"") ? "\"\($0)\"" : $0 }
        .joined(separator: ",") + "\n"
    }
    return table
  }

  /// The lines as a table for a terminal, with the rule that made the verdicts.
  ///
  /// - Parameters:
  ///   - lines: Those to show, in order.
  ///   - limit: How many at most.
  ///   - width: The columns of the terminal, at least 60.
  ///   - color: Whether the terminal understands styles.
  /// - Returns: Lines that end with a line feed.
  public func terminalText(_ lines: [Line], limit: Int, width: Int, color: Bool) -> String {
    TerminalTrends(
      trends: self, lines: lines, limit: limit, width: max(60, width),
      style: TerminalStyle(isColored: color)
    ).text
  }

  /// Lines as a reader wants them: rising, falling, bursts and jumps, steady, unclear, too little;
  /// style last among terms; within each by how much the share moves.
  public func ordered(_ lines: [Line]) -> [Line] {
    lines.sorted { left, right in
      let (one, other) = (Self.rank(left), Self.rank(right))
      if one != other { return one < other }
      if left.movement != right.movement { return left.movement > right.movement }
      return left.finding.series < right.finding.series
    }
  }

  private static func rank(_ line: Line) -> Int {
    let place =
      switch line.finding.verdict {
      case .rising: 0
      case .falling: 1
      case .steady: 3
      case .unclear: line.isCalled ? 2 : 4
      case .tooLittleData: 5
      }
    return line.isStyle ? place + 10 : place
  }
}
