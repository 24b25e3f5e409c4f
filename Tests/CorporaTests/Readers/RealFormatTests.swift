import BlockScheduling
import Corpora
import TestSupport
import Testing

/// Real files of every format but JSON, with counts taken by other means than these readers.
@Suite struct RealFormatTests {
  /// A file, its format, its records, and how many of them are kept and merged.
  struct File: Sendable, CustomTestStringConvertible {
    var path: String
    var format: DumpFormat
    var read: Int
    var kept: Int
    var merged = 0
    var testDescription: String { path }

    init(_ path: String, _ format: DumpFormat, _ read: Int, kept: Int? = nil, merged: Int = 0) {
      self.path = "formats/" + path
      self.format = format
      self.read = read
      self.kept = kept ?? read
      self.merged = merged
    }
  }

  static let files = [
    File("arxiv-atom/query_10.xml", .arXivAtom, 10),
    File("arxiv-atom/query_100.xml", .arXivAtom, 100),
    File("arxiv-atom/query_transformer.xml", .arXivAtom, 5),
    File("arxiv-atom/id_one.xml", .arXivAtom, 1),
    File("arxiv-atom/id_old_style.xml", .arXivAtom, 1),
    File("arxiv-atom/id_not_found.xml", .arXivAtom, 0),
    File("arxiv-atom/id_malformed_error.xml", .arXivAtom, 0),
    File("arxiv-oai/arXiv.GetRecord.xml", .oaiPMH, 1),
    File("arxiv-oai/arXiv.ListRecords.hep-ex.xml", .oaiPMH, 3),
    File("arxiv-oai/arXiv.ListRecords.hep-th.xml", .oaiPMH, 3),
    File("arxiv-oai/arXiv.ListRecords.many.xml", .oaiPMH, 12),
    File("arxiv-oai/arXivRaw.GetRecordResponse.xml", .oaiPMH, 1),
    File("arxiv-oai/arXivRaw.ListRecordsResponse.xml", .oaiPMH, 6),
    File("arxiv-oai/arXivRaw.ErrorResponseNoRecordsMatch.xml", .oaiPMH, 0),
    File("pubmed/efetch.xml", .pubMed, 5),
    File("pubmed/pubmed-29768149.xml", .pubMed, 1),
    File("pubmed/pone.0000217.nxml", .jats, 1),
    File("acl-anthology/2020.sdp.xml", .aclAnthology, 41),
    File("acl-anthology/2021.sdp.xml", .aclAnthology, 22),
    // One paper of the volume is a correction of another one.
    File("acl-anthology/2021.tacl.xml", .aclAnthology, 93, kept: 92),
    File("acl-anthology/2022.bionlp.xml", .aclAnthology, 43),
    // Five entries have no abstract, one has the key of another one.
    File("bibtex/zotero-betterbibtex.sample.bib", .bibTeX, 39, kept: 33, merged: 1),
    File("ris/example_basic.ris", .ris, 1, kept: 0),
    File("ris/example_bom.ris", .ris, 1, kept: 0),
    File("ris/example_custom_list_tags.ris", .ris, 1, kept: 0),
    File("ris/example_empty_tag.ris", .ris, 1),
    // Two records of the same filler text count as one paper.
    File("ris/example_extraneous_data.ris", .ris, 2, kept: 1, merged: 1),
    File("ris/example_full.ris", .ris, 2, kept: 1, merged: 1),
    File("ris/example_full_without_whitespace.ris", .ris, 2, kept: 1, merged: 1),
    File("ris/example_full_write.ris", .ris, 2, kept: 1, merged: 1),
    File("ris/example_multi_unknown_tags.ris", .ris, 1, kept: 0),
    File("ris/example_multiline.ris", .ris, 3, kept: 0),
    File("ris/example_single_unknown_tag.ris", .ris, 1, kept: 0),
    File("ris/example_starting_newlines.ris", .ris, 1, kept: 0),
    File("ris/example_urls.ris", .ris, 4, kept: 0), File("ris/example_utf_chars.ris", .ris, 1),
    File("ris/example_wos.ris", .webOfScience, 2), File("smart/MED.QRY", .smart, 30),
    File("markdown-digest/20250514_audio.md", .markdownDigest, 12),
  ]

  @Test(.enabled(if: SharedData.has("formats"), "no shared data: formats"), arguments: files)
  func everyRecordIsAccountedFor(file: File) throws {
    let path = try #require(SharedData.url(file.path)).path
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.sources.map(\.format) == [file.format] && corpus.balances)
    #expect(corpus.read == file.read && corpus.papers.count == file.kept)
    #expect(corpus.duplicateCount == file.merged)
    #expect(corpus.dropReasons[.unreadable] == nil)
    #expect(corpus.papers.allSatisfy { $0.abstract.utf8.count >= 10 })
    if file.format != .smart, file.format != .ris, file.format != .bibTeX {
      #expect(corpus.papers.allSatisfy { !$0.title.isEmpty && !$0.authors.isEmpty })
      #expect(corpus.papers.allSatisfy { $0.date != nil && $0.link != nil })
    }
  }

  @Test(.enabled(if: SharedData.has("formats"), "no shared data: formats"))
  func errorsAndEmptyAnswersAreSaidAsSuch() throws {
    let expected = [
      ("arxiv-atom/id_not_found.xml", 8, "an empty answer of arXiv: no paper matched the query"),
      (
        "arxiv-atom/id_malformed_error.xml", 9,
        "an error that arXiv answered: incorrect id format for abc"
      ),
    ]
    for (file, line, reason) in expected {
      let path = try #require(SharedData.url("formats/" + file)).path
      let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 1))
      #expect(corpus.problems.map(\.line) == [line] && corpus.problems.map(\.reason) == [reason])
    }
    let path = try #require(
      SharedData.url("formats/arxiv-oai/arXivRaw.ErrorResponseNoRecordsMatch.xml")
    ).path
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 1))
    #expect(corpus.problems.map(\.line) == [5])
    #expect(corpus.problems[0].reason.hasPrefix("an error that the archive answered: noRecords"))
  }

  @Test(.enabled(if: SharedData.has("formats"), "no shared data: formats"))
  func noSummaryInAnotherLanguageIsTaken() throws {
    let path = try #require(SharedData.url("formats/markdown-digest/20250514_audio.md")).path
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 1))
    let isHan = { (scalar: Unicode.Scalar) in (0x4E00...0x9FFF).contains(scalar.value) }
    #expect(!corpus.papers.contains { $0.abstract.unicodeScalars.contains(where: isHan) })
    #expect(corpus.papers.allSatisfy { $0.id.count == 10 && $0.abstract.utf8.count > 500 })
  }
}
