import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct GaussianMatrixTests {
  @Test func momentsAreThoseOfTheNormalDistribution() {
    let values = TestMatrices.gaussian(rows: 2_000, columns: 11, seed: 1).elements.map(Double.init)
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + $1 * $1 } / count
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    // Four standard errors: 1, sqrt(2) and sqrt(96) over sqrt(22,000).
    #expect(abs(mean) < 0.027 && abs(variance - 1) < 0.038 && abs(fourth - 3) < 0.27)
  }

  @Test func rowsDependOnTheirNumberAlone() {
    let long = TestMatrices.gaussian(rows: 700, columns: 5, seed: 4)
    let short = TestMatrices.gaussian(rows: 300, columns: 5, seed: 4)
    #expect(Array(long.elements[..<1_500]) == short.elements)
    #expect(
      DenseMatrix.gaussian(
        rowCount: 700, columnCount: 5, seed: 4, purpose: "test",
        scheduler: BlockScheduler(threads: 3, blockOrderSeed: 1)) == long)
    #expect(TestMatrices.gaussian(rows: 300, columns: 5, seed: 5) != short)
  }
}
