import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct DenseMatrixTests {
  private let two = BlockScheduler(threads: 2)

  @Test(arguments: [(1, 1), (5, 3), (3_000, 4)])
  func gramEqualsTheDefinition(shape: (rows: Int, columns: Int)) {
    let matrix = TestMatrices.gaussian(rows: shape.rows, columns: shape.columns, seed: 1)
    let gram = matrix.gram(scheduler: two)
    let expected = TestMatrices.product(matrix.transposed(), matrix)
    for row in 0..<shape.columns {
      for column in row..<shape.columns {
        let index = row * shape.columns + column
        #expect(abs(gram[index] - expected[index]) < 1e-9)
      }
    }
    #expect(gram == matrix.gram(scheduler: BlockScheduler(threads: 1)))
  }

  @Test func unitRowsHaveNormOneOrZero() {
    var matrix = TestMatrices.gaussian(rows: 2_100, columns: 3, seed: 2)
    for column in 0..<3 { matrix[1_500, column] = 0 }
    let unit = matrix.withUnitRows(scheduler: two)
    for row in 0..<2_100 {
      let norm = unit.withRow(row) { DenseKernels.squaredNorm($0) }
      #expect(abs(norm - (row == 1_500 ? 0 : 1)) < 1e-6)
    }
  }

  @Test func columnSumsEqualTheDefinition() {
    let matrix = DenseMatrix(rows: [[1, -2], [3, 4], [0.5, 0]])
    let (sums, squares) = matrix.columnSums(scheduler: two)
    #expect(sums == [4.5, 2])
    #expect(squares == [10.25, 20])
  }

  @Test func signRuleIsIdempotentAndTakesTheFirstOfEqualPeaks() {
    let matrix = DenseMatrix(rows: [[-3, 1, 0], [3, -2, 0], [1, 2, 0]])
    let signed = matrix.withPositivePeaks(scheduler: two)
    #expect(signed == DenseMatrix(rows: [[3, -1, 0], [-3, 2, 0], [-1, -2, 0]]))
    #expect(signed.withPositivePeaks(scheduler: two) == signed)
  }
}
