/// The ACL Anthology's own XML: volumes of papers, with the volume's month and year in its `meta`.
enum ACLAnthology: XMLFormat {
  static let description = FormatDescription(
    format: .aclAnthology, name: "ACL Anthology XML",
    origin: "github.com/acl-org/acl-anthology, folder data/xml",
    fields: ["url", "bibkey", "title", "abstract", "author", "doi", "language", "meta"],
    dates: "the volume's `month` and `year`")

  static let recordNames = ["paper", "meta"]
  static let contextNames: Set = ["meta"]

  static func matches(_ root: XMLRoot) -> Bool {
    root.name == "collection" && root.contains("<volume ")
      || ["volume", "paper"].contains(root.name) && root.contains("<title>")
  }

  static func add(
    _ paper: XMLTree, in meta: XMLTree?, line: Int, to records: inout RecordCollector
  ) {
    var record = RawRecord()
    let name = paper.first("url").map { TextCleaning.line($0.text()) } ?? ""
    let isAddress = name.contains("/")
    record.id = isAddress || name.isEmpty ? paper.first("bibkey")?.text() : name
    record.link =
      isAddress ? name : name.isEmpty ? nil : "https://aclanthology.org/\(name)/"
    record.title = paper.first("title")?.text()
    record.abstract = paper.first("abstract")?.text()
    record.authors = paper.all("author").map { author in
      ["first", "last"].compactMap { author.first($0)?.text() }.joined(separator: " ")
    }
    record.doi = paper.first("doi")?.text()
    record.language = paper.first("language")?.text()
    let year = (paper.first("year") ?? meta?.first("year"))?.text()
    let month = (paper.first("month") ?? meta?.first("month"))?.text()
    if let year { record.dateTexts = dates(month: month, year: year) }
    records.add(record, line: line)
  }

  /// `July 5-10` of a year is its July; `June–July` is its June.
  private static func dates(month: String?, year: String) -> [String] {
    let word = (month ?? "").drop { !$0.isLetter }.prefix { $0.isLetter }
    return word.isEmpty ? [year] : ["\(word) \(TextCleaning.line(year))", year]
  }
}
