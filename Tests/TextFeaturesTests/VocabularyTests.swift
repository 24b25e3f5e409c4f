import BlockScheduling
import Testing

@testable import TextFeatures

@Suite struct VocabularyTests {
  private func vocabulary(_ texts: [String]) throws -> Vocabulary {
    try TextFeatureModel.fit(texts, scheduler: BlockScheduler(threads: 1)).model.vocabulary
  }

  @Test func termsGoByFrequencyThenBytes() throws {
    let vocabulary = try vocabulary([
      "zinc amber", "zinc élan", "zinc amber birch", "élan birch", "iron", "iron", "coal", "ash",
      "ash", "coal", "coal",
    ])
    #expect(
      vocabulary.terms == ["coal", "zinc", "amber", "ash", "birch", "iron", "zinc amber", "élan"])
    #expect(vocabulary.documentFrequency == [3, 3, 2, 2, 2, 2, 2, 2])
  }

  @Test func idsAnswerToAnySpelling() throws {
    let vocabulary = try Vocabulary(
      terms: ["gpt-4", "large language models", "chain of thought"], documentFrequency: [3, 2, 1],
      displayForms: ["GPT-4", "large language models", "chain of thought"])
    #expect(vocabulary.id(of: "GPT\u{2011}4") == 0)
    #expect(vocabulary.id(of: "Large Language  Models") == 1)
    #expect(vocabulary.id(of: "Chain of Thought") == 2)
    #expect(vocabulary.id(of: "language") == nil)
    #expect(vocabulary.id(of: "") == nil)
    #expect(vocabulary.id(of: String(repeating: "word ", count: 99)) == nil)
    #expect((0..<3).map(vocabulary.wordCount(at:)) == [1, 3, 3])
    for id in 0..<3 { #expect(vocabulary.id(of: vocabulary.term(at: id)) == id) }
  }

  @Test func partsThatFitNoVocabularyAreRefused() {
    #expect(throws: TextFeatureError.repeatedTerm("amber")) {
      try Vocabulary(
        terms: ["amber", "amber"], documentFrequency: [1, 1], displayForms: ["amber", "amber"])
    }
    for term in ["Amber", "", "two  spaces", "a b", "one two three four", "42", "x"] {
      #expect(throws: TextFeatureError.malformedTerm(term)) {
        try Vocabulary(terms: [term], documentFrequency: [1], displayForms: [term])
      }
    }
    #expect(
      throws: TextFeatureError.unevenVocabulary(terms: 1, documentFrequencies: 2, displayForms: 1)
    ) {
      try Vocabulary(terms: ["amber"], documentFrequency: [1, 2], displayForms: ["amber"])
    }
  }

  @Test func namesKeepTheirCapitalsAndSentencesDoNotGiveAny() throws {
    let texts = [
      "Learning with LoRA and GPT-4\n\nAdapters learn. Learning by LoRA in Paris needs COVID-19.",
      "Fast Learning\n\nLearning is slow. Now lora and LoRA in Paris, also Covid-19 and COVID-19.",
      "Other Things: Adapters\n\nGPT-4 is other. Things are adapters; Monte Carlo in Paris.",
      "Still Other Things\n\nThings such as Monte Carlo by Schrödinger, gpt-4 and GPT-4.",
      "Harbours\n\nHarbours? Yes: things by Schrödinger.", "Harbours\n\nAgain: Monte Carlo.",
      "Unrelated", "Unrelated", "Nothing", "Nothing",
    ]
    let vocabulary = try vocabulary(texts)
    let expected = [
      "lora": "LoRA", "gpt-4": "GPT-4", "covid-19": "COVID-19", "paris": "Paris",
      "things": "things",
      "learning": "learning", "adapters": "adapters", "schrödinger": "Schrödinger",
      "monte": "Monte", "harbours": "harbours", "unrelated": "unrelated",
    ]
    for (term, form) in expected {
      let id = try #require(vocabulary.id(of: term), "\(term)")
      #expect(vocabulary.displayForm(at: id) == form)
    }
    if let id = vocabulary.id(of: "monte carlo") {
      #expect(vocabulary.displayForm(at: id) == "Monte Carlo")
    }
  }
}
