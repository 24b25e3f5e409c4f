/// A dump format that is JSON: told from others by its keys, read as any JSON.
struct JSONDialect: Sendable {
  let description: FormatDescription
  /// Keys that all stand in the first records.
  let keys: [String]

  /// The dialect of a file whose first records have `keys`, or nil for JSON of no known origin.
  static func of(_ keys: JSONRecordKeys) -> JSONDialect? {
    all.first { $0.keys.allSatisfy(keys.contains) }
  }

  /// The dialects, in the order in which they are tried.
  static let all: [JSONDialect] = [
    JSONDialect(
      .arXivSnapshot, "arXiv snapshot, JSON Lines",
      from: "kaggle.com/datasets/Cornell-University/arxiv",
      fields: ["id", "title", "abstract", "authors", "categories", "doi", "versions"],
      dates: "`versions[0].created`, RFC 1123; updated: the last version's, else `update_date`",
      keys: ["versions", "update_date"]),
    JSONDialect(
      .openAlexWorks, "OpenAlex works, JSON Lines or answers of the API",
      from: "openalex.org: the snapshot, or api.openalex.org/works",
      fields: [
        "id", "doi", "title", "abstract_inverted_index", "authorships", "publication_date",
        "publication_year", "topics", "concepts", "language",
      ],
      dates: "`publication_date`, else `publication_year`; no date of a change is read",
      keys: ["abstract_inverted_index"]),
    JSONDialect(
      .s2orcMetadata, "S2ORC metadata, JSON Lines", from: "github.com/allenai/s2orc",
      fields: [
        "paper_id", "title", "abstract", "authors", "year", "arxiv_id", "doi",
        "mag_field_of_study", "s2_url",
      ],
      dates: "`year`", keys: ["paper_id", "mag_id"]),
    JSONDialect(
      .semanticScholar, "Semantic Scholar Graph API",
      from: "api.semanticscholar.org/graph/v1/paper/search",
      fields: [
        "paperId", "externalIds.ArXiv", "externalIds.DOI", "title", "abstract", "authors",
        "publicationDate", "year", "fieldsOfStudy", "url",
      ],
      dates: "`publicationDate`, else `year`", keys: ["paperId"]),
    JSONDialect(
      .dailyPapersAPI, "Daily Papers API", from: "huggingface.co/api/daily_papers",
      fields: ["paper.id", "paper.title", "paper.summary", "paper.authors", "paper.publishedAt"],
      dates: "`paper.publishedAt`, the day on arXiv", keys: ["paper", "paper.id", "paper.summary"]),
    JSONDialect(
      .dailyArXivLines, "daily arXiv lines with or without AI summaries",
      from: "github.com/dw-dengwei/daily-arXiv-ai-enhanced, branch data",
      fields: ["id", "title", "summary", "authors", "categories", "abs"],
      dates: "none in the file: the month that the arXiv id begins with",
      keys: ["id", "abs", "pdf", "summary"]),
    JSONDialect(
      .papersWithCode, "Papers with Code, papers-with-abstracts.json",
      from: "huggingface.co/pwc-archive, paperswithcode.com/about",
      fields: ["arxiv_id", "title", "abstract", "authors", "date", "tasks", "url_abs"],
      dates: "`date`", keys: ["paper_url", "url_abs"]),
    JSONDialect(
      .conferencePapers, "conference paper lists", from: "github.com/papercopilot/paperlists",
      fields: ["id", "title", "abstract", "author", "keywords", "site", "bibtex"],
      dates: "the year, and the month if there, in `bibtex`", keys: ["title", "status", "track"]),
    JSONDialect(
      .openReviewNotes, "OpenReview notes, API v1 and v2", from: "api2.openreview.net/notes",
      fields: [
        "id", "forum", "content.title", "content.abstract", "content.authors",
        "content.keywords", "cdate", "mdate",
      ],
      dates: "`cdate`, else `tcdate` or `pdate`, in milliseconds; updated: `mdate`, else `tmdate`",
      keys: ["id", "forum", "content"]),
  ]

  private init(
    _ format: DumpFormat, _ name: String, from origin: String, fields: [String], dates: String,
    keys: [String]
  ) {
    description = FormatDescription(
      format: format, name: name, origin: origin, fields: fields, dates: dates)
    self.keys = keys
  }
}
