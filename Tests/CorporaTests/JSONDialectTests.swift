import BlockScheduling
import Corpora
import TestSupport
import Testing

/// Dumps of known origin are recognised by their keys and read as they mean it.
@Suite struct JSONDialectTests {
  private static let abstract = Fixture.abstract

  private static func one(
    _ text: String, _ format: DumpFormat, options: CorpusReadingOptions = CorpusReadingOptions()
  ) throws -> Paper {
    let corpus = try Corpus.read(text: text, options: options)
    #expect(corpus.sources.map(\.format) == [format])
    #expect(corpus.problems.isEmpty, "\(corpus.problems)")
    return try #require(corpus.papers.first)
  }

  private static func updated() -> CorpusReadingOptions {
    var options = CorpusReadingOptions()
    options.dateChoice = .updated
    return options
  }

  @Test func theArXivSnapshot() throws {
    let text = """
      {"id": "0704.0107", "submitter": "Ada Moss", "authors": "A. Moss and B. Fern", \
      "title": "Tides in nine\\n  harbours", "doi": null, "categories": "physics.ao-ph stat.AP", \
      "abstract": "  \(Self.abstract)\\n", "versions": [{"version": "v1", "created": \
      "Mon, 2 Apr 2007 23:18:42 GMT"}, {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"}], \
      "update_date": "2008-11-26", "authors_parsed": [["Moss", "A.", ""]]}
      """
    let paper = try Self.one(text, .arXivSnapshot)
    #expect(paper.title == "Tides in nine harbours" && paper.abstract == Self.abstract)
    #expect(paper.date?.description == "2007-04-02" && paper.authors == ["A. Moss", "B. Fern"])
    #expect(paper.categories == ["physics.ao-ph", "stat.AP"])
    let updated = try Self.one(text, .arXivSnapshot, options: Self.updated())
    #expect(updated.date?.description == "2007-07-24")
    var options = CorpusReadingOptions()
    options.zone = .fixed(minutesEast: 60)
    #expect(try Self.one(text, .arXivSnapshot, options: options).date?.description == "2007-04-03")
  }

  private static let work = """
    {"id": "https://openalex.org/W17", "doi": "https://doi.org/10.1000/Seventeen", "title": null, \
    "display_name": "Tides", "publication_year": 1999, "publication_date": "1999-12-01", \
    "language": "en", "ids": {"openalex": "https://openalex.org/W17", "pmid": "77"}, \
    "authorships": [{"author_position": "first", "author": {"id": null, \
    "display_name": "Ada Moss"}}], "topics": [{"display_name": "Oceans"}], \
    "updated_date": "2024-01-01", \
    "abstract_inverted_index": {"measured": [2], "were": [1, 4], "Tides": [0], "and": [3], \
    "studied": [5], "at": [6], "nine": [7], "harbours.": [8]}}
    """

