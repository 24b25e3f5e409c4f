/// Answers of the arXiv API: Atom feeds, also several one after the other.
///
/// An error comes as an entry with the fault as its summary, an empty answer as a feed without
/// entries; both are said as such and are no records.
enum ArXivAtom: XMLFormat {
  static let description = FormatDescription(
    format: .arXivAtom, name: "arXiv Atom feed",
    origin: "export.arxiv.org/api/query and other Atom feeds of papers",
    fields: [
      "id", "title", "summary", "author/name", "published", "updated", "category", "link",
      "arxiv:doi",
    ],
    dates: "`published` (version 1), with `--date updated` the latest version's `updated`")

  static let recordNames = ["entry", "totalResults"]

  static func matches(_ root: XMLRoot) -> Bool {
    ["feed", "entry"].contains(root.name)
      && (root.contains("http://www.w3.org/2005/Atom") || root.contains("arxiv.org"))
  }

  static func add(
    _ entry: XMLTree, in context: XMLTree?, line: Int, to records: inout RecordCollector
  ) {
    guard entry.name == "entry" else {
      if TextCleaning.line(entry.text()) == "0" {
        records.note(line: line, "an empty answer of arXiv: no paper matched the query")
      }
      return
    }
    let id = entry.first("id")?.text()
    if let id, id.contains("arxiv.org/api/errors") {
      let fault = TextCleaning.line(entry.first("summary")?.text() ?? "")
      records.note(line: line, "an error that arXiv answered: \(fault)")
      return
    }
    var record = RawRecord()
    record.id = id
    record.title = entry.first("title")?.text()
    record.abstract = (entry.first("summary") ?? entry.first("content"))?.text()
    record.authors = entry.all("author").compactMap { $0.first("name")?.text() }
    record.dateTexts = [entry.first("published"), entry.first("updated")].compactMap { $0?.text() }
    record.updatedTexts = [entry.first("updated")].compactMap { $0?.text() }
    record.categories = entry.all("category").compactMap { $0.attributes["term"] }
    record.doi = entry.first("doi")?.text()
    record.link =
      entry.all("link").first { $0.attributes["rel"] ?? "alternate" == "alternate" }?
      .attributes["href"]
    records.add(record, line: line)
  }
}
