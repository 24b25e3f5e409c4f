import Corpora
import Reporting
import TextFeatures
import TopicModeling

/// The tables of an export: tab-separated, one header line, no quotes.
enum ExportTables {
  /// Papers in canonical order; `topic` is empty for a paper without one.
  static func papers(_ fitted: FittedCorpus) -> String {
    let header = ["row", "id", "topic", "date", "categories", "title"]
    return table(
      header,
      fitted.corpus.papers.indices.lazy.map { row in
        let paper = fitted.corpus.papers[row]
        return [
          String(row), paper.id, fitted.model.topic(ofPaper: row).map { String($0.id) } ?? "",
          paper.date?.description ?? "", paper.categories.joined(separator: ";"), paper.title,
        ]
      })
  }

  /// Topics in order; `topic` less 1 is the value in `labels.npy` and the row of `centroids.npy`.
  static func topics(_ fitted: FittedCorpus) -> String {
    table(
      ["topic", "size", "share", "label", "terms"],
      fitted.model.topics.lazy.map { topic in
        [
          String(topic.id), String(topic.size), FixedPoint.string(topic.share, places: 6),
          topic.label, topic.terms.map(\.term).joined(separator: "; "),
        ]
      })
  }

  /// Terms in the order of the columns, one a line.
  static func vocabulary(_ fitted: FittedCorpus) -> String {
    fitted.features.vocabulary.terms.map { $0 + "\n" }.joined()
  }

  private static func table(_ header: [String], _ rows: some Sequence<[String]>) -> String {
    var text = header.joined(separator: "\t") + "\n"
    for row in rows {
      text += row.map(field).joined(separator: "\t")
      text += "\n"
    }
    return text
  }

  /// A text without the characters that would end its field.
  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(
      decoding: text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
