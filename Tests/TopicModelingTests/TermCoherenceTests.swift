import BlockScheduling
import LinearAlgebra
import TextFeatures
import Testing

@testable import TopicModeling

@Suite struct TermCoherenceTests {
  /// Papers 0 to 3 are the topic: they have the terms 0 and 1 together, 2 in one of them; term 2 is
  /// in all papers outside too, 3 in one paper alone.
  private let matrix = CSRMatrix(
    DenseMatrix(
      rows: [
        [1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0], [0, 0, 1, 0],
        [0, 0, 1, 0], [0, 0, 1, 0],
      ]))
  private let papers: [Int32] = [3, 3, 5, 1]

  @Test func termsThatGoTogetherAreChosen() {
    let coherence = TermCoherence([2, 0, 1], in: matrix, members: [0, 1, 2, 3])
    #expect(
      coherence.choose(2, weights: [1, 1, 1], papers: { papers[$0] }, total: 8) == [1, 2])
  }

  /// Score of term 0 among 0, 1 and 2 of weights 3, 2 and 1, by hand.
  @Test func scoresAreWeightsTimesMeanAssociation() {
    let coherence = TermCoherence([0, 1, 2], in: matrix, members: [0, 1, 2, 3])
    let together = naturalLogarithm(3.0 * 8 / 9) / -naturalLogarithm(3.0 / 8)
    let apart = naturalLogarithm(1.0 * 8 / 15) / -naturalLogarithm(1.0 / 8)
    let zero = 3 * (2 * together + apart) / 3
    let one = 2 * (3 * together + apart) / 4
    #expect(zero > one)
    // So heavy that it leads, although its association is below 0 and counts a thousandth.
    let heavy = 1_001 * max(zero, one)
    #expect(
      coherence.choose(1, weights: [3, 2, heavy], papers: { papers[$0] }, total: 8) == [2])
    #expect(coherence.choose(2, weights: [3, 2, 1], papers: { papers[$0] }, total: 8) == [0, 1])
  }

  @Test func aTermAloneIsChosen() {
    let coherence = TermCoherence([1], in: matrix, members: [0, 1])
    #expect(coherence.choose(10, weights: [2], papers: { papers[$0] }, total: 8) == [0])
    let none = TermCoherence([], in: matrix, members: [0, 1])
    #expect(none.choose(10, weights: [], papers: { papers[$0] }, total: 8).isEmpty)
  }

  @Test func aTermInEveryPaperIsNoDivisionByZero() {
    let all = CSRMatrix(DenseMatrix(rows: [[1, 1], [1, 1]]))
    let coherence = TermCoherence([0, 1], in: all, members: [0, 1])
    #expect(coherence.choose(1, weights: [1, 2], papers: { _ in 2 }, total: 2) == [1])
  }
}
