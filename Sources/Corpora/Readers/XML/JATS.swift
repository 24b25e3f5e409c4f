/// Full texts of PubMed Central and of publishers, of which only the front matter is read.
///
/// A file is one article, or a set of them. Section headings within an abstract are no words of the
/// abstract; graphical and plain-language abstracts and translations stand in when there is no other.
enum JATS: XMLFormat {
  static let description = FormatDescription(
    format: .jats, name: "JATS article (.nxml)",
    origin: "PubMed Central, Europe PMC, publishers",
    fields: [
      "article-id", "article-title", "abstract", "trans-abstract", "contrib", "pub-date",
      "subject", "kwd", "xml:lang",
    ],
    dates: "the earliest of the most precise `pub-date`s; with `--date updated` the latest")

  static let recordNames = ["article"]
  static let unreadNames = [
    "body", "back", "floats-group", "sub-article", "response", "ref-list", "aff",
    "supplementary-material", "custom-meta-group",
  ]

  static func matches(_ root: XMLRoot) -> Bool {
    let mayHoldArticles =
      ["article", "pmc-articleset", "articles", "OAI-PMH", "collection"].contains(root.name)
    return mayHoldArticles && (root.contains("<article-meta") || root.contains("<front>"))
  }

  static func add(
    _ article: XMLTree, in context: XMLTree?, line: Int, to records: inout RecordCollector
  ) {
    let meta = article.first("front", "article-meta") ?? article.first("front-stub") ?? article
    var record = RawRecord()
    let identifiers = meta.all("article-id")
    let central = identifier(["pmc", "pmcid", "pmcaid"], in: identifiers).map(centralName)
    record.doi = identifier(["doi"], in: identifiers)
    record.arXivID = identifier(["arxiv"], in: identifiers)
    record.id =
      central ?? identifier(["pmid"], in: identifiers) ?? record.arXivID ?? record.doi
      ?? identifier(["publisher-id", "manuscript", "other"], in: identifiers)
    record.link = central.map { "https://pmc.ncbi.nlm.nih.gov/articles/\($0)/" }
    record.title = title(meta.first("title-group"))
    fillAbstracts(of: &record, from: meta)
    record.language = article.attributes["xml:lang"]
    record.authors = meta.all("contrib-group").flatMap { $0.all("contrib") }
      .filter { $0.attributes["contrib-type"] ?? "author" == "author" }.map(author)
    fillDates(of: &record, from: meta.all("pub-date"))
    record.categories = categories(meta)
    records.add(record, line: line)
  }

  private static func identifier(_ kinds: [String], in identifiers: [XMLTree]) -> String? {
    let found = identifiers.first { kinds.contains($0.attributes["pub-id-type"] ?? "") }
    return found.map { TextCleaning.line($0.text()) }
  }

  private static func centralName(_ number: String) -> String {
    number.hasPrefix("PMC") ? number : "PMC" + number
  }

  private static func title(_ group: XMLTree?) -> String? {
    guard let title = group?.first("article-title") else { return nil }
    let text = title.text(without: ["xref", "fn"])
    let subtitle = group?.first("subtitle")?.text(without: ["xref", "fn"])
    return subtitle.map { "\(text): \($0)" } ?? text
  }

  private static func fillAbstracts(of record: inout RawRecord, from meta: XMLTree) {
    let abstracts = meta.all("abstract")
    record.abstract = abstracts.first { $0.attributes["abstract-type"] == nil }.map(paragraphs)
    let others =
      abstracts.filter { $0.attributes["abstract-type"] != nil } + meta.all("trans-abstract")
    record.otherAbstracts = others.map {
      OtherAbstract(language: $0.attributes["xml:lang"], text: paragraphs($0))
    }
  }

  /// The paragraphs of an abstract, without its headings.
  private static func paragraphs(_ abstract: XMLTree) -> String {
    let paragraphs = abstract.descendants("p").map { TextCleaning.line($0.text(without: ["fn"])) }
    let texts = paragraphs.filter { !$0.isEmpty }
    return texts.isEmpty ? abstract.text(without: ["title", "fn"]) : texts.joined(separator: "\n")
  }

  private static func author(_ contributor: XMLTree) -> String {
    let name = contributor.first("name") ?? contributor.first("name-alternatives", "name")
    if let name {
      return ["given-names", "surname", "suffix"].compactMap { name.first($0)?.text() }
        .joined(separator: " ")
    }
    let other = contributor.first("string-name") ?? contributor.first("collab")
    return other?.text(without: ["contrib-group", "xref"]) ?? ""
  }

  private static func fillDates(of record: inout RawRecord, from elements: [XMLTree]) {
    let dates = elements.compactMap { element -> PublicationDate? in
      guard let year = number("year", in: element) else { return nil }
      let month = number("month", in: element)
      return PublicationDate(
        year: year, month: month, day: month == nil ? nil : number("day", in: element))
    }
    let precise =
      [.day, .month, .year].lazy
      .map { (precision: PublicationDate.Precision) in dates.filter { $0.precision == precision } }
      .first { !$0.isEmpty } ?? []
    record.date = precise.min()
    record.updatedTexts = [precise.max()].compactMap { $0?.description }
    if record.date == nil {
      record.dateTexts = elements.map { MedlineDate.first(of: words(of: $0)) }
    }
  }

  private static func number(_ name: String, in element: XMLTree) -> Int? {
    element.first(name).flatMap { Int(TextCleaning.line($0.text())) }
  }

  private static func words(of element: XMLTree) -> String {
    ["season", "month", "year"].compactMap { element.first($0)?.text() }.joined(separator: " ")
  }

  /// Keywords, and subjects but for the heading that says what kind of article it is.
  private static func categories(_ meta: XMLTree) -> [String] {
    let groups = meta.first("article-categories")?.all("subj-group") ?? []
    let subjects = groups.filter { $0.attributes["subj-group-type"] != "heading" }
      .flatMap { $0.descendants("subject") }
    let keywords = meta.all("kwd-group").flatMap { $0.descendants("kwd") }
    return (subjects + keywords).map { $0.text() }
  }
}
