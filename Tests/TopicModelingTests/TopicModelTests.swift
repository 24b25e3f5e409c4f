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

  static func options(
    _ count: Int, _ method: TopicModelOptions.Method, seeds: [TopicSeed] = []
  ) -> TopicModelOptions {
    var options = TopicModelOptions()
    options.method = method
    options.topicCount = .fixed(count)
    options.seeds = seeds
    return options
  }
}

@Suite struct TopicModelTests {
  @Test(
    arguments: [(1, .lsa, 0.5), (2, .lsa, 0.5), (1, .graph, 0.8), (2, .graph, 0.8)]
      as [(Int, TopicModelOptions.Method, Double)])
  func topicsAreThoseThatTheAbstractsWereWrittenFor(
    seed: Int, method: TopicModelOptions.Method, least: Double
  ) throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(8, method), seed: UInt64(seed))
    let names = Set(sample.corpus.topics).sorted()
    let truth = sample.corpus.topics.map { Int32(names.firstIndex(of: $0) ?? -1) }
    let agreement = ContingencyTable(classes: truth, clusters: model.labels).adjustedRandIndex
    #expect(agreement > least, "adjusted Rand \(agreement)")
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func topicsAreNumberedByFallingSizeAndAddUp(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(12, method))
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

  /// Two papers of one text are among them; no id is asked for.
  @Test(arguments: [1, 7, 255, 1_000], TopicModelOptions.Method.allCases)
  func assignGivesTheTopicsOfTheFit(batch: Int, method: TopicModelOptions.Method) throws {
    let corpus = try SampleCorpus()
    let extra = ["Zzyzx.", "", corpus.texts[17]]
    let sample = try SampleModel(extraTexts: extra)
    let model = try sample.fit(SampleModel.options(8, method))
    let texts = corpus.texts + extra
    var assigned: [TopicAssignment] = []
    for start in stride(from: 0, to: texts.count, by: batch) {
      let rows = try sample.features.transform(
        Array(texts[start..<min(texts.count, start + batch)]),
        scheduler: BlockScheduler(threads: 2)
      ).tfidf
      assigned += model.assignments(tfidf: rows, scheduler: BlockScheduler(threads: 2))
    }
    #expect(assigned.map(\.topic) == model.labels.map { $0 < 0 ? nil : Int($0) })
    #expect(assigned.map(\.certainty) == model.certainties)
    #expect(assigned[266].topic == assigned[17].topic)
    #expect(assigned.allSatisfy { (0...1).contains($0.certainty) })
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func aPaperWithoutATermHasNoTopic(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel(extraTexts: ["Zzyzx."])
    let model = try sample.fit(SampleModel.options(8, method))
    #expect(model.certainties[264] == 0)
    #expect(model.topic(ofPaper: 264) == nil)
    #expect(model.labels[264] == -1)
    #expect(model.topics.map(\.size).reduce(0, +) == 264)
  }

  @Test(
    arguments: [(1, 5), (2, nil), (3, nil), (3, 5)] as [(Int, UInt64?)],
    TopicModelOptions.Method.allCases)
  func threadsAndBlockOrderChangeNothing(
    workers: (threads: Int, order: UInt64?), method: TopicModelOptions.Method
  ) throws {
    let sample = try SampleModel()
    let expected = try sample.fit(
      SampleModel.options(8, method), scheduler: BlockScheduler(threads: 1))
    let model = try sample.fit(
      SampleModel.options(8, method),
      scheduler: BlockScheduler(threads: workers.threads, blockOrderSeed: workers.order))
    #expect(model.topicVectors == expected.topicVectors)
    #expect(model.certainties == expected.certainties)
    #expect(model.tree == expected.tree)
    #expect(model.labels == expected.labels)
    #expect(model.topics == expected.topics)
    #expect(model.documentVectors == expected.documentVectors)
    #expect(model.centroids == expected.centroids)
  }

  @Test func tooManyTopicsAreRefused() throws {
    let sample = try SampleModel()
    #expect(throws: TopicModelError.tooManyTopics(asked: 300, papers: 264)) {
      try sample.fit(SampleModel.options(300, .graph))
    }
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func theChoiceOfTheNumberOfTopicsIsExplained(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    var options = TopicModelOptions()
    options.method = method
    let model = try sample.fit(options)
    let choice = try #require(model.topicCountChoice)
    #expect(choice.candidates.contains { $0.clusterCount == model.topics.count })
    #expect((4...16).contains(model.topics.count), "\(model.topics.count) topics")
  }

  @Test(arguments: TopicModelOptions.Method.allCases)
  func theTreePartsThePapersAtEveryLevel(method: TopicModelOptions.Method) throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(12, method))
    let tree = model.tree
    #expect(tree.nodes.count == 23 && tree.topicCount == 12)
    #expect(Set(tree.nodes.map(\.label)).count == 23)
    #expect(tree.nodes[22].size == 264)
    for count in 1...12 {
      let level = tree.level(count)
      #expect(level.count == count)
      #expect(level.flatMap { tree.nodes[$0].topics }.sorted() == Array(0..<12))
      for node in level {
        let sizes = tree.nodes[node].topics.map { model.topics[$0].size }
        #expect(tree.nodes[node].size == sizes.reduce(0, +))
      }
    }
    let heights = tree.nodes.compactMap { $0.children?.height }
    #expect(heights == heights.sorted())
  }

  /// Vectors that say the topic outright.
  @Test func givenVectorsTakeThePlaceOfTheDecomposition() throws {
    let sample = try SampleModel()
    let names = Set(sample.corpus.topics).sorted()
    let vectors = DenseMatrix(
      rows: sample.corpus.topics.map { topic in names.map { $0 == topic ? 2 : 0.1 } })
    let model = try TopicModel.fit(
      features: sample.features, counts: sample.counts, tfidf: sample.tfidf,
      paperIDs: sample.corpus.ids, vectors: vectors,
      options: SampleModel.options(8, .graph), seed: 1, scheduler: BlockScheduler(threads: 2))
    let truth = sample.corpus.topics.map { Int32(names.firstIndex(of: $0) ?? -1) }
    let agreement = ContingencyTable(classes: truth, clusters: model.labels).adjustedRandIndex
    #expect(agreement > 0.9, "adjusted Rand \(agreement)")
    #expect(model.components.rowCount == 0)
    let assigned = model.assign(tfidf: sample.tfidf, scheduler: BlockScheduler(threads: 1))
    #expect(assigned == model.labels.map { Int($0) })
    let near = model.documentVectors(ofTFIDF: sample.tfidf, scheduler: BlockScheduler(threads: 1))
    #expect(near.columnCount == 8 && near.rowCount == 264)
    #expect(throws: TopicModelError.vectorsNeedTheGraph) {
      try TopicModel.fit(
        features: sample.features, counts: sample.counts, tfidf: sample.tfidf,
        paperIDs: sample.corpus.ids, vectors: vectors, options: SampleModel.options(8, .lsa),
        seed: 1, scheduler: BlockScheduler(threads: 1))
    }
  }

  @Test(arguments: [1, 2, 3, 5]) func hardlyMorePapersThanTopicsAreNoFault(count: Int) throws {
    let texts = [
      "red apple tree", "red apple pie", "blue sea wave", "blue sea salt", "red apple sea",
    ]
    let (features, counts, tfidf) = try TextFeatureModel.fit(
      texts, options: TextFeatureOptions(), scheduler: BlockScheduler(threads: 1))
    let model = try TopicModel.fit(
      features: features, counts: counts, tfidf: tfidf, paperIDs: texts,
      options: SampleModel.options(count, .graph), seed: 1, scheduler: BlockScheduler(threads: 1))
    #expect((1...count).contains(model.topics.count))
    #expect(model.topics.map(\.size).reduce(0, +) == 5)
    let assigned = model.assign(tfidf: tfidf, scheduler: BlockScheduler(threads: 1))
    #expect(assigned == model.labels.map { Int($0) })
  }
}
