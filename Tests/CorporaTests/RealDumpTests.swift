import BlockScheduling
import Corpora
import TestSupport
import Testing

@Suite struct RealDumpTests {
  static let year = "arxiv-2025.jsonl.gz"

  @Test(.enabled(if: SharedData.has(year), "no shared data: arxiv-2025.jsonl.gz"))
  func theYearIsReadWhole() throws {
    let path = try #require(SharedData.url(Self.year)).path
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.read == 61_243 && corpus.balances && corpus.problems.isEmpty)
    #expect(corpus.papers.count + corpus.duplicateCount == 61_243)
    let dates = corpus.papers.compactMap(\.date).sorted()
    #expect(dates.count == corpus.papers.count)
    #expect(dates.first?.description == "2024-12-18" && dates.last?.description == "2025-12-30")
    #expect(corpus.papers.allSatisfy { $0.link == "https://arxiv.org/abs/\($0.id)" })
    #expect(!corpus.papers.contains { $0.categories.isEmpty || $0.title.isEmpty })
    #expect(corpus.sources[0].compression == .gzip && corpus.sources[0].byteCount == 29_041_478)
  }

  @Test(
    .enabled(if: SharedData.has("formats"), "no shared data: formats"),
    arguments: [
      ("formats/arxiv-kaggle/arxiv-metadata-oai-snapshot.sample200.jsonl", 200, 1),
      ("formats/s2orc/metadata.sample50.jsonl", 50, 10),
      ("formats/daily-arxiv-ai-enhanced/2026-07-01.first30.jsonl", 30, 0),
      ("formats/paperlists/colm2025.sample.json", 5, 0), ("ir/cranfield/docs.jsonl", 1_400, 2),
    ])
  func otherDumpsAreRead(path: String, count: Int, dropped: Int) throws {
    let path = try #require(SharedData.url(path)).path
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.balances && corpus.read == count && corpus.droppedCount == dropped)
    #expect(corpus.dropReasons.keys.allSatisfy { $0 == .noAbstract || $0 == .withdrawn })
  }
}
