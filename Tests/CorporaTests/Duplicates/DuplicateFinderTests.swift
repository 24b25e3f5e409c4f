import BlockScheduling
import LinearAlgebra
import TestSupport
import Testing

@testable import Corpora

@Suite struct DuplicateFinderTests {
  /// Distinct words in a seeded order: an abstract that shares no shingle with another seed's.
  static func abstract(_ seed: UInt64, words: Int = 120) -> String {
    var generator = SplitMix64(seed: seed)
    return (0..<words).map { _ in "w\(generator.next() % 100_000)" }.joined(separator: " ")
  }

  static func merge(
    _ papers: [Paper], scheduler: BlockScheduler = BlockScheduler(threads: 2)
  ) -> (papers: [Paper], merged: [PaperMerging.Merged], renamed: [(id: String, newIDs: [String])]) {
    var papers = papers
    let result = PaperMerging.merge(&papers, scheduler: scheduler)
    return (papers, result.merged, result.renamed)
  }

  static func paper(
    _ id: String, _ title: String, _ abstract: String, authors: [String] = [],
    otherIDs: [String] = [], date: PublicationDate? = nil
  ) -> Paper {
    Paper(
      id: id, title: title, abstract: abstract, authors: authors, date: date, otherIDs: otherIDs)
  }

  @Test func oneDOIOrArXivIdInTwoSourcesIsOnePaper() throws {
    let papers = [
      Self.paper("W123", "A title of a work", Self.abstract(1), otherIDs: ["10.1000/abc"]),
      Self.paper("10.1000/abc", "Another title", Self.abstract(2)),
      Self.paper("2501.00001", "A preprint", Self.abstract(3), otherIDs: ["10.1000/abc"]),
    ]
    let result = Self.merge(papers)
    #expect(result.papers.count == 1 && result.papers[0].id == "2501.00001")
    #expect(result.papers[0].otherIDs == ["10.1000/abc", "W123"])
    #expect(result.merged.map(\.evidence) == [.identifier, .identifier])
  }

  @Test(arguments: [
    ("doi:10.1000/ABC", "10.1000/abc"), ("https://doi.org/10.1000/abc", "10.1000/abc"),
    ("http://dx.doi.org/10.1000/Abc", "10.1000/abc"), ("DOI: 10.1000/abc", "10.1000/abc"),
  ])
  func DOIsHaveOneSpelling(source: String, expected: String) {
    #expect(DOI(source)?.text == expected)
  }

  @Test func whatIsNoDOI() {
    for text in ["", "10.1000", "10/abc", "11.1000/abc", "10.1000/a b", "10.1/"] {
      #expect(DOI(text) == nil, "\(text)")
    }
    #expect(DOI("10.48550/arXiv.2501.00001")?.arXiv?.text == "2501.00001")
  }

  @Test func plainIdsOfTwoCollectionsStayTwoPapers() {
    let papers = [
      Self.paper("17", "Flow over a wing", Self.abstract(1)),
      Self.paper("17", "A fever in children", Self.abstract(2)),
      Self.paper("18", "Both have it", Self.abstract(3)),
      Self.paper("18", "Both have it", Self.abstract(4)),
    ]
    let result = Self.merge(papers)
    #expect(result.papers.map(\.id) == ["17", "17~2", "18"])
    #expect(result.renamed.map(\.id) == ["17"] && result.merged.map(\.position) == [3])
  }

  @Test func oneTitleNeedsAnAuthorOrTheAbstract() {
    let title = "K\u{E4}hler metrics on moss"
    let papers = [
      Self.paper("a", title, Self.abstract(1), authors: ["Ada Moss", "Bo Fern"]),
      Self.paper("b", "KAHLER  Metrics on Moss", Self.abstract(2), authors: ["Fern, B."]),
      Self.paper("c", title, Self.abstract(3), authors: ["Cy Reed"]),
      Self.paper("d", title, Self.abstract(3) + " and one more sentence", authors: ["Di Lake"]),
      Self.paper("e", "Editorial", Self.abstract(5), authors: ["Ada Moss"]),
      Self.paper("f", "Editorial", Self.abstract(6), authors: ["Ada Moss"]),
    ]
    let result = Self.merge(papers)
    #expect(result.papers.map(\.id) == ["a", "c", "e", "f"])
    #expect(result.merged.allSatisfy { $0.evidence == .title })
  }

