import BlockScheduling
import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct AcronymsTests {
  private func definitions(_ text: String) -> [String] {
    AcronymDefinition.all(in: text.utf8Span.span).map { "\($0.shortForm)=\($0.longForm)" }
  }

  /// Each definition with what is found, or nothing.
  @Test(arguments: [
    ("We use large language models (LLMs) here", ["LLM=large language model"]),
    ("a Graph Neural Network (GNN)", ["GNN=graph neural network"]),
    ("retrieval-augmented generation (RAG)", ["RAG=retrieval augmented generation"]),
    ("the area under the curve (AUC)", ["AUC=area under the curve"]),
    ("mixture of experts (MoE) layers", ["MoE=mixture of expert"]),
    ("heat shock transcription factor (HSF)", ["HSF=heat shock transcription factor"]),
    (
      "an extended Kalman filter (EKF) and reinforcement learning (RL)",
      ["EKF=extended kalman filter", "RL=reinforcement learning"]
    ),
    ("natural language processing (NLP)", ["NLP=natural language processing"]),
    ("variational autoencoders (VAEs)", ["VAE=variational autoencoder"]),
    (
      "term frequency-inverse document frequency (TF-IDF)",
      ["TF-IDF=term frequency inverse document frequency"]
    ),
    // No letter of the short form leads there.
    ("see the appendix (ABC)", []),
    // Not a short form.
    ("a model (large)", []), ("a model (see Fig. 3)", []), ("in the year (2021)", []),
    ("the best (A)", []), ("nothing (", []), ("(LLM)", []), ("", []),
    // A boundary lies between.
    ("large. Language models (LLM)", []),
    // One word is a spelling, not a long form.
    ("autoencoders (AEs)", []),
  ])
  func definitionsAreFound(text: String, expected: [String]) {
    #expect(definitions(text) == expected)
  }

  @Test(arguments: 0..<40) func anyBytesAreText(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "acronyms")
    let letters = Array("aAbBlLmMsS ( ) - ( ) .\u{E9}2".utf8)
    let bytes = (0..<300).map { _ in letters[generator.nextIndex(below: letters.count)] }
    _ = AcronymDefinition.all(in: bytes.span)
    let entry = Acronyms.Entry(shortForm: "LM", longForm: "l m", textCount: 3)
    var once = bytes
    Acronyms([entry]).shorten(&once)
    #expect(once.count <= bytes.count)
    var twice = Array("kept: ".utf8) + bytes
    Acronyms([entry]).shorten(&twice, from: 6)
    #expect(Array(twice.prefix(6)) == Array("kept: ".utf8))
  }

  private func learn(_ texts: [String], threads: Int = 2) -> Acronyms {
    Acronyms.learn(from: TextSource(texts), scheduler: BlockScheduler(threads: threads))
  }

  @Test func aShortFormNeedsEnoughTextsThatAgree() {
    let agreed = [String](repeating: "Large language models (LLMs).", count: 5)
    #expect(learn(agreed).entries.map(\.shortForm) == ["LLM"])
    #expect(learn(Array(agreed.prefix(2))).entries.isEmpty)
    // Said twice in one text is said once.
    #expect(learn([agreed.joined(separator: " ")]).entries.isEmpty)
    let disputed =
      [String](repeating: "information retrieval (IR)", count: 5)
      + [String](repeating: "infrared radiation (IR)", count: 4)
    #expect(learn(disputed).entries.isEmpty)
  }

  @Test func noOrderAndNoThreadCountChangesThem() {
    let texts = (0..<5_000).map { number in
      switch number % 5 {
      case 0: "graph neural networks (GNNs) at \(number)"
      case 1: "reinforcement learning (RL)"
      case 2: "rotary learning (RL)"
      case 3: number % 2 == 0 ? "graph neural nets (GNN)" : "a random forest (RF)"
      default: "graph neural networks (GNs)"
      }
    }
    let learnt = learn(texts, threads: 1)
    #expect(learnt.entries.map(\.shortForm) == ["GN", "RF"])
    #expect(learn(texts.reversed(), threads: 3) == learnt)
  }

  @Test(arguments: [
    ("Large language models (LLMs) are", "LLM are"),
    ("a large language model is", "a LLM is"),
    ("large-language-model agents", "LLM agents"),
    ("LLMs and LLM", "LLM and LLM"),
    ("Large\nLanguage Models' size", "LLM' size"),
    ("large language modeling", "large language modeling"),
    ("very-large language models", "very-large language models"),
    ("a small language model", "a small language model"),
    ("large language", "large language"),
    ("large language models", "LLM"),
    ("large language models-based", "LLM-based"),
    ("llms stay", "llms stay"),
    ("large language models (LLM)", "LLM"),
    ("large language models (LMs)", "LLM (LMs)"),
    ("", ""),
  ])
  func shortFormsStandForLongOnes(text: String, expected: String) {
    let acronyms = Acronyms([
      Acronyms.Entry(shortForm: "LLM", longForm: "large language model", textCount: 9)
    ])
    #expect(acronyms.shorten(text) == expected)
    #expect(acronyms.shorten(expected) == expected)
    #expect(Acronyms.none.shorten(text) == text)
  }

  /// What the search for heads must agree with: each place of a text, and each rule, by hand.
  private func shortenedByHand(_ text: [UInt8], _ entries: [Acronyms.Entry]) -> String {
    func isWord(_ byte: UInt8) -> Bool { AcronymDefinition.isWord(byte) }
    func end(_ words: [[UInt8]], _ start: Int) -> Int? {
      var index = start
      for (number, word) in words.enumerated() {
        if number > 0 {
          guard index < text.count, AcronymDefinition.isJoint(text[index]) else { return nil }
          index += 1
        }
        guard text[index...].prefix(word.count).map(AcronymDefinition.lower) == word else {
          return nil
        }
        index += word.count
        if number == words.count - 1, index < text.count, text[index] == UInt8(ascii: "s") {
          index += 1
        }
        if index < text.count, isWord(text[index]) { return nil }
      }
      return index
    }
    let rules = entries.map { entry in
      (words: entry.longForm.split(separator: " ").map { Array($0.utf8) }, short: entry.shortForm)
    }.sorted { $0.words.count > $1.words.count }
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      let begins =
        isWord(text[index]) && (index == 0 || !isWord(text[index - 1]))
        && (index == 0 || text[index - 1] != UInt8(ascii: "-"))
      let found =
        begins
        ? rules.lazy.compactMap { rule in
          end(rule.words, index).map { (rule.short, $0) }
        }.first : nil
      output += found.map { Array($0.0.utf8) } ?? [text[index]]
      index = found?.1 ?? index + 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: 0..<40) func longFormsAreFoundWhereverTheyStand(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "long forms")
    let entries = [
      ("LM", "large model"), ("LLM", "large language model"), ("AC", "a code"),
      ("CNN", "convolutional neural network"), ("CM", "convolutionally mixed"),
      ("\u{C9}T", "\u{E9}tat tiers"), ("LC", "large code"),
    ].map { Acronyms.Entry(shortForm: $0.0, longForm: $0.1, textCount: 9) }
    let pieces = [
      "large", "Large", "language", "model", "models", "a", "A", "code", "convolutional",
      "Convolutionally", "neural", "network", "networks", "mixed", "\u{E9}tat", "tiers", "largely",
      " ", " ", " ", "-", "\n", ". ", "s", "the",
    ]
    // Long enough that words cross the groups of 64 bytes, and end at each place of one.
    let text = (0..<(20 + 7 * seed)).map { _ in
      pieces[generator.nextIndex(below: pieces.count)]
        + (generator.nextIndex(below: 2) == 0 ? " " : "")
    }.joined()
    let acronyms = Acronyms(entries)
    #expect(acronyms.shorten(text) == shortenedByHand(Array(text.utf8), entries))
    var buffer = Array("kept large ".utf8) + Array(text.utf8)
    acronyms.shorten(&buffer, from: 11)
    #expect(
      String(decoding: buffer, as: UTF8.self)
        == "kept large " + shortenedByHand(Array(text.utf8), entries))
  }

  @Test func theLongestLongFormWins() {
    let acronyms = Acronyms([
      Acronyms.Entry(shortForm: "LM", longForm: "language model", textCount: 9),
      Acronyms.Entry(shortForm: "LMA", longForm: "language model agent", textCount: 9),
    ])
    #expect(acronyms.shorten("language model agents, language models") == "LMA, LM")
    #expect(acronyms.entry(for: "lmas")?.longForm == "language model agent")
    #expect(acronyms.entry(for: "x") == nil)
    #expect(acronyms.readable("LM") == "language model (LM)")
    #expect(acronyms.readable("agents") == "agents")
  }

  @Test func aLabelShowsTheLongFormAsMostTextsMeanIt() {
    let acronyms = learn(
      [String](repeating: "Monte Carlo Tree Search (MCTS)", count: 8)
        + [String](repeating: "Monte Carlo tree search (MCTS)", count: 2)
        + [String](repeating: "a mixture-of-experts (MoE) layer", count: 4)
        + [String](repeating: "Mixture of Experts (MoE)", count: 1)
        + [String](repeating: "neural ordinary differential equations (NODEs)", count: 3))
    #expect(acronyms.readable("MCTS") == "Monte Carlo tree search (MCTS)")
    #expect(acronyms.readable("MoE models") == "mixture-of-experts (MoE) models")
    #expect(acronyms.readable("NODEs") == "neural ordinary differential equation (NODE)")
    // A word of the language is no acronym.
    #expect(acronyms.readable("node") == "node")
    #expect(acronyms.spelledOut("node") == "node")
    #expect(acronyms.spelledOut("MoE-based") == "mixture of expert-based")
    // Of a hundred texts with the term, ten must define it.
    #expect(acronyms.readable("MCTS") { _ in 101 } == "Monte Carlo tree search")
    #expect(acronyms.readable("MCTS") { _ in 100 } == "Monte Carlo tree search (MCTS)")
  }

  @Test(arguments: [
    ("graph networks (GN)", true), ("graph networks ($\\mathrm{GN}$)", true), ("a (b) c", false),
    ("none", false), ("(", false), ("open (GN", false),
  ])
  func textsWithoutADefinitionArePassedOver(text: String, may: Bool) {
    #expect(AcronymDefinition.mayOccur(in: text.utf8Span.span) == may)
  }

  @Test func shortAndLongFormCountAsOneTerm() throws {
    let texts = [
      "Graph neural networks (GNNs) learn.", "A graph neural network (GNN) learns.",
      "We train graph neural networks (GNNs).", "GNNs here", "the graph neural network there",
    ]
    let acronyms = learn(texts)
    let short = texts.map(acronyms.shorten)
    var options = TextFeatureOptions()
    options.maximumDocumentShare = 1
    let model = try TextFeatureModel.fit(
      short, options: options, scheduler: BlockScheduler(threads: 1)
    ).model
    let id = try #require(model.vocabulary.id(of: "gnn"))
    #expect(model.vocabulary.documentFrequency[id] == 5)
    #expect(model.vocabulary.id(of: "graph") == nil)
  }
}
