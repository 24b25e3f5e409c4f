public import Corpora
public import Foundation

/// The formats that are read, as a table in several forms.
public struct FormatTable: Sendable {
  private let rows: [FormatDescription]

  /// A table of formats.
  public init(_ rows: [FormatDescription] = FormatDescription.all) { self.rows = rows }

  /// A table for Markdown documents: one row a format.
  public var markdown: String {
    let header = ["Format", "Where people get it", "Fields used", "How dates are read"]
    let cells = rows.map { row in
      [
        row.name, row.origin, row.fields.map { "`\($0)`" }.joined(separator: ", "), row.dates,
      ]
    }
    let lines = [header, header.map { _ in "---" }] + cells
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// The formats for a terminal, one after the other.
  ///
  /// - Parameter color: Whether it shows styles.
  /// - Returns: The text, with a line feed at the end.
  public func terminal(color: Bool) -> String {
    let style = TerminalStyle(isColored: color)
    return rows.map { row in
      """
      \(style.bold(row.name)) (\(row.format.rawValue))
        from    \(row.origin)
        fields  \(row.fields.joined(separator: ", "))
        dates   \(row.dates.replacing("`", with: ""))

      """
    }.joined(separator: "\n")
  }

  /// The formats as one JSON document: keys sorted, with a line feed at the end.
  ///
  /// - Returns: The document in UTF-8.
  /// - Throws: What the encoder throws.
  public func json() throws -> Data {
    try JSONDocument.data(
      Document(
        formats: rows.map {
          Document.Row(
            format: $0.format.rawValue, name: $0.name, origin: $0.origin, fields: $0.fields,
            dates: $0.dates)
        }))
  }

  private struct Document: Encodable {
    struct Row: Encodable {
      let format: String, name: String, origin: String
      let fields: [String]
      let dates: String
    }

    let formats: [Row]
  }
}
