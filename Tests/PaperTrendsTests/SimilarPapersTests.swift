import PaperTrends
import TestSupport
import Testing

@Suite struct SimilarPapersTests {
  let fitted: FittedCorpus
  let scheduler = BlockScheduler(threads: 2)

  init() throws {
    let today = try #require(PublicationDate(year: 2026, month: 1, day: 1))
    fitted = try FittedCorpus.fit(
      inputs: [Tool.sample], options: PipelineOptions(threads: 2, today: today))
  }

  @Test func theNearestAreOfTheSameTopic() throws {
    let truth = try SampleCorpus()
    let topicOf = Dictionary(uniqueKeysWithValues: zip(truth.ids, truth.topics))
    var right = 0
    for id in ["sample-010", "sample-100", "sample-150", "sample-200", "sample-250"] {
      let answer = try fitted.similar(toPaper: id, count: 10, scheduler: scheduler)
      #expect(answer.results.count == 10)
      #expect(!answer.results.contains { $0.paper.id == id })
      right += answer.results.count { topicOf[$0.paper.id] == topicOf[id] }
    }
    #expect(right > 35, "\(right) of 50")
  }

  @Test func thePartsAddUpToTheScore() throws {
    let answer = try fitted.similar(toPaper: "sample-042", count: 5, scheduler: scheduler)
    for result in answer.results {
      let shared = result.terms.reduce(0) { $0 + $1.contribution }
      #expect(abs(shared + result.latent - result.score) < 1e-9)
    }
  }

  @Test func aTextOfAPaperFindsThePaper() throws {
    let paper = try #require(fitted.corpus.papers.first { $0.id == "sample-077" })
    let answer = try #require(
      try fitted.similar(
        toText: paper.title + "\n\n" + paper.abstract, count: 3, scheduler: scheduler))
    #expect(answer.results.first?.paper.id == "sample-077")
    #expect(abs((answer.results.first?.score ?? 0) - 1) < 1e-6)
  }

  @Test func aTextWithoutATermHasNoAnswer() throws {
    #expect(try fitted.similar(toText: "zzyzx", count: 3, scheduler: scheduler) == nil)
  }

  @Test func aMistypedIdIsAnsweredWithTheNearest() {
    #expect(throws: UnknownPaperError(id: "sampel-077", nearest: "sample-077")) {
      try fitted.similar(toPaper: "sampel-077", count: 3, scheduler: scheduler)
    }
  }
}
