import BlockScheduling
import Clustering
import LinearAlgebra
import TestSupport
import TextFeatures
import Testing
import TopicModeling

/// A model of the sample corpus, and what must hold of any model.
struct SampleModel {
  let corpus: SampleCorpus
  let features: TextFeatureModel
  let counts: CSRMatrix
  let tfidf: CSRMatrix

  init(extraTexts: [String] = []) throws {
    corpus = try SampleCorpus()
    (features, counts, tfidf) = try TextFeatureModel.fit(
      corpus.texts + extraTexts, options: TextFeatureOptions(),
      scheduler: BlockScheduler(threads: 2))
  }

  func fit(
    _ options: TopicModelOptions, seed: UInt64 = 1,
    scheduler: BlockScheduler = BlockScheduler(threads: 2)
  ) throws -> TopicModel {
    let ids = corpus.ids + (corpus.ids.count..<tfidf.rowCount).map { "extra-\($0)" }
    return try TopicModel.fit(
      features: features, counts: counts, tfidf: tfidf, paperIDs: ids, options: options,
      seed: seed, scheduler: scheduler)
  }

  static func options(_ count: Int, seeds: [TopicSeed] = []) -> TopicModelOptions {
    var options = TopicModelOptions()
    options.topicCount = .fixed(count)
    options.seeds = seeds
    return options
  }
}

@Suite struct TopicModelTests {
  @Test(arguments: [1, 2]) func topicsAreThoseThatTheAbstractsWereWrittenFor(seed: Int) throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(8), seed: UInt64(seed))
    let names = Set(sample.corpus.topics).sorted()
    let truth = sample.corpus.topics.map { Int32(names.firstIndex(of: $0) ?? -1) }
    let agreement = ContingencyTable(classes: truth, clusters: model.labels).adjustedRandIndex
    #expect(agreement > 0.5, "adjusted Rand \(agreement)")
  }

  @Test func topicsAreNumberedByFallingSizeAndAddUp() throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(12))
    #expect(model.topics.map(\.id) == Array(1...12))
    #expect(model.topics.map(\.size) == model.topics.map(\.size).sorted(by: >))
    #expect(model.topics.map(\.size).reduce(0, +) == 264)
    #expect(abs(model.topics.map(\.share).reduce(0, +) - 1) < 1e-12)
    for (index, topic) in model.topics.enumerated() {
      #expect(model.labels.count { $0 == Int32(index) } == topic.size)
      #expect(topic.exemplars.allSatisfy { model.labels[$0] == Int32(index) })
      #expect(topic.terms.count == 10)
      #expect((-1...1).contains(topic.separation))
    }
    #expect(Set(model.topics.map(\.label)).count == 12)
  }

  @Test(arguments: [1, 7, 255, 1_000]) func assignGivesTheTopicsOfTheFit(batch: Int) throws {
    let sample = try SampleModel(extraTexts: ["Zzyzx.", ""])
    let model = try sample.fit(SampleModel.options(8))
    let texts = sample.corpus.texts + ["Zzyzx.", ""]
    var assigned: [Int?] = []
    for start in stride(from: 0, to: texts.count, by: batch) {
      let rows = try sample.features.transform(
        Array(texts[start..<min(texts.count, start + batch)]),
        scheduler: BlockScheduler(threads: 2)
      ).tfidf
      assigned += model.assign(tfidf: rows, scheduler: BlockScheduler(threads: 2))
    }
    #expect(assigned == model.labels.map { $0 < 0 ? nil : Int($0) })
  }

  @Test func aPaperWithoutATermHasNoTopic() throws {
    let sample = try SampleModel(extraTexts: ["Zzyzx."])
    let model = try sample.fit(SampleModel.options(8))
    #expect(model.topic(ofPaper: 264) == nil)
    #expect(model.labels[264] == -1)
    #expect(model.topics.map(\.size).reduce(0, +) == 264)
  }

  @Test(arguments: [1, 2, 3], [nil, 5] as [UInt64?])
  func threadsAndBlockOrderChangeNothing(threads: Int, order: UInt64?) throws {
    let sample = try SampleModel()
    let expected = try sample.fit(
      SampleModel.options(8), scheduler: BlockScheduler(threads: 1))
    let model = try sample.fit(
      SampleModel.options(8), scheduler: BlockScheduler(threads: threads, blockOrderSeed: order))
    #expect(model.labels == expected.labels)
    #expect(model.topics == expected.topics)
    #expect(model.documentVectors == expected.documentVectors)
    #expect(model.centroids == expected.centroids)
  }

  @Test func tooManyTopicsAreRefused() throws {
    let sample = try SampleModel()
    #expect(throws: TopicModelError.tooManyTopics(asked: 300, papers: 264)) {
      try sample.fit(SampleModel.options(300))
    }
  }

  @Test func theChoiceOfTheNumberOfTopicsIsExplained() throws {
    let sample = try SampleModel()
    let model = try sample.fit(TopicModelOptions())
    let choice = try #require(model.topicCountChoice)
    #expect(choice.candidates.contains { $0.clusterCount == model.topics.count })
    #expect((4...16).contains(model.topics.count), "\(model.topics.count) topics")
  }
}
