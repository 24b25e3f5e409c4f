import TestSupport
import Testing
import TopicModeling

@Suite struct SeedTests {
  @Test(arguments: TopicModelOptions.Method.allCases)
  func aSeedNamesTheTopicOfItsTerms(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let seeds = [
      TopicSeed(name: "Editing", terms: ["model editing", "knowledge editing", "ROME"]),
      TopicSeed(name: "Agents", terms: ["agents", "tool calling", "web agents"]),
    ]
    let model = try sample.fit(SampleModel.options(8, method, seeds: seeds))
    for (name, truth) in [("Editing", "model-editing"), ("Agents", "agents")] {
      let topic = try #require(model.topics.first { $0.label == name })
      #expect(topic.seed == name)
      let rows = sample.corpus.topics.indices.filter { model.labels[$0] == Int32(topic.id - 1) }
      let right = rows.count { sample.corpus.topics[$0] == truth }
      #expect(Double(right) > 0.7 * Double(rows.count), "\(right) of \(rows.count)")
    }
    #expect(model.seedOutcomes.map(\.name) == ["Editing", "Agents"])
    for outcome in model.seedOutcomes {
      guard case .kept = outcome.status else {
        Issue.record("\(outcome)")
        continue
      }
    }
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func examplePapersAreASeed(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let examples = sample.corpus.ids.indices.filter { sample.corpus.topics[$0] == "retrieval" }
      .prefix(4).map { sample.corpus.ids[$0] }
    let model = try sample.fit(
      SampleModel.options(
        8, method, seeds: [TopicSeed(name: "Search", papers: examples + ["no-such-paper"])]))
    #expect(model.seedOutcomes[0].missingPapers == ["no-such-paper"])
    let topic = try #require(model.topics.first { $0.label == "Search" })
    let rows = sample.corpus.topics.indices.filter { model.labels[$0] == Int32(topic.id - 1) }
    #expect(rows.count { sample.corpus.topics[$0] == "retrieval" } > rows.count / 2)
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func aSeedWithoutAMatchSaysSo(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let seeds = [
      TopicSeed(name: "Nothing", terms: ["zzyzx"]),
      TopicSeed(name: "Agents", terms: ["agents", "tool calling"]),
    ]
    let model = try sample.fit(SampleModel.options(8, method, seeds: seeds))
    #expect(model.seedOutcomes[0].status == .unmatched)
    #expect(model.topics.allSatisfy { $0.label != "Nothing" })
    #expect(model.topics.contains { $0.label == "Agents" })
  }

  /// Two seeds of the same papers cannot both keep them.
  @Test(arguments: TopicModelOptions.Method.allCases)
  func aSeedWhoseClusterMovedAwaySaysSo(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let terms = ["agents", "tool calling", "web agents"]
    let seeds = [
      TopicSeed(name: "Agents", terms: terms), TopicSeed(name: "Agents again", terms: terms),
    ]
    let model = try sample.fit(SampleModel.options(8, method, seeds: seeds))
    let kept = model.seedOutcomes.count {
      if case .kept = $0.status { true } else { false }
    }
    #expect(kept == 1)
    let names = model.topics.compactMap(\.seed)
    #expect(names.count == 1)
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func moreSeedsThanTopicsAreRefused(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let seeds = ["a", "b", "c"].map { TopicSeed(name: $0, terms: ["agents"]) }
    #expect(throws: TopicModelError.fewerTopicsThanSeeds(topics: 2, seeds: 3)) {
      try sample.fit(SampleModel.options(2, method, seeds: seeds))
    }
  }
}
