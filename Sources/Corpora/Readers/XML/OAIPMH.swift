/// Answers of arXiv's OAI-PMH interface, in the formats `arXiv`, `arXivRaw` and `oai_dc`.
///
/// A deleted record is dropped as such; an error is said as such and is no record.
enum OAIPMH: XMLFormat {
  static let description = FormatDescription(
    format: .oaiPMH, name: "OAI-PMH answer (arXiv, arXivRaw, oai_dc)",
    origin: "oaipmh.arxiv.org/oai, and harvesters of it",
    fields: [
      "id", "title", "abstract", "authors", "created", "updated", "version/date", "categories",
      "doi", "dc:*",
    ],
    dates: "`created` or the first `version/date` (not the datestamp); with `--date updated` "
      + "`updated` or the last one")

  static let recordNames = ["record", "error"]

  static func matches(_ root: XMLRoot) -> Bool {
    root.name == "OAI-PMH"
      || ["ListRecords", "GetRecord", "record", "records"].contains(root.name)
        && ["<arXiv", "/OAI/arXiv", "oai_dc"].contains(where: root.contains)
  }

  static func add(
    _ element: XMLTree, in context: XMLTree?, line: Int, to records: inout RecordCollector
  ) {
    guard element.name == "record" else {
      let code = element.attributes["code"].map { "\($0): " } ?? ""
      records.note(
        line: line,
        "an error that the archive answered: \(code)\(TextCleaning.line(element.text()))")
      return
    }
    let header = element.first("header")
    let identifier = header?.first("identifier")?.text()
    if header?.attributes["status"] == "deleted" {
      let name = identifier.map { " \(TextCleaning.line($0))" } ?? ""
      records.drop(line: line, "record\(name) was deleted in its archive", as: .deleted)
      return
    }
    let metadata = element.first("metadata")?.elements.first
    var record: RawRecord
    switch metadata?.name {
    case "arXivRaw": record = raw(metadata ?? element)
    case "dc": record = dublinCore(metadata ?? element)
    default: record = arXiv(metadata ?? element)
    }
    record.id = record.id ?? identifier.map(withoutPrefix)
    records.add(record, line: line)
  }

  private static func arXiv(_ metadata: XMLTree) -> RawRecord {
    var record = common(metadata)
    record.authors =
      metadata.first("authors")?.all("author").map { author in
        ["forenames", "keyname", "suffix"].compactMap { author.first($0)?.text() }
          .joined(separator: " ")
      } ?? []
    record.dateTexts = [metadata.first("created")].compactMap { $0?.text() }
    record.updatedTexts = [metadata.first("updated")].compactMap { $0?.text() }
    return record
  }

  private static func raw(_ metadata: XMLTree) -> RawRecord {
    var record = common(metadata)
    record.authors = NameLists.authors(
      withoutParentheses(metadata.first("authors")?.text() ?? ""))
    let dates = metadata.all("version").compactMap { $0.first("date")?.text() }
    record.dateTexts = Array(dates.prefix(1))
    record.updatedTexts = dates.count > 1 ? Array(dates.suffix(1)) : []
    return record
  }

  private static func common(_ metadata: XMLTree) -> RawRecord {
    var record = RawRecord()
    record.id = metadata.first("id")?.text()
    record.title = metadata.first("title")?.text()
    record.abstract = metadata.first("abstract")?.text()
    record.categories = NameLists.categories(metadata.first("categories")?.text() ?? "")
    // Several DOIs stand in one field, separated by spaces: the first is the paper's.
    record.doi = metadata.first("doi").flatMap {
      $0.text().split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
    return record
  }

  private static func dublinCore(_ metadata: XMLTree) -> RawRecord {
    var record = RawRecord()
    record.title = metadata.first("title")?.text()
    record.abstract = metadata.first("description")?.text()
    record.authors = metadata.all("creator").map { $0.text() }
    record.categories = metadata.all("subject").map { $0.text() }
    record.language = metadata.first("language")?.text()
    let dates = metadata.all("date").map { $0.text() }
    record.dateTexts = Array(dates.prefix(1))
    record.updatedTexts = dates.count > 1 ? Array(dates.suffix(1)) : []
    let identifiers = metadata.all("identifier").map { TextCleaning.line($0.text()) }
    record.arXivID = identifiers.first { ArXivIdentifier($0) != nil }
    record.doi = identifiers.first { DOI($0) != nil }
    record.link = identifiers.first { $0.hasPrefix("http") }
    return record
  }

  /// `oai:arXiv.org:1302.2146` as `1302.2146`.
  private static func withoutPrefix(_ identifier: String) -> String {
    let line = TextCleaning.line(identifier)
    let parts = line.split(separator: ":", maxSplits: 2)
    return parts.count == 3 && parts[0] == "oai" ? String(parts[2]) : line
  }

  /// Authors without the affiliations that stand in parentheses behind them.
  private static func withoutParentheses(_ text: String) -> String {
    var depth = 0
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      default: if depth == 0 { result.append(byte) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
