import LinearAlgebra
import TestSupport
import Testing

@testable import TopicModeling

@Suite struct TopicNamingTests {
  @Test func namesTakeFurtherPhrasesUntilNoTwoAreAlike() {
    let names = ["a", "a", "a"].map { TopicNaming.Names(phrases: [$0], further: ["b"]) }
    #expect(TopicNaming.distinctLabels(names) == ["a", "a, b", "a, b 2"])
    #expect(
      TopicNaming.distinctLabels([TopicNaming.Names(phrases: [], further: [])], taken: ["other"])
        == ["other 2"])
  }

  @Test func labelsOfTheSampleAreShortAndTheTopicsOwn() throws {
    let sample = try SampleModel()
    let model = try sample.fit(SampleModel.options(8, .graph))
    #expect(Set(model.topics.map(\.label)).count == 8)
    for topic in model.topics {
      let phrases = topic.label.split(separator: ",")
      #expect((1...3).contains(phrases.count), "\(topic.label)")
    }
  }
}
