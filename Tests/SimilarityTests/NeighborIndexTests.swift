import BlockScheduling
import LinearAlgebra
import Testing

@testable import Similarity

@Suite struct NeighborIndexTests {
  /// More queries than several tasks, and with `PostingBlock.rowLimit` rows also several blocks.
  static let tfidf = randomRows(2_300, columns: 60, entries: 0...9, seed: 11)
  static let options = NeighborGraphOptions(
    neighbors: 6, method: .pruned(weights: 5, candidates: 12))

  @Test(arguments: [1, 2, 5]) func threadsAndOrderOfBlocksChangeNothing(threads: Int) {
    let expected = NeighborGraph.build(
      Self.tfidf, options: Self.options, scheduler: BlockScheduler(threads: 1))
    let other = NeighborGraph.build(
      Self.tfidf, options: Self.options,
      scheduler: BlockScheduler(threads: threads, blockOrderSeed: UInt64(threads)))
    #expect(other.graph == expected.graph)
    #expect(other.work == expected.work)
  }

  @Test(arguments: [1, 7, 255, 1_000]) func aFittedPaperThatComesAgainHasTheListOfTheFit(
    batch: Int
  ) {
    let index = NeighborIndex(
      Self.tfidf, options: Self.options, scheduler: BlockScheduler(threads: 2))
    let fit = index.neighbors(ofRows: Self.tfidf, scheduler: BlockScheduler(threads: 2)).graph
    let rows = Array(stride(from: 2_299, to: 0, by: batch == 1 ? -97 : -2))
    for start in stride(from: 0, to: rows.count, by: batch) {
      let asked = Array(rows[start..<min(rows.count, start + batch)])
      let graph = index.neighbors(
        ofRows: Self.tfidf.selectingRows(asked), scheduler: BlockScheduler(threads: 3)
      ).graph
      for (list, row) in asked.enumerated() {
        let again = list * 6..<list * 6 + 6
        let fitted = row * 6..<row * 6 + 6
        #expect(graph.indices[again] == fit.indices[fitted])
        #expect(graph.cosines[again] == fit.cosines[fitted])
      }
    }
  }

  @Test func blocksOfRowsChangeNothing() throws {
    // Rows without terms, so that the others lie on both sides of the end of a block.
    let empty = try #require((0..<2_300).first { Self.tfidf.entries(ofRow: $0).isEmpty })
    let padded = Array(repeating: empty, count: PostingBlock.rowLimit - 100) + Array(0..<400)
    let tfidf = Self.tfidf.selectingRows(padded)
    let options = NeighborGraphOptions(
      neighbors: 5, method: .pruned(weights: 9, candidates: 40_000))
    let index = NeighborIndex(tfidf, options: options, scheduler: BlockScheduler(threads: 2))
    let exact = NeighborIndex(
      tfidf, options: NeighborGraphOptions(neighbors: 5, method: .exact),
      scheduler: BlockScheduler(threads: 2))
    let queries = Self.tfidf.selectingRows(Array(0..<40))
    #expect(
      index.neighbors(ofRows: queries, scheduler: BlockScheduler(threads: 1)).graph
        == exact.neighbors(ofRows: queries, scheduler: BlockScheduler(threads: 1)).graph)
  }

  @Test func aNewRowIsAnsweredByTheFittedRowsAlone() {
    let fitted = Self.tfidf.selectingRows(Array(0..<1_000))
    let index = NeighborIndex(
      fitted, options: NeighborGraphOptions(neighbors: 3, method: .exact),
      scheduler: BlockScheduler(threads: 1))
    let new = Self.tfidf.selectingRows(Array(1_000..<1_100))
    let graph = index.neighbors(ofRows: new, scheduler: BlockScheduler(threads: 2)).graph
    #expect(graph.rowCount == 100)
    #expect(graph.indices.allSatisfy { $0 < 1_000 })
  }
}
