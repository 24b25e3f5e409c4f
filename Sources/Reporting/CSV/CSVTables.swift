/// A report as two tables for spreadsheets and notebooks: comma-separated, UTF-8, a header line,
/// a line feed after each line.
public enum CSVTables {
  /// One line a topic.
  ///
  /// Terms and exemplars are separated by semicolons within their cell.
  public static func topics(_ report: Report) -> String {
    var table = "id,label,size,share,separation,weak,seed,terms,exemplars\n"
    for topic in report.topics {
      let cells = [
        String(topic.id), Escaping.csv(topic.label), String(topic.size),
        FixedPoint.string(topic.share, places: 6),
        FixedPoint.string(topic.separation, places: 4), String(topic.isWeak),
        Escaping.csv(topic.seed ?? ""),
        Escaping.csv(topic.terms.map(\.term).joined(separator: "; ")),
        Escaping.csv(topic.exemplars.map(\.id).joined(separator: "; ")),
      ]
      table += cells.joined(separator: ",") + "\n"
    }
    return table
  }

  /// One line a topic and period, topic by topic.
  ///
  /// `share` is `papers` over `period_papers`, empty where the period has none.
  public static func series(_ report: Report) -> String {
    var table = "topic,label,period,start,papers,period_papers,share,running\n"
    let labels = Dictionary(
      report.topics.map { ($0.id, Escaping.csv($0.label)) }, uniquingKeysWith: { first, _ in first }
    )
    for series in report.series {
      let topic = "\(series.topic),\(labels[series.topic] ?? "")"
      for (period, count) in zip(report.periods, series.counts) {
        let share =
          period.papers == 0
          ? "" : FixedPoint.string(Double(count) / Double(period.papers), places: 6)
        table +=
          "\(topic),\(period.label),\(period.start),\(count),\(period.papers),\(share),"
          + "\(period.running)\n"
      }
    }
    return table
  }
}
