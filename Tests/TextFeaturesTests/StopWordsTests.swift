import Testing

@testable import TextFeatures

@Suite struct StopWordsTests {
  @Test func everyWordIsListedOnceInNormalForm() {
    var seen: Set<String> = []
    for word in StopWords.english + StopWords.scholarly {
      #expect(seen.insert(word).inserted, "\(word) twice")
      #expect(Tokenizer.normalize(word) == word)
    }
  }

  @Test(arguments: [
    "model", "models", "learning", "language", "editing", "preference", "preferences", "reasoning",
    "agent", "agents", "retrieval", "data", "evaluation", "benchmark", "code", "research", "design",
    "optimization", "instruction", "following", "alignment", "graph", "knowledge", "efficient",
    "large", "small", "general", "causal", "treatment", "support", "decision", "making",
  ])
  func subjectWordsAreTerms(word: String) {
    #expect(!StopWords.words(.englishAndScholarly).contains(word))
  }

  @Test(arguments: [
    "the", "of", "we", "don't", "propose", "paper", "results", "show", "method", "approach",
    "novel",
    "existing", "state-of-the-art", "significantly", "demonstrate", "outperform", "experiments",
    "extensive", "framework", "e.g", "i.e",
  ])
  func functionAndScholarlyWordsAreNot(word: String) {
    #expect(StopWords.words(.englishAndScholarly).contains(word))
  }

  @Test func choicesNest() {
    let all = Set(StopWords.words(.englishAndScholarly))
    #expect(all.isSuperset(of: StopWords.words(.english)))
    #expect(!StopWords.words(.english).contains("propose"))
    #expect(StopWords.words(.none).isEmpty)
    #expect(all.isSuperset(of: StopWords.connectors))
  }
}
