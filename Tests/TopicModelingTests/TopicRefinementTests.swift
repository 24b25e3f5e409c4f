import BlockScheduling
import LinearAlgebra
import TextFeatures
import Testing

@testable import TopicModeling

@Suite struct TopicRefinementTests {
  private let scheduler = BlockScheduler(threads: 2)

  @Test func scoresAreSmoothedLogProbabilities() {
    let tfidf = CSRMatrix(DenseMatrix(rows: [[0.6, 0.8], [1, 0], [0, 1]]))
    let scores = TermScores(
      transposed: tfidf.transposed(),
      memberships: RefinementKernels.hardMemberships([0, 0, 1], topicCount: 2), topicCount: 2,
      scheduler: scheduler)
    // Topic 0 has 1.6 and 0.8, topic 1 has 0 and 1; mu is 0.17, of which 0.08 and 0.09.
    let expected = [[1.68 / 2.57, 0.08 / 1.17], [0.89 / 2.57, 1.09 / 1.17]]
    for term in 0..<2 {
      for topic in 0..<2 {
        let value = Double(scores.logProbabilities[term, topic])
        #expect(abs(value - naturalLogarithm(expected[term][topic])) < 1e-6)
      }
    }
    #expect(scores.logProbabilities.columnCount == 16)
  }

  /// Papers 0 to 4 use the first two terms and 5 to 9 the others; paper 4 starts in the wrong topic.
  @Test func wordsAndNeighboursBringAPaperHome() throws {
    let rows = (0..<10).map { $0 < 5 ? [0.6, 0.8, 0, 0] : [0, 0, 0.8, 0.6] as [Float] }
    let tfidf = CSRMatrix(DenseMatrix(rows: rows))
    let graph = DenseMatrix(
      rows: (0..<10).map { row in
        (0..<10).map { $0 != row && ($0 < 5) == (row < 5) ? 0.25 : 0 }
      })
    let refinement = TopicRefinement(
      [0, 0, 0, 0, 1, 1, 1, 1, 1, 1], topicCount: 2, tfidf: tfidf, graph: CSRMatrix(graph),
      scheduler: scheduler)
    #expect(refinement.labels == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(refinement.passCount < TopicRefinement.passLimit)
  }

  @Test func papersWithoutATermStayWithoutATopic() throws {
    let tfidf = CSRMatrix(DenseMatrix(rows: [[1, 0], [0, 0], [0, 1]]))
    let refinement = TopicRefinement(
      [0, -1, 1], topicCount: 2, tfidf: tfidf,
      graph: CSRMatrix(DenseMatrix(rowCount: 3, columnCount: 3)),
      scheduler: scheduler)
    #expect(refinement.labels == [0, -1, 1])
  }
}
