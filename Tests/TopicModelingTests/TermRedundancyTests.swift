import Testing

@testable import TopicModeling

@Suite struct TermRedundancyTests {
  @Test(arguments: [
    ("Language models", ["language", "model"]),
    ("k-means", ["k", "mean"]),
    ("GPT-4", ["gpt", "4"]),
    ("loss", ["loss"]),
    ("gas", ["gas"]),
    ("policies", ["policy"]),
    ("behaviour modelling", ["behavior", "modeling"]),
  ])
  func wordsAreComparable(term: String, words: [String]) {
    #expect(TermRedundancy.comparableWords(term) == words)
  }

  @Test(arguments: [
    ["edit", "edits", "edited", "editing", "editor", "editors"], ["bias", "biases"],
    ["anomaly", "anomalies"], ["detection", "detecting", "detect"], ["robot", "robotic"],
    ["policy", "policies"],
  ])
  func wordsOfOneIdeaHaveOneStem(words: [String]) {
    #expect(Set(words.map(TermRedundancy.stem)).count == 1, "\(words.map(TermRedundancy.stem))")
  }

  @Test func anAcronymIsOfTheFirstLetters() {
    #expect(TermRedundancy.initials("LLMs") == "llm")
    #expect(TermRedundancy.initials("CoT") == "cot")
    #expect(TermRedundancy.initials("LoRA") == "lora")
    #expect(TermRedundancy.initials("models") == nil)
  }

  @Test(arguments: [
    ("clinical", true), ("robotic", true), ("harmful", true), ("speech", false), ("goal", false),
    ("agents", false),
  ])
  func adjectivesAreKnownByTheirEnding(word: String, isAdjective: Bool) {
    #expect(TermRedundancy.isAdjective(word) == isAdjective)
  }

  @Test func containmentIsInOrderWithoutGaps() {
    #expect(TermRedundancy.isContained(["b"], in: ["a", "b", "c"]))
    #expect(TermRedundancy.isContained(["b", "c"], in: ["a", "b", "c"]))
    #expect(!TermRedundancy.isContained(["a", "c"], in: ["a", "b", "c"]))
    #expect(!TermRedundancy.isContained(["a", "b"], in: ["b"]))
    #expect(!TermRedundancy.isContained([], in: ["b"]))
  }

  @Test func overlapIsSharedOverSmaller() {
    #expect(TermRedundancy.overlap(["a", "b"], ["b"]) == 1)
    #expect(TermRedundancy.overlap(["a", "b"], ["b", "c"]) == 0.5)
    #expect(TermRedundancy.overlap(["a"], ["b"]) == 0)
  }
}
