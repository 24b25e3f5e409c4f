import BlockScheduling
import Corpora
import LinearAlgebra
import TestSupport
import Testing

@Suite struct PaperMergingTests {
  static let records = [
    #"{"id": "2501.00001v1", "title": "Short", "abstract": "\#(Fixture.abstract)","#
      + #" "date": "2025", "categories": ["cs.CL"], "url": "http://example.org/z"}"#,
    #"{"id": "2501.00001v2", "title": "Long title", "abstract": "\#(Fixture.abstract) More.","#
      + #" "date": "2025-01-03", "categories": ["cs.AI", "cs.CL"], "authors": ["Ada", "Bo"]}"#,
    #"{"id": "arXiv:2501.00001", "title": "Shore", "abstract": "\#(Fixture.abstract) Less.","#
      + #" "date": "2025-01-02", "url": "http://example.org/y", "authors": ["Ada"]}"#,
    #"{"title": "On  Moss", "abstract": "\#(Fixture.abstract)"}"#,
    #"{"title": "on moss", "abstract": "\#(Fixture.abstract)"}"#,
  ]

  @Test func recordsOfOneIdBecomeOnePaper() throws {
    let corpus = try Corpus.read(text: Self.records.joined(separator: "\n"))
    #expect(corpus.papers.count == 2 && corpus.duplicateCount == 3 && corpus.balances)
    #expect(corpus.mergedRecords.map(\.line) == [2, 3, 5])
    let paper = corpus.papers[0]
    #expect(paper.id == "2501.00001" && paper.title == "Long title")
    #expect(paper.abstract == Fixture.abstract + " Less.")
    #expect(paper.date?.description == "2025-01-02" && paper.categories == ["cs.AI", "cs.CL"])
    #expect(paper.authors == ["Ada", "Bo"])
    #expect(paper.link == "https://arxiv.org/abs/2501.00001")
    #expect(corpus.papers[1].title == "On Moss")
  }

  @Test(arguments: 0..<20) func theOrderOfRecordsChangesNothing(seed: Int) throws {
    let expected = try Corpus.read(text: Self.records.joined(separator: "\n"))
    var generator = SplitMix64(seed: UInt64(seed))
    let shuffled = Self.records.shuffled(using: &generator)
    let corpus = try Corpus.read(text: shuffled.joined(separator: "\n"))
    #expect(corpus.papers == expected.papers && corpus.duplicateCount == expected.duplicateCount)
    #expect(corpusDigest(corpus.papers) == corpusDigest(expected.papers))
  }

  @Test func aFileReadTwiceGivesTheSamePapers() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixture.lines(50), to: "a.jsonl")
    let scheduler = BlockScheduler(threads: 1)
    let once = try Corpus.read([path], scheduler: scheduler)
    let twice = try Corpus.read([path, path], scheduler: scheduler)
    #expect(twice.papers == once.papers && twice.duplicateCount == 50 && twice.balances)
  }

  @Test func theDigestSeesEveryField() {
    let paper = Paper(
      id: "a", title: "T", abstract: "A", authors: ["X", "Y"], date: PublicationDate(year: 2025),
      categories: ["c"], link: "http://example.org")
    var others = [Paper(id: "aT", title: "", abstract: "A", authors: ["X", "Y"])]
    for change in [
      { (paper: inout Paper) in paper.title = "U" }, { $0.abstract = "B" },
      { $0.authors = ["XY"] },
      {
        $0.authors = ["X"]; $0.categories = ["Y", "c"]
      },
      { $0.date = nil }, { $0.date = PublicationDate(year: 2025, month: 1) }, { $0.link = nil },
      { $0.categories = [] },
    ] {
      var other = paper
      change(&other)
      others.append(other)
    }
    let digests = ([paper] + others).map { corpusDigest([$0]) }
    #expect(Set(digests).count == digests.count)
    #expect(digests.allSatisfy { $0.utf8.count == 64 })
    #expect(
      corpusDigest([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func titleIdentifiersAreStated() {
    // printf 'on moss' | sha256sum
    let id = Paper.identifier(fromTitle: "On \n MOSS ")
    #expect(id == Paper.identifier(fromTitle: "on moss"))
    #expect(id == "title-1b7940d0cae4f7f8")
    #expect(
      Paper.identifier(fromTitle: "Caf\u{E9}") == Paper.identifier(fromTitle: "cafe\u{301}"))
  }
}
