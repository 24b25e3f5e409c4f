import Corpora
import Testing

@Suite struct ColumnMapTests {
  @Test func aMapIsReadAndWritten() throws {
    let map = try ColumnMap(parsing: "title=Full name, abstract=Text,date=When")
    #expect(map.columns == ["Full name", "Text", "When"])
    #expect(try ColumnMap(parsing: map.description) == map)
  }

  @Test(arguments: [
    ("title", "'title' is not of the form field=column"),
    ("titel=Name", "did you mean title?"), ("colour=Name", "is no field of a paper ("),
    ("title=A,title=B", "'title' stands twice"), ("title=A,abstract=A", "'A' stands twice"),
    ("", "is not of the form"), ("title=", "is not of the form"),
  ])
  func mapsThatAreNone(text: String, says: String) {
    #expect { try ColumnMap(parsing: text) } throws: { "\($0)".contains(says) }
  }

  /// A mapped column counts alone, also where another one has the usual name.
  @Test func aMapGoesBeforeTheUsualNames() throws {
    var options = CorpusReadingOptions()
    options.columns = try ColumnMap(parsing: "abstract=Long,id=Nr,updated=Seen")
    options.dateChoice = .updated
    let csv = """
      Nr,title,abstract,Long,date,Seen
      7,Tides,Too short to say,\(Fixture.abstract),2024-01-01,2025-02-03
      """
    let json = """
      {"Nr": 7, "title": "Tides", "abstract": "Too short to say", "Long": "\(Fixture.abstract)", \
      "date": "2024-01-01", "Seen": "2025-02-03"}
      """
    for text in [csv, json, csv.replacing(",", with: "\t")] {
      let corpus = try Corpus.read(text: text, options: options)
      let paper = try #require(corpus.papers.first)
      #expect(paper.id == "7" && paper.title == "Tides" && paper.abstract == Fixture.abstract)
      #expect(paper.date?.description == "2025-02-03")
    }
  }
}
