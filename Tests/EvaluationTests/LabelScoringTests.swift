import Clustering
import Corpora
import LinearAlgebra
import Testing

@testable import Evaluation

@Suite struct LabelScoringTests {
  private func record(_ id: String, _ label: Int32) -> Paper {
    Paper(id: id, title: "", abstract: "", categories: ["c\(label)"])
  }

  private func scores(
    _ records: [Paper], papers: [String], topics: [Int32]
  ) -> (quality: ClusteringQuality, withoutTopic: Int) {
    let scoring = LabelScoring(
      LabelledRecords(records, source: .categories),
      papers: papers.map { Paper(id: $0, title: "", abstract: "") })
    var quality = ClusteringQuality()
    scoring.score(topics, into: &quality)
    return (quality, scoring.countWithoutTopic(topics))
  }

  @Test func scoresAreThoseOfTheDefinitions() throws {
    let truth: [Int32] = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2]
    let topics: [Int32] = [0, 0, 0, 1, 1, 1, 0, 2, 2, 2, 3, 3]
    let ids = truth.indices.map { String(UnicodeScalar(UInt8(97 + $0))) }
    let (quality, withoutTopic) = scores(
      zip(ids, truth).map(record), papers: ids, topics: topics)
    for (metric, expected) in [
      (QualityMetric.nmi, 0.600265), (.ami, 0.436288), (.ari, 0.347342), (.vMeasure, 0.600265),
      (.purity, 0.833333), (.accuracy, 0.666667),
    ] {
      let value = try #require(quality[metric])
      #expect(abs(value - expected) < 0.5e-6, "\(metric): \(value)")
    }
    #expect(withoutTopic == 0)
  }

  @Test func duplicatesCountAndRecordsWithoutATopicAreClustersOfTheirOwn() {
    // Paper b has no topic, record z no paper; a comes twice.
    let records = [record("a", 0), record("a", 0), record("b", 0), record("c", 1), record("z", 1)]
    let (quality, withoutTopic) = scores(records, papers: ["a", "b", "c"], topics: [0, -1, 1])
    #expect(withoutTopic == 2)
    let table = ContingencyTable(classes: [0, 0, 0, 1, 1], clusters: [0, 0, 5, 1, 6])
    #expect(quality[.nmi] == table.normalizedMutualInformation())
    #expect(quality[.ari] == table.adjustedRandIndex)
    #expect(quality[.purity] == 1)
    #expect(quality[.accuracy] == 0.6)
  }

  @Test(arguments: 0..<10) func leavingOutSingleRecordsDoesNotChangeTheAccuracy(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "label scoring")
    let count = 40
    let truth = (0..<count).map { _ in Int32(generator.nextIndex(below: 4)) }
    let topics = (0..<count).map { _ in Int32(generator.nextIndex(below: 6)) - 3 }
      .map { max($0, -1) }
    let ids = (0..<count).map { "p\($0)" }
    let table = ContingencyTable(classes: truth, clusters: Singletons.separate(topics))
    let accuracy =
      scores(zip(ids, truth).map(record), papers: ids, topics: topics)
      .quality[.accuracy] ?? 0
    #expect(abs(accuracy - table.accuracy) < 1e-12)
  }
}
