import BlockScheduling
import PaperTrends
import TestSupport
import Testing

/// What the default neighbour graph finds of the exact neighbours on real papers.
@Suite struct NeighborRecallOnRealPapersTests {
  private static let year = "arxiv-2025.jsonl.gz"
  private static let newsgroups = "gold/20newsgroups.jsonl.gz"

  @Test(
    .enabled(
      if: SharedData.has(year) && SharedData.has(newsgroups),
      "no shared data: \(year), \(newsgroups)"),
    arguments: [year, newsgroups])
  func atLeast95Percent(path: String) throws {
    let scheduler = BlockScheduler(threads: 2)
    let papers = try Corpus.read(
      [#require(SharedData.url(path)).path], scheduler: scheduler
    ).papers
    let tfidf = try TextFeatureModel.fit(
      papers.map { $0.title + "\n\n" + $0.abstract }, options: TextFeatureOptions(),
      scheduler: scheduler
    ).tfidf
    let recall = NeighborIndex(tfidf, scheduler: scheduler)
      .recall(sampleSize: 2_000, seed: 1, scheduler: scheduler)
    #expect(recall.sampleSize == 2_000)
    #expect(recall.share >= 0.95, "\(path): \(recall)")
  }
}
