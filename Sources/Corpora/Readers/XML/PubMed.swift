/// PubMed's XML: what `efetch` answers and what the yearly baseline files hold.
///
/// The headings of a structured abstract (`BACKGROUND`, `METHODS`) are no words of its authors and
/// are not taken; its sections are paragraphs.
enum PubMed: XMLFormat {
  static let description = FormatDescription(
    format: .pubMed, name: "PubMed XML",
    origin: "eutils.ncbi.nlm.nih.gov efetch, ftp.ncbi.nlm.nih.gov/pubmed/baseline",
    fields: [
      "PMID", "ArticleTitle", "AbstractText", "OtherAbstract", "AuthorList", "Language",
      "MeshHeadingList", "KeywordList", "ELocationID", "ArticleId",
    ],
    dates: "`ArticleDate` (online), else the issue's `PubDate`; with `--date updated` "
      + "`DateRevised`")

  static let recordNames = ["PubmedArticle", "PubmedBookArticle", "ERROR"]
  static let unreadNames = ["AffiliationInfo", "ReferenceList", "ChemicalList", "GrantList"]

  static func matches(_ root: XMLRoot) -> Bool {
    ["PubmedArticleSet", "PubmedArticle", "PubmedBookArticleSet", "PubmedBookArticle"]
      .contains(root.name)
      || root.name.hasPrefix("eFetchResult")
  }

  static func add(
    _ element: XMLTree, in context: XMLTree?, line: Int, to records: inout RecordCollector
  ) {
    guard element.name != "ERROR" else {
      let fault = TextCleaning.line(element.text())
      records.note(line: line, "an error that PubMed answered: \(fault)")
      return
    }
    let citation = element.first("MedlineCitation") ?? element.first("BookDocument") ?? element
    let article = citation.first("Article") ?? citation
    var record = RawRecord()
    record.id = citation.first("PMID")?.text()
    record.title =
      title(article.first("ArticleTitle")) ?? title(article.first("VernacularTitle"))
      ?? title(article.first("Book", "BookTitle"))
    record.abstract = article.first("Abstract").map(abstract)
    record.otherAbstracts = citation.all("OtherAbstract").map {
      OtherAbstract(language: $0.attributes["Language"], text: abstract($0))
    }
    record.language = article.first("Language")?.text()
    record.authors = authors(article)
    record.dateTexts = dates(article)
    record.updatedTexts = [citation.first("DateRevised").flatMap(date)].compactMap { $0 }
    record.categories =
      citation.first("MeshHeadingList")?.descendants("DescriptorName").map { $0.text() } ?? []
    record.categories += citation.all("KeywordList").flatMap { $0.all("Keyword") }
      .map { $0.text() }
    record.doi = doi(element, article)
    record.link = record.id.map {
      "https://pubmed.ncbi.nlm.nih.gov/\(TextCleaning.line($0))/"
    }
    records.add(record, line: line)
  }

  /// A title without the brackets that mark a translated one.
  private static func title(_ element: XMLTree?) -> String? {
    guard let element else { return nil }
    var text = TextCleaning.line(element.text())
    if text.hasPrefix("["), text.hasSuffix("]") || text.hasSuffix("].") {
      text = String(text.dropFirst().prefix { $0 != "]" }) + (text.hasSuffix(".") ? "." : "")
    }
    return text.isEmpty ? nil : text
  }

  private static func abstract(_ element: XMLTree) -> String {
    element.all("AbstractText").map { TextCleaning.line($0.text()) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func authors(_ article: XMLTree) -> [String] {
    let lists = article.all("AuthorList").filter { $0.attributes["Type"] != "editors" }
    return lists.flatMap { $0.all("Author") }
      .filter { $0.attributes["ValidYN"] != "N" }
      .map { author in
        if let group = author.first("CollectiveName") { return group.text() }
        let given = author.first("ForeName") ?? author.first("Initials")
        return [given, author.first("LastName"), author.first("Suffix")]
          .compactMap { $0?.text() }.joined(separator: " ")
      }
  }

  private static func doi(_ element: XMLTree, _ article: XMLTree) -> String? {
    let own = article.all("ELocationID").first {
      $0.attributes["EIdType"] == "doi" && $0.attributes["ValidYN"] != "N"
    }
    let data = element.first("PubmedData") ?? element.first("PubmedBookData")
    let listed = (data?.first("ArticleIdList") ?? article.first("ArticleIdList"))?
      .all("ArticleId").first { $0.attributes["IdType"] == "doi" }
    return (own ?? listed)?.text()
  }

  private static func dates(_ article: XMLTree) -> [String] {
    let issue = article.first("Journal", "JournalIssue", "PubDate")
    let book = article.first("Book", "PubDate")
    let places = article.all("ArticleDate") + [issue, book].compactMap { $0 }
    return places.compactMap(date)
  }

  /// `Year`, `Month` and `Day`, or what a `MedlineDate` or a season says in words.
  private static func date(_ element: XMLTree) -> String? {
    if let words = element.first("MedlineDate") { return MedlineDate.first(of: words.text()) }
    guard let year = element.first("Year")?.text() else { return nil }
    if let season = element.first("Season") { return "\(season.text()) \(year)" }
    let month = element.first("Month")?.text()
    return [year, month, month == nil ? nil : element.first("Day")?.text()]
      .compactMap { $0.map(TextCleaning.line) }.joined(separator: "-")
  }
}

/// Dates in words over a span of time, as libraries note them.
enum MedlineDate {
  /// The date with which a span begins: `2019 Jul` of `2019 Jul-Aug`, `1998 Dec` of
  /// `1998 Dec-1999 Jan`, `2000 Spring` of `2000 Spring-Summer`, `2010` of `2010-2011`.
  static func first(of text: String) -> String {
    let line = TextCleaning.line(text)
    let beginning = line.split(separator: "-", maxSplits: 1).first ?? line[...]
    return TextCleaning.line(String(beginning))
  }
}
