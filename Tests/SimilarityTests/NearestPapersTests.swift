import BlockScheduling
import LinearAlgebra
import Similarity
import TestSupport
import TextFeatures
import Testing

@Suite struct NearestPapersTests {
  let corpus: SampleCorpus
  let features: TextFeatureModel
  let tfidf: CSRMatrix
  let search: NearestPapers

  /// The document vectors here are the TF-IDF rows themselves, so every score can be checked.
  init() throws {
    corpus = try SampleCorpus()
    let fitted = try TextFeatureModel.fit(
      corpus.texts, options: TextFeatureOptions(), scheduler: BlockScheduler(threads: 1))
    features = fitted.model
    tfidf = fitted.tfidf
    search = NearestPapers(
      unitVectors: tfidf.dense(), tfidf: tfidf, vocabulary: features.vocabulary)
  }

  @Test(arguments: [0, 17, 263]) func contributionsAddUpToTheTermScore(row: Int) {
    let found = search.nearest(toPaper: row, count: 10, scheduler: BlockScheduler(threads: 2))
    #expect(found.count == 10)
    #expect(!found.contains { $0.row == row })
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    for paper in found {
      #expect(abs(paper.terms.reduce(0) { $0 + $1.contribution } - paper.termScore) < 1e-12)
      // Vectors are TF-IDF rows here, so both scores are the same cosine.
      #expect(abs(paper.termScore - paper.score) < 1e-6)
      #expect(paper.terms.map(\.contribution) == paper.terms.map(\.contribution).sorted(by: >))
    }
  }

  @Test func nothingIsNearerThanTheNearest() {
    let row = 40
    let dense = tfidf.dense()
    let best = (0..<tfidf.rowCount).filter { $0 != row }.map { other in
      dense.withRow(row) { left in dense.withRow(other) { DenseKernels.dot(left, $0) } }
    }.max()
    let found = search.nearest(toPaper: row, count: 1, scheduler: BlockScheduler(threads: 1))
    #expect(found.first?.score == best)
  }

  @Test func aTextThatIsAPaperFindsThatPaperFirst() {
    let row = tfidf.entries(ofRow: 99)
    let found = search.nearest(
      unitVector: tfidf.dense().row(99), termIDs: Array(tfidf.columnIndices[row]),
      termWeights: Array(tfidf.values[row]), count: 3, scheduler: BlockScheduler(threads: 1))
    #expect(found.first?.row == 99)
    #expect(abs((found.first?.score ?? 0) - 1) < 1e-6)
  }

  @Test func equalScoresComeInRowOrder() throws {
    let vectors = DenseMatrix(rows: [[1, 0], [0, 1], [0, 1], [0, 1]])
    let terms = try TextFeatureModel.fit(
      ["alpha beta", "beta gamma", "beta gamma", "beta gamma"],
      options: TextFeatureOptions(), scheduler: BlockScheduler(threads: 1))
    let search = NearestPapers(
      unitVectors: vectors, tfidf: terms.tfidf, vocabulary: terms.model.vocabulary)
    let found = search.nearest(toPaper: 2, count: 5, scheduler: BlockScheduler(threads: 2))
    #expect(found.map(\.row) == [1, 3])
  }

  @Test func threadsChangeNothing() {
    let one = search.nearest(toPaper: 7, count: 20, scheduler: BlockScheduler(threads: 1))
    let three = search.nearest(
      toPaper: 7, count: 20, scheduler: BlockScheduler(threads: 3, blockOrderSeed: 4))
    #expect(one == three)
  }
}
