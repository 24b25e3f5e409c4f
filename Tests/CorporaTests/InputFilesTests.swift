import BlockScheduling
import Corpora
import TestSupport
import Testing

@Suite struct InputFilesTests {
  let scheduler = BlockScheduler(threads: 1)

  func error(_ inputs: [String]) -> CorpusError? {
    #expect(throws: CorpusError.self) { try Corpus.read(inputs, scheduler: scheduler) }
  }

  @Test func foldersAreReadInOrderOfPaths() throws {
    let folder = try TemporaryFolder()
    try folder.write(Fixture.line(2), to: "b.jsonl")
    try folder.write(Fixture.line(1), to: "a/deep/x")
    try folder.write(Compressing.gzip(Array(Fixture.line(3).utf8)), to: "a-b.gz")
    try folder.write(Fixture.line(4), to: ".hidden/x.jsonl")
    try folder.write(Fixture.line(5), to: "a/.hidden.jsonl")
    try folder.write("About these files.", to: "a/README")
    var opened: [String] = []
    let corpus = try Corpus.read([folder.path], scheduler: scheduler) { event in
      if case .opened(let path, _) = event { opened.append(path) }
    }
    #expect(corpus.papers.map(\.id) == ["2501.10001", "2501.10002", "2501.10003"])
    let expected = ["/a-b.gz", "/a/README", "/a/deep/x", "/b.jsonl"].map { folder.path + $0 }
    #expect(corpus.sources.map(\.path) == expected && corpus.balances)
    #expect(opened == expected.filter { !$0.hasSuffix("README") })
    #expect(corpus.problems.map(\.file) == [expected[1]])
    #expect(corpus.problems[0].reason.contains("plain text that begins 'About these files.'"))
  }

  @Test func errorsNameTheFileAndWhatToDo() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "papers-2025.jsonl")
    let missing = folder.path + "/paper-2025.jsonl"
    #expect(
      error([missing])
        == .noSuchFile(path: missing, nearest: folder.path + "/papers-2025.jsonl"))
    #expect(error([missing])?.description.contains("did you mean") == true)
    #expect(error([folder.path + "/nothing-like-it"])?.kind == .noInput)
    #expect(error([]) == .noInputs)
    let unknown = try folder.write(Array("PK\u{3}\u{4}....".utf8), to: "x/a.zip")
    #expect(error([unknown])?.kind == .badData)
    #expect(error([unknown])?.description.contains("looks like a zip archive") == true)
    #expect(error([unknown])?.description.contains("JSON Lines") == true)
    #expect(error([folder.path + "/x"]) == .nothingReadable(folder: folder.path + "/x"))
    let table = try folder.write("a,b,c\n1,2,3\n", to: "table.csv")
    #expect(error([table])?.description.contains("names no abstract") == true)
    #expect(error([folder.path + "/x"])?.kind == .badData)
  }

  @Test func nearestNamesAreFew() {
    #expect(NearestName.nearest(to: "papres", among: ["papers", "paper"]) == "papers")
    #expect(NearestName.nearest(to: "b", among: ["c", "a"]) == nil)
    #expect(
      NearestName.nearest(to: "2501.01234", among: ["2501.01243", "2501.09999"]) == "2501.01243")
    #expect(NearestName.editDistance(Array("ca".utf8), Array("abc".utf8)) == 3)
    #expect(NearestName.editDistance(Array("".utf8), Array("abc".utf8)) == 3)
    #expect(NearestName.editDistance(Array("moss".utf8), Array("omss".utf8)) == 1)
  }
}
