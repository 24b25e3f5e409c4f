import Corpora
import Testing

@Suite struct SeparatedValuesReaderTests {
  static let rows =
    "\u{FEFF}ID,Title,Abstract Note,Publication Date,Authors,Categories,Link\r\n"
    + "2501.0123,\"A \"\"quoted\"\" title, with comma\",\"First line\r\nsecond line, long\",2025-01-06,"
    + "\"Moss, Ada; Fern, Bo\",cs.CL cs.AI,\r\n"
    + "\r\n"
    + "b,\"Why?\" they asked,\(Fixture.abstract),Jan 2025,Bo Fern,Tides,https://example.org/b\r\n"

  @Test func quotesLineEndsAndMarksAreRead() throws {
    let corpus = try Corpus.read(text: Self.rows)
    #expect(corpus.read == 2 && corpus.problems.isEmpty && corpus.balances)
    #expect(corpus.sources.map(\.format) == [.csv])
    let first = corpus.papers[0]
    #expect(first.id == "2501.01230" && first.link == "https://arxiv.org/abs/2501.01230")
    #expect(first.title == "A \"quoted\" title, with comma")
    #expect(first.abstract == "First line\nsecond line, long")
    #expect(first.authors == ["Moss, Ada", "Fern, Bo"] && first.categories == ["cs.CL", "cs.AI"])
    #expect(corpus.papers[1].title == "\"Why?\" they asked")
    #expect(corpus.papers[1].date?.description == "2025-01")
  }

  @Test(arguments: ["\t", ";", "|"]) func otherDelimiters(delimiter: String) throws {
    let text = "title,id,abstract\nOne,a,\(Fixture.abstract)\nTwo,b,\(Fixture.abstract)\n"
    let corpus = try Corpus.read(text: text.replacing(",", with: delimiter))
    #expect(corpus.papers.map(\.title) == ["One", "Two"])
    #expect(corpus.sources.map(\.format) == [delimiter == "\t" ? .tsv : .csv])
  }

  @Test func aStrayQuoteCostsOnlyItsLine() throws {
    let good = { (name: String) in "\(name),Title \(name),\(Fixture.abstract)\n" }
    let corpus = try Corpus.read(
      text: "id,title,abstract\n" + good("a") + "x,\"open,\(Fixture.abstract)\n" + good("b")
        + "y,too,many,fields\n" + good("c") + "z,few\n" + good("d")
        + "w,\"open again,\(Fixture.abstract)\n" + good("e"))
    #expect(corpus.papers.map(\.id) == ["a", "b", "c", "d", "e", "x"])
    #expect(corpus.papers.last?.title == "\"open")
    #expect(corpus.read == 9 && corpus.balances)
    #expect(corpus.problems.map(\.line) == [5, 7, 9])
  }

  @Test func bytesThatAreNotUTF8AreReplacedAndReported() throws {
    var bytes = Array("id,title,abstract\na,Caf,\(Fixture.abstract)\n".utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "f")))
    bytes.insert(0xE9, at: place + 1)
    let corpus = try Corpus.read(bytes: bytes)
    #expect(corpus.papers.map(\.title) == ["Caf\u{FFFD}"])
    #expect(corpus.problems.map(\.line) == [2] && corpus.problems.map(\.dropped) == [false])
  }
}
