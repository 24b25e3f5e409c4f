import BlockScheduling
import LinearAlgebra
import TestSupport
import TextFeatures
import Testing

@testable import Similarity

@Suite struct NeighborRecallTests {
  @Test func theExactIndexFindsAllAndAPoorOneLess() {
    let tfidf = randomRows(400, columns: 200, entries: 5...40, seed: 6)
    let scheduler = BlockScheduler(threads: 2)
    func recall(_ method: NeighborGraphOptions.Method, seed: UInt64 = 1) -> NeighborRecall {
      NeighborIndex(
        tfidf, options: NeighborGraphOptions(neighbors: 10, method: method), scheduler: scheduler
      ).recall(sampleSize: 50, seed: seed, scheduler: scheduler)
    }
    #expect(recall(.exact) == NeighborRecall(sampleSize: 50, exact: 500, found: 500))
    let poor = recall(.pruned(weights: 3, candidates: 10))
    #expect(poor.share > 0.1 && poor.share < 0.9)
    #expect(recall(.pruned(weights: 3, candidates: 10), seed: 2) != poor)
    #expect(recall(.pruned(weights: 3, candidates: 60)).share > poor.share)
  }

  /// More rows with one term than a list holds.
  @Test func anIndexKnowsWhetherItsListsWereCut() {
    let scheduler = BlockScheduler(threads: 2)
    let rows = (0..<PrunedProposal.postingLimit + 1).map { row in
      [Float(row % 3 + 1), row % 2 == 0 ? 1 : 0]
    }
    let all = CSRMatrix(DenseMatrix(rows: rows)).withUnitRows()
    #expect(NeighborIndex(all, scheduler: scheduler).hasCappedLists)
    let fewer = CSRMatrix(DenseMatrix(rows: Array(rows.dropLast()))).withUnitRows()
    #expect(!NeighborIndex(fewer, scheduler: scheduler).hasCappedLists)
    let exact = NeighborGraphOptions(neighbors: 30, method: .exact)
    #expect(!NeighborIndex(all, options: exact, scheduler: scheduler).hasCappedLists)
  }

  @Test func theDefaultFindsNearlyAllOnTheSampleCorpus() throws {
    let scheduler = BlockScheduler(threads: 2)
    let tfidf = try TextFeatureModel.fit(
      SampleCorpus().texts, options: TextFeatureOptions(), scheduler: scheduler
    ).tfidf
    let recall = NeighborIndex(tfidf, scheduler: scheduler)
      .recall(sampleSize: 100, seed: 1, scheduler: scheduler)
    #expect(recall.share >= 0.95, "\(recall)")
  }
}