  @Test func openAlexWorksAsLinesAndAsAnAnswer() throws {
    for text in [Self.work, #"{"meta": {"count": 1}, "results": [\#(Self.work)], "group_by": []}"#]
    {
      let paper = try Self.one(text, .openAlexWorks)
      #expect(paper.abstract == "Tides were measured and were studied at nine harbours.")
      #expect(paper.id == "https://openalex.org/W17" && paper.title == "Tides")
      #expect(paper.date?.description == "1999-12-01" && paper.authors == ["Ada Moss"])
      #expect(paper.categories == ["Oceans"])
      #expect(paper.link?.lowercased() == "https://doi.org/10.1000/seventeen")
    }
    let updated = try Self.one(Self.work, .openAlexWorks, options: Self.updated())
    #expect(updated.date?.description == "1999-12-01")
  }

  @Test func s2orcMetadata() throws {
    let paper = try Self.one(
      """
      {"paper_id": "7749", "title": "Tides", "authors": [{"first": "Ada", "middle": ["B."], \
      "last": "Moss", "suffix": ""}], "abstract": "\(Self.abstract)", "year": 2000, \
      "arxiv_id": null, "doi": null, "mag_id": "24", "mag_field_of_study": ["Geology"], \
      "s2_url": "https://example.org/7749"}
      """, .s2orcMetadata)
    #expect(paper.id == "7749" && paper.date?.description == "2000")
    #expect(paper.authors == ["Ada B. Moss"] && paper.categories == ["Geology"])
    #expect(paper.link == "https://example.org/7749")
  }

  @Test func semanticScholar() throws {
    let paper = try Self.one(
      """
      {"total": 1, "offset": 0, "data": [{"paperId": "c8b2", "externalIds": {"ArXiv": \
      "2103.00001", "DOI": "10.1000/Tides", "CorpusId": 23}, "title": "Tides", "year": 2021, \
      "publicationDate": null, "authors": [{"authorId": "2", "name": "Ada Moss"}], \
      "abstract": "\(Self.abstract)", "s2FieldsOfStudy": [{"category": "Geology"}]}]}
      """, .semanticScholar)
    #expect(paper.date?.description == "2021" && paper.categories == ["Geology"])
    #expect(([paper.id] + paper.otherIDs).contains("2103.00001"))
  }

  @Test func dailyPapers() throws {
    let paper = try Self.one(
      """
      [{"paper": {"id": "2606.00001", "authors": [{"name": "Ada Moss", "hidden": false}], \
      "publishedAt": "2026-05-30T00:00:00.000Z", "title": "Tides", "summary": "\(Self.abstract)"}, \
      "publishedAt": "2026-05-29T20:00:00.000Z", "title": "Tides", "summary": "shortened", \
      "numComments": 2}]
      """, .dailyPapersAPI)
    #expect(paper.id == "2606.00001" && paper.abstract == Self.abstract)
    #expect(paper.date?.description == "2026-05-30" && paper.authors == ["Ada Moss"])
  }

  @Test func dailyArXivLinesHaveTheMonthOfTheirId() throws {
    let paper = try Self.one(
      """
      {"id": "2606.30001", "categories": ["cs.GT"], "pdf": "https://arxiv.org/pdf/2606.30001", \
      "abs": "https://arxiv.org/abs/2606.30001", "authors": ["Ada Moss"], "title": "Tides", \
      "comment": null, "summary": "\(Self.abstract)", "AI": {"tldr": "short"}}
      """, .dailyArXivLines)
    #expect(paper.date?.description == "2026-06")
    #expect(paper.link == "https://arxiv.org/abs/2606.30001")
  }

  @Test func papersWithCode() throws {
    let paper = try Self.one(
      """
      [{"paper_url": "https://example.org/paper/tides", "arxiv_id": "1805.10001", "title": "Tides", \
      "abstract": "\(Self.abstract)", "url_abs": "http://arxiv.org/abs/1805.10001v4", \
      "proceeding": null, "authors": ["Ada Moss"], "tasks": ["Counting"], "date": "2018-05-27"}]
      """, .papersWithCode)
    #expect(paper.id == "1805.10001" && paper.date?.description == "2018-05-27")
    #expect(paper.categories == ["Counting"] && paper.link == "http://arxiv.org/abs/1805.10001v4")
  }

  /// Posters are numbered anew each year, so a bare number is told apart by its site.
  @Test func conferenceLists() throws {
    let list = { (year: Int, title: String) in
      """
      [{"title": "\(title)", "status": "Poster", "track": "main", "id": "117", \
      "site": "https://example.org/virtual/\(year)/poster/117", "author": "Ada Moss;Bo Fern", \
      "abstract": "\(Self.abstract) \(year)", "keywords": "tides;storms", \
      "bibtex": "@inproceedings{moss,\\n title = {The yearly tide},\\n month = jul,\\n year={\(year)}\\n}"}]
      """
    }
    let paper = try Self.one(list(2018, "Tides"), .conferencePapers)
    #expect(paper.id == "example.org/virtual/2018/poster/117")
    #expect(paper.date?.description == "2018-07" && paper.authors == ["Ada Moss", "Bo Fern"])
    #expect(paper.categories == ["tides", "storms"])
    let both = try Corpus.read(text: list(2018, "Tides") + "\n" + list(2019, "Moss on walls"))
    #expect(both.papers.count == 2)
  }

  @Test func openReviewNotes() throws {
    let note = """
      {"id": "AbC1", "forum": "AbC1", "cdate": 1746057600000, "mdate": 1748736000000, "content": \
      {"title": {"value": "Tides\\nagain"}, "authors": {"value": ["Ada Moss"]}, "abstract": \
      {"value": "\(Self.abstract)"}, "keywords": {"value": ["tides"]}, "pdf": {"value": "/pdf/a"}}}
      """
    let paper = try Self.one("{\"notes\": [\(note)], \"count\": 1}", .openReviewNotes)
    #expect(paper.title == "Tides again" && paper.authors == ["Ada Moss"])
    #expect(paper.date?.description == "2025-05-01" && paper.categories == ["tides"])
    #expect(paper.link == "https://openreview.net/forum?id=AbC1")
    let updated = try Self.one(note, .openReviewNotes, options: Self.updated())
    #expect(updated.date?.description == "2025-06-01")
  }

  /// What each real file holds; the numbers are those of its own description.
  @Test(
    .enabled(if: SharedData.has("formats"), "no shared data: formats"),
    arguments: [
      (
        "arxiv-kaggle/arxiv-metadata-oai-snapshot.sample200.jsonl", DumpFormat.arXivSnapshot, 200,
        200
      ),
      ("openalex/works.sample40.jsonl", .openAlexWorks, 40, 35),
      ("openalex/works.api-response.json", .openAlexWorks, 3, 3),
      ("s2orc/metadata.sample50.jsonl", .s2orcMetadata, 50, 40),
      ("semantic-scholar/graph-api.paper-search.json", .semanticScholar, 5, 5),
      ("hf-daily-papers/daily_papers.json", .dailyPapersAPI, 30, 30),
      ("daily-arxiv-ai-enhanced/2026-07-01.first30.jsonl", .dailyArXivLines, 30, 30),
      ("paperswithcode/papers-with-abstracts.one.json", .papersWithCode, 1, 1),
      ("paperlists/naacl2024.sample.json", .conferencePapers, 5, 5),
      ("paperlists/colm2025.sample.json", .conferencePapers, 5, 5),
      ("paperlists/iclr2018.sample.json", .conferencePapers, 5, 5),
      ("paperlists/nips2018.sample.json", .conferencePapers, 5, 5),
      ("openreview/SYNTHETIC.api2-notes.json", .openReviewNotes, 2, 2),
      ("csq-daily/9-Sep-2025.IR.papers.jsonl", .jsonLines, 22, 22),
    ])
  func realFiles(path: String, format: DumpFormat, read: Int, kept: Int) throws {
    let file = try #require(SharedData.url("formats/\(path)"))
    var options = CorpusReadingOptions()
    options.records = .everyPaper
    let corpus = try Corpus.read(
      [file.path], options: options, scheduler: BlockScheduler(threads: 1))
    #expect(corpus.sources.map(\.format) == [format])
    // What its abstract says to be withdrawn is no fault of the reader.
    let withdrawn = corpus.dropReasons[.withdrawn] ?? 0
    #expect(corpus.read == read && corpus.papers.count == kept - withdrawn)
    #expect(corpus.droppedCount == withdrawn + (corpus.dropReasons[.noAbstract] ?? 0))
    let full = corpus.papers.filter { !$0.title.isEmpty && !$0.authors.isEmpty }
    #expect(full.count == corpus.papers.count)
  }
}