  @Test(arguments: [(1, true), (3, true), (40, false)])
  func nearlyTheSameAbstractIsOnePaper(changedWords: Int, isOne: Bool) {
    var words = Self.abstract(7).split(separator: " ").map(String.init)
    for change in 0..<changedWords { words[(change * 37 + 5) % words.count] = "changed\(change)" }
    let result = Self.merge([
      Self.paper("a", "The first title", Self.abstract(7)),
      Self.paper("b", "Quite another", words.joined(separator: " ")),
    ])
    #expect(result.papers.count == (isOne ? 1 : 2))
    if isOne { #expect(result.merged.map(\.evidence) == [.abstract]) }
  }

  @Test(arguments: [
    ("Moss II: Shade", "Moss III: Rain", 2), ("Moss, part 1", "Moss, part 2", 2),
    ("Moss in 2020 and rain", "Moss in shade", 1), ("Moss II", "Moss II", 1),
  ])
  func partsOfASeriesStayApart(first: String, second: String, count: Int) {
    let result = Self.merge([
      Self.paper("a", first, Self.abstract(7)), Self.paper("b", second, Self.abstract(7)),
    ])
    #expect(result.papers.count == count)
  }

  @Test func shortAbstractsAreNoEvidence() {
    let text = "We study moss. It grows well in rain and in the shade of trees."
    let result = Self.merge([Self.paper("a", "One", text), Self.paper("b", "Two", text)])
    #expect(result.papers.count == 2)
  }

  @Test func theFullestAbstractAndTheEarliestDateAreKept() {
    let long = Self.abstract(9) + " with one more sentence at its end"
    let result = Self.merge([
      Self.paper("a", "On moss", Self.abstract(9), date: PublicationDate(year: 2024, month: 5)),
      Self.paper("b", "On moss, revised", long, date: PublicationDate(year: 2023)),
    ])
    #expect(result.papers.count == 1)
    #expect(result.papers[0].abstract == long && result.papers[0].date?.description == "2023")
  }

  /// Estimates by the sketch against the exact similarity, over seeded pairs.
  @Test func sketchesFindSimilarPairsAndFewOthers() {
    var (found, similar, spurious, different) = (0, 0, 0, 0)
    for seed in 0..<40 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let first = Self.abstract(1000 + seed, words: 180)
      var words = first.split(separator: " ").map(String.init)
      let changes = Int(generator.next() % 24)
      for _ in 0..<changes { words[Int(generator.next() % 180)] = "x\(generator.next() % 9999)" }
      let second = words.joined(separator: " ")
      let similarity = ShingleSet(of: first).jaccardSimilarity(to: ShingleSet(of: second))
      let (left, right) = (
        MinHashSignature(of: ShingleKernelTests.shingles(first).span).bands,
        MinHashSignature(of: ShingleKernelTests.shingles(second).span).bands
      )
      let isCandidate = left.indices.contains { left[$0] == right[$0] }
      if similarity >= DuplicateFinder.similarityAlone {
        similar += 1
        if isCandidate { found += 1 }
      } else if similarity < 0.1 {
        different += 1
        if isCandidate { spurious += 1 }
      }
    }
    #expect(similar > 3 && found == similar)
    #expect(spurious <= different / 4)
  }

  @Test(arguments: 0..<12) func orderAndThreadsChangeNothing(seed: Int) {
    var papers: [Paper] = []
    for number in 0..<60 as Range<UInt64> {
      let text = Self.abstract(number / 3, words: 60)
      papers.append(
        Self.paper(
          number % 3 == 0 ? "\(number % 7)" : "id\(number)", "Title \(number / 2)",
          number % 2 == 0 ? text : text + " end\(number)", authors: ["A B\(number % 4)"],
          otherIDs: number % 5 == 0 ? ["10.1000/\(number / 10)"] : []))
    }
    let expected = Self.merge(papers).papers
    var generator = SplitMix64(seed: UInt64(seed))
    let scheduler = BlockScheduler(threads: 1 + seed % 4, blockOrderSeed: UInt64(seed))
    let result = Self.merge(papers.shuffled(using: &generator), scheduler: scheduler)
    #expect(result.papers == expected && result.papers.count < papers.count)
    #expect(result.papers.count + result.merged.count == papers.count)
  }

  /// Ten thousand copies of one abstract are one run of every band; pairs would be fifty million.
  @Test func aTextThatThousandsShareStaysLinear() {
    let text = Self.abstract(3, words: 40)
    let papers = (0..<2_000).map { Self.paper("id\($0)", "Name\($0) of a text", text) }
    #expect(Self.merge(papers).papers.count == 1)
  }

  @Test(arguments: [
    ("On moss", "This paper has been withdrawn by the author due to an error.", "withdrawn"),
    ("On moss", "Withdrawn.", "withdrawn"),
    ("On moss", "This article was retracted after a complaint about its figures.", "withdrawn"),
    ("Erratum: On moss", "We correct the second figure of a paper on moss.", "erratum"),
    ("Retracted: On moss", "Moss grows well in rain and in the shade of trees.", "erratum"),
    ("On withdrawn papers", "We study why papers have been withdrawn and retracted.", ""),
    ("Error correction of codes", "This paper has shown that codes can be withdrawn.", ""),
    ("Correction of codes", "Withdrawn drugs are a cause of concern to regulators.", ""),
  ])
  func noticesAreNoPapers(title: String, abstract: String, reason: String) {
    #expect((Notice.kind(title: title, abstract: abstract)?.rawValue ?? "") == reason)
  }

  @Test func noticesAreDroppedWithTheirReason() throws {
    let abstract = Self.abstract(4)
    let corpus = try Corpus.read(
      text: """
        {"id": "1", "title": "A", "abstract": "This paper has been withdrawn by its authors."}
        {"id": "2", "title": "Corrigendum to A", "abstract": "\(abstract)"}
        {"id": "3", "title": "B", "abstract": "\(abstract)"}
        """)
    #expect(corpus.papers.map(\.id) == ["3"] && corpus.balances)
    #expect(corpus.dropReasons == [.withdrawn: 1, .erratum: 1])
  }
}
