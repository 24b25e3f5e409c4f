import PaperTrends
import TestSupport
import Testing

@Suite struct SeedsFileTests {
  @Test func theShippedSeedsAreRead() throws {
    let seeds = try SeedsFile.read(
      path: Tool.packageRoot.appendingPathComponent(
        "notebooks-data/topics-language-models.yml"
      ).path)
    #expect(seeds.count == 8)
    #expect(seeds.contains { $0.name == "Model editing" && $0.terms.contains("model editing") })
  }

  @Test func termsAndPapersAreRead() throws {
    let seeds = try SeedsFile.parse(
      "topics:\n  - name: A\n    terms: [x y, z]\n  - {name: B, papers: [\"1\"]}\n", path: "t.yml")
    #expect(
      seeds == [TopicSeed(name: "A", terms: ["x y", "z"]), TopicSeed(name: "B", papers: ["1"])])
  }

  @Test(arguments: [
    ("topics: 3", "'topics'"), ("- a", "topics:"), ("topics:\n  - terms: [a]", "'name'"),
    ("topics:\n  - name: A", "neither"), ("topics: [", "YAML"), ("", "topics:"),
    ("topics:\n  - {name: A, terms: [x]}\n  - {name: A, terms: [y]}", "twice"),
  ])
  func faultsAreOneSentence(text: String, says: String) throws {
    let error = #expect(throws: SeedsFileError.self) {
      try SeedsFile.parse(text, path: "topics.yml")
    }
    let sentence = try #require(error).description
    #expect(sentence.hasPrefix("topics.yml "))
    #expect(sentence.contains(says), "\(sentence)")
    #expect(!sentence.contains("\n"))
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: SeedsFileError.self) { try SeedsFile.read(path: "/no/seeds.yml") }
    #expect(error?.description.contains("/no/seeds.yml") == true)
  }
}
