import BlockScheduling
import LinearAlgebra
import Testing

@testable import TopicModeling

@Suite struct ComponentTaperTests {
  @Test func factorsFallToNothing() {
    // Shares of variance above the last one: 15/16, 3/4, 0.
    let factors = ComponentTaper.factors([4, 2, 1])
    #expect(abs(Double(factors[0]) - (15.0 / 16).squareRoot().squareRoot()) < 1e-7)
    #expect(abs(Double(factors[1]) - 0.75.squareRoot().squareRoot()) < 1e-7)
    #expect(factors[2] == 0)
  }

  @Test func withoutAFallAllComponentsCount() {
    #expect(ComponentTaper.factors([]) == [])
    #expect(ComponentTaper.factors([3]) == [1])
    #expect(ComponentTaper.factors([2, 2]) == [1, 1])
    #expect(ComponentTaper.factors([2, 1, 0, 0]) == [1, 1, 0, 0])
  }

  @Test(arguments: [1, 2, 5]) func columnsAreScaled(threads: Int) {
    let matrix = DenseMatrix(
      rowCount: 9_000, columnCount: 2, elements: (0..<18_000).map { Float($0 % 7) })
    let scaled = ComponentTaper.scale(
      matrix, by: [2, 0.5], scheduler: BlockScheduler(threads: threads))
    for row in [0, 4_095, 4_096, 8_999] {
      #expect(scaled[row, 0] == 2 * matrix[row, 0])
      #expect(scaled[row, 1] == 0.5 * matrix[row, 1])
    }
  }
}
