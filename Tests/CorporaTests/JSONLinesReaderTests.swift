import Corpora
import Foundation
import Testing

@Suite struct JSONLinesReaderTests {
  @Test func fieldsAreFoundUnderTheirUsualNames() throws {
    let abstract = Fixture.abstract
    let corpus = try Corpus.read(
      text: """
        {"arxiv_id": "arXiv:2501.00001v3", "Title": " A\\n  title ", "summary": "\(abstract)", \
        "published": "2025-01-02T23:30:00-05:00", "authors": [{"name": "Ada Moss"}, "Bo Fern"], \
        "categories": "cs.CL cs.AI"}
        {"paper_id": 17, "title": "Two", "text": "\(abstract)", "year": 2019, \
        "author": "Moss, Ada; Fern, Bo", "keywords": "tides, storms", "url": "javascript:x"}
        {"id": "hep-th/9901001v2", "title": "Three", "description": "\(abstract)", \
        "created": "Mon, 2 Apr 2007 19:18:42 GMT", "authors": "A. Moss, B. Fern and C. Reed", \
        "pdf_url": "http://example.org/three.pdf"}
        {"title": {"value": "Four"}, "abstract": ["\(abstract)", "More."], \
        "authors": [{"first": "Ada", "middle": ["B."], "last": "Moss"}], "date": null, \
        "versions": [{"created": "Tue, 3 Apr 2007 01:00:00 GMT"}, {"created": "2008"}]}
        {"id": "10.1000/five", "title": "Five", "abstract": "\(abstract)", "doi": "10.1000/five", \
        "categories": [{"term": "Computer Vision"}]}

        """)
    #expect(corpus.read == 5 && corpus.problems.isEmpty && corpus.balances)
    #expect(corpus.sources.map(\.format) == [.jsonLines])
    let papers = Dictionary(uniqueKeysWithValues: corpus.papers.map { ($0.id, $0) })
    let one = try #require(papers["2501.00001"])
    #expect(one.title == "A title" && one.link == "https://arxiv.org/abs/2501.00001")
    #expect(one.date == PublicationDate(year: 2025, month: 1, day: 3))
    #expect(one.authors == ["Ada Moss", "Bo Fern"] && one.categories == ["cs.CL", "cs.AI"])
    let two = try #require(papers["17"])
    #expect(two.authors == ["Moss, Ada", "Fern, Bo"] && two.categories == ["tides", "storms"])
    #expect(two.date == PublicationDate(year: 2019) && two.link == nil)
    let three = try #require(papers["hep-th/9901001"])
    #expect(three.authors == ["A. Moss", "B. Fern", "C. Reed"])
    #expect(three.link == "http://example.org/three.pdf")
    #expect(three.date?.description == "2007-04-02")
    let four = try #require(papers[Paper.identifier(fromTitle: "Four")])
    #expect(four.authors == ["Ada B. Moss"] && four.abstract == "\(abstract) More.")
    #expect(four.date?.description == "2007-04-03")
    let five = try #require(papers["10.1000/five"])
    #expect(five.link == "https://doi.org/10.1000/five" && five.categories == ["Computer Vision"])
  }

  @Test func aBadLineCostsOnlyItself() throws {
    let good = (0..<6).map { Fixture.line($0) }
    let bad = [
      "{\"id\": \"x\", \"title\": ", "[1, 2]", "{'id': 'x', 'title': y}", "noise",
      "{\"id\": \"a\"},{\"id\": \"b\"}",
    ]
    var lines = good
    for (offset, line) in bad.enumerated() { lines.insert(line, at: 2 * offset + 1) }
    let corpus = try Corpus.read(text: lines.joined(separator: "\n"))
    #expect(corpus.read == good.count + bad.count && corpus.balances)
    #expect(corpus.dropReasons == [.unreadable: bad.count])
    #expect(corpus.problems.map(\.line) == [2, 4, 6, 8, 10])
    #expect(corpus.problems.allSatisfy { $0.dropped && $0.file.hasSuffix("/input") })
    #expect(corpus.problems[1].reason == "a JSON value, but not an object")
    #expect(corpus.problems[2].reason.contains("Python"))
    #expect(corpus.papers == (try Corpus.read(text: good.joined(separator: "\n"))).papers)
  }

