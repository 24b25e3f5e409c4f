import BlockScheduling
import LinearAlgebra
import TestSupport
import Testing
import TextFeatures

@testable import TopicModeling

@Suite struct TopicNamingTests {
  @Test func namesTakeFurtherPhrasesUntilNoTwoAreAlike() {
    let names = ["a", "a", "a"].map { TopicNaming.Names(phrases: [$0], further: ["b"]) }
    #expect(TopicNaming.distinctLabels(names) == ["a", "a, b", "a, b 2"])
    #expect(
      TopicNaming.distinctLabels([TopicNaming.Names(phrases: [], further: [])], taken: ["other"])
        == ["other 2"])
  }

  /// The names of the first ten of 24 papers.
  private func naming(
    _ terms: [(String, papers: [Int32])], acronyms: Acronyms = .none
  ) throws -> ([String], [String]) {
    let vocabulary = try Vocabulary(
      terms: terms.map { Tokenizer.normalize($0.0) },
      documentFrequency: terms.map { Int32($0.papers.count) }, displayForms: terms.map(\.0))
    let columns = terms.flatMap(\.papers)
    let postings = try CSRMatrix(
      rowCount: terms.count, columnCount: 24,
      rowOffsets: terms.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.papers.count)) },
      columnIndices: columns, values: columns.map { _ in 1 })
    let scheduler = BlockScheduler(threads: 1)
    let members = [Array<Int32>(0..<10), Array(10..<24)]
    let naming = TopicNaming(
      labeler: TopicLabeler(
        vocabulary: vocabulary, acronyms: acronyms, terms: terms.indices, scheduler: scheduler),
      postings: Postings(transposed: postings), members: members, paperCount: 24,
      counts: ClassTFIDF(
        counts: postings.transposed(), members: members, limit: 1, scheduler: scheduler
      ).papers)
    let names = naming.names(
      [0], size: 10,
      entries: terms.indices.map {
        ClassTFIDF.Entry(term: $0, weight: 1 / Double($0 + 1), frequency: 1, concentration: 1)
      })
    return (names.phrases, names.further)
  }

  @Test func aPhraseThatFindsTheGroupIsTheLabel() throws {
    let group = Array(Int32(0)..<10)
    let found = try naming([
      ("papers", Array(0..<20)), ("clinical", group), ("health records", group),
      ("1990s", group), ("doi", group),
    ])
    #expect(found.0 == ["health records"])
    #expect(Set(found.1) == ["papers", "clinical"])
  }

  @Test func aWordIsNotLeftAlone() throws {
    let found = try naming([("robots", Array(0..<8)), ("grasp planning", [8])])
    #expect(found.0 == ["robots", "grasp planning"])
  }

  @Test func variantsAndLongFormsAreNamedOnce() throws {
    let found = try naming(
      [
        ("GNN", [0, 1]), ("GNN models", [2]), ("graph neural", [0, 1]), ("fine-tuning", [1, 2]),
        ("finetuning", [1, 2]),
      ],
      acronyms: Acronyms([
        Acronyms.Entry(shortForm: "GNN", longForm: "graph neural network", textCount: 2)
      ]))
    let all = found.0 + found.1
    #expect(all.contains("graph neural network (GNN) models"))
    #expect(!all.contains("graph neural"))
    #expect(all.count { $0.hasPrefix("fine") } == 1)
  }

  /// Bounds spare looking at papers, but the phrases are those of looking at all of them.
  @Test(arguments: 1...8) func theBestPhraseIsFoundWithoutLookingAtAll(seed: Int) throws {
    let scheduler = BlockScheduler(threads: 1)
    var random = SplitMix64(seed: UInt64(seed), purpose: "naming", index: 0)
    let topics = (0..<60).map { _ in Int32(random.nextIndex(below: 5)) - 1 }
    let words = (0..<30).map { "word\($0 / 6 + $0)" }
    let papers = words.map { _ in
      let share = random.nextUnit()
      return (0..<Int32(60)).filter { _ in random.nextUnit() < share }
    }
    let vocabulary = try Vocabulary(
      terms: words, documentFrequency: papers.map { Int32($0.count) }, displayForms: words)
    let columns = papers.flatMap(\.self)
    let postings = try CSRMatrix(
      rowCount: words.count, columnCount: 60,
      rowOffsets: papers.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) },
      columnIndices: columns, values: columns.map { _ in 1 })
    let members = (0..<4).map { topic in (0..<Int32(60)).filter { topics[Int($0)] == topic } }
    let naming = TopicNaming(
      labeler: TopicLabeler(
        vocabulary: vocabulary, terms: words.indices, scheduler: scheduler),
      postings: Postings(transposed: postings), members: members, paperCount: 60,
      counts: ClassTFIDF(
        counts: postings.transposed(), members: members, limit: 1, scheduler: scheduler
      ).papers)
    let size = members[1].count + members[3].count
    let names = naming.names(
      [1, 3], size: size,
      entries: words.indices.map {
        ClassTFIDF.Entry(term: $0, weight: 1 / Double($0 + 1), frequency: 1, concentration: 1)
      })

    func f(_ found: Set<Int32>) -> Double {
      let inside = found.count { [1, 3].contains(topics[Int($0)]) }
      let all = found.count { topics[Int($0)] >= 0 }
      return 1.5 * Double(inside) / max(1, 0.5 * Double(size) + Double(all))
    }
    var found: Set<Int32> = []
    for (position, phrase) in names.phrases.enumerated() {
      let chosen = try #require(words.firstIndex(of: phrase))
      let taken = names.phrases.prefix(position)
      let best = words.indices.filter { !taken.contains(words[$0]) }
        .max { f(found.union(papers[$0])) < f(found.union(papers[$1])) }
      #expect(f(found.union(papers[chosen])) == best.map { f(found.union(papers[$0])) })
      found.formUnion(papers[chosen])
    }
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