  @Test func whatProgramsGetWrongIsMendedAndReported() throws {
    var bytes = Array(#"{"id": "a", "title": "T", "abstract": "\#(Fixture.abstract) X"}"#.utf8)
    let place = try #require(bytes.lastIndex(of: UInt8(ascii: "X")))
    bytes[place] = 0xFF
    bytes += Array(
      ("\n" + #"{"id": "b", "title": "\ud800 T", "abstract": "\#(Fixture.abstract)"}"# + "\n"
        + #"{"id": "c", "title": "T", "abstract": "\#(Fixture.abstract)", "date": NaN}"# + "\n"
        + "{\"id\": \"d\", \"title\": \"T\tU\u{1}V\", \"abstract\": \"\(Fixture.abstract)\"}\n"
        + #"{"id": "e", "title": "NaN \u0000 T", "abstract": "\#(Fixture.abstract)"}"#).utf8)
    let corpus = try Corpus.read(bytes: bytes)
    #expect(corpus.papers.map(\.id) == ["a", "b", "c", "d", "e"] && corpus.balances)
    #expect(corpus.papers[0].abstract == Fixture.abstract + " \u{FFFD}")
    #expect(corpus.papers[1].title == "\u{FFFD} T")
    #expect(corpus.papers[3].title == "T U V" && corpus.papers[4].title == "NaN T")
    #expect(corpus.problems.map(\.line) == [1, 2, 3, 4])
    #expect(corpus.problems.allSatisfy { !$0.dropped })
  }

  @Test func recordsAreDroppedForTheirReasons() throws {
    var options = CorpusReadingOptions()
    options.asOf = PublicationDate(year: 2025, month: 6, day: 30)
    let corpus = try Corpus.read(
      text: """
        {"abstract": "\(Fixture.abstract)"}
        {"id": "a", "title": "T", "abstract": "  "}
        {"id": "b", "title": "T", "abstract": "No abstract available."}
        {"id": "c", "title": "T", "abstract": "\(Fixture.abstract)", "date": "2025-07-01"}
        {"id": "d", "title": "T", "abstract": "\(Fixture.abstract)", "date": "2025-06"}
        {"id": "e", "title": "T", "abstract": "\(Fixture.abstract)", "date": "2025"}
        {"id": "f", "title": "T", "abstract": "\(Fixture.abstract)", "date": "2025-02-30"}
        {"id": "g", "title": "T", "abstract": "\(Fixture.abstract)", "date": "soon", "year": 2024}
        """, options: options)
    #expect(corpus.dropReasons == [.unidentified: 1, .noAbstract: 2, .afterAsOf: 1])
    #expect(corpus.papers.map(\.id) == ["d", "e", "f", "g"] && corpus.balances)
    #expect(corpus.papers[2].date == nil && corpus.papers[3].date?.description == "2024")
    #expect(corpus.problems.map(\.line) == [1, 2, 3, 4, 7])
    #expect(corpus.problems.last?.reason.contains("2025-02-30") == true)
    #expect(corpus.problems.map(\.dropped) == [true, true, true, true, false])
  }

  @Test func strictReadingStopsAtTheFirstFault() throws {
    var options = CorpusReadingOptions()
    options.faults = .stop
    let text = Fixture.line(1) + "\nnoise\n" + Fixture.line(2) + "\n{}"
    let error = #expect(throws: CorpusError.self) {
      try Corpus.read(text: text, options: options)
    }
    guard case .faultyRecord(let problem)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.line == 2 && error?.kind == .badData)
  }

  @Test func theProblemLimitIsPerReasonAndCountsAll() throws {
    var options = CorpusReadingOptions()
    options.problemLimit = 2
    let text =
      Fixture.lines(30) + String(repeating: "noise\n", count: 5)
      + String(repeating: "{}\n", count: 5)
    let corpus = try Corpus.read(text: text, options: options)
    #expect(corpus.problems.map(\.line) == [31, 32, 36, 37])
    #expect(corpus.problemCount == 10 && corpus.droppedCount == 10 && corpus.balances)
  }

  @Test func arraysAndObjectsOverSeveralLinesAreRead() throws {
    let objects = (0..<5).map { Fixture.line($0) }
    let expected = try Corpus.read(text: objects.joined(separator: "\n")).papers
    let pretty = objects.map { $0.replacing(", \"", with: ",\n  \"") }
    for text in [
      "[" + objects.joined(separator: ",") + "]",
      " [\n" + pretty.joined(separator: ",\n") + "\n]\n",
      pretty.joined(separator: "\n"),
    ] {
      let corpus = try Corpus.read(text: text)
      #expect(corpus.papers == expected && corpus.problems.isEmpty && corpus.balances)
      #expect(corpus.sources.map(\.format) == [.json])
    }
  }

  @Test(arguments: [",\n", ","]) func aMissingBraceCostsOnlyItsObject(separator: String) throws {
    var objects = (0..<5).map { Fixture.line($0) }
    objects[1].removeLast()
    let corpus = try Corpus.read(text: "[\n" + objects.joined(separator: separator) + "\n]\n")
    #expect(corpus.papers.map(\.id) == [0, 2, 3, 4].map { "2501.1000\($0)" })
    #expect(corpus.read == 5 && corpus.balances)
    #expect(corpus.problems.map(\.line) == [separator == "," ? 2 : 3])
  }
}
