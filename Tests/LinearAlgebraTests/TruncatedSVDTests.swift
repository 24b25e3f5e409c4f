import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct TruncatedSVDTests {
  private let one = BlockScheduler(threads: 1)

  private func fit(
    _ matrix: CSRMatrix, _ components: Int, blockSize: Int? = nil, passes: Int? = nil,
    scheduler: BlockScheduler = BlockScheduler(threads: 1)
  ) throws -> TruncatedSVDResult {
    try TruncatedSVD.fit(
      matrix,
      options: TruncatedSVDOptions(components: components, blockSize: blockSize, passes: passes),
      seed: 1, scheduler: scheduler)
  }

  /// What must hold for every result.
  private func expectWellFormed(_ result: TruncatedSVDResult, of matrix: CSRMatrix) {
    let count = result.componentCount
    #expect(result.components.rowCount == matrix.columnCount)
    #expect(result.components.columnCount == count)
    #expect(result.documentVectors.rowCount == matrix.rowCount)
    #expect(zip(result.singularValues, result.singularValues.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(result.singularValues.allSatisfy { $0 > 0 && $0.isFinite })
    #expect(TestMatrices.departureFromOrthonormal(result.components) < 1e-5)
    #expect(result.components.withPositivePeaks(scheduler: one) == result.components)
    #expect(result.documentVectors == result.transform(matrix, scheduler: one))
    #expect(
      result.explainedVariance.count == count && result.explainedVariance.allSatisfy { $0 >= 0 })
    #expect(result.explainedVarianceRatio.reduce(0, +) < 1 + 1e-6)
  }

  @Test(arguments: [(60, 25, 0.3), (25, 60, 0.3), (40, 40, 1), (200, 12, 0.1), (12, 200, 0.1)])
  func smallMatricesEqualTheDenseDecomposition(
    rows: Int, columns: Int, density: Double
  ) throws {
    let matrix = TestMatrices.sparse(
      rows: rows, columns: columns, density: density, decay: 0.9, seed: 2)
    let result = try fit(matrix, 8)
    let dense = try DenseSVD(matrix.dense())
    expectWellFormed(result, of: matrix)
    #expect(result.passes == 0 && result.componentCount == 8)
    for index in 0..<8 {
      #expect(
        abs(result.singularValues[index] - dense.singularValues[index])
          < 2e-6 * dense.singularValues[0])
    }
    let leading = DenseMatrix(
      rows: (0..<8).map { dense.rightSingularVectorsTransposed.row($0) }
    ).transposed()
    #expect(try TestMatrices.smallestCosine(result.components, leading) > 1 - 1e-5)
  }

  @Test(arguments: [(150, 90), (90, 150)], [8, 16])
  func krylovEqualsTheDenseDecomposition(shape: (rows: Int, columns: Int), blockSize: Int) throws {
    let matrix = TestMatrices.sparse(
      rows: shape.rows, columns: shape.columns, density: 0.3, decay: 0.93, seed: 3)
    let result = try fit(matrix, 6, blockSize: blockSize, passes: 80 / blockSize - 1)
    let dense = try DenseSVD(matrix.dense())
    expectWellFormed(result, of: matrix)
    #expect(result.passes > 0)
    for index in 0..<6 {
      #expect(relativeDifference(result.singularValues[index], dense.singularValues[index]) < 1e-5)
    }
    let leading = DenseMatrix(
      rows: (0..<6).map { dense.rightSingularVectorsTransposed.row($0) }
    ).transposed()
    #expect(try TestMatrices.smallestCosine(result.components, leading) > 1 - 1e-4)
  }

  @Test func everyComponentThatThereIs() throws {
    let matrix = TestMatrices.sparse(rows: 14, columns: 9, density: 0.8, seed: 4)
    let result = try fit(matrix, 50)
    expectWellFormed(result, of: matrix)
    #expect(result.componentCount == 9)
    #expect(abs(result.explainedVarianceRatio.reduce(0, +) - 1) < 1e-5)
  }

  @Test(arguments: [false, true])
  func rankDeficientMatricesGiveTheirRank(krylov: Bool) throws {
    // Five different rows and no more, each many times, so the rank is exactly five.
    let five = TestMatrices.sparse(rows: 5, columns: 120, density: 0.5, seed: 5)
    let matrix = five.selectingRows((0..<130).map { $0 * $0 % 5 == 0 ? 0 : $0 % 5 })
    let result = try fit(matrix, 12, blockSize: krylov ? 8 : nil, passes: krylov ? 3 : nil)
    expectWellFormed(result, of: matrix)
    #expect(result.componentCount == 5)
    #expect((result.passes > 0) == krylov)
    let dense = try DenseSVD(matrix.dense())
    for index in 0..<5 {
      #expect(relativeDifference(result.singularValues[index], dense.singularValues[index]) < 1e-5)
    }
  }

  @Test(arguments: [false, true])
  func tiedSingularValues(krylov: Bool) throws {
    // Two copies of a value for each of 100 documents and columns: multiplicity 100.
    var diagonal = DenseMatrix(rowCount: 100, columnCount: 100)
    for index in 0..<100 { diagonal[index, index] = 2 }
    let matrix = CSRMatrix(diagonal)
    let result = try fit(matrix, 20, blockSize: krylov ? 8 : nil, passes: krylov ? 4 : nil)
    expectWellFormed(result, of: matrix)
    #expect(result.componentCount == 20)
    #expect(result.singularValues.allSatisfy { abs($0 - 2) < 1e-5 })
  }

  @Test func smallSingularValuesAreExactRelativeToTheLargest() throws {
    var diagonal = DenseMatrix(rowCount: 90, columnCount: 70)
    let values: [Float] = [1_000, 30, 1, 0.03, 0.01]
    for (index, value) in values.enumerated() { diagonal[80 - 7 * index, 11 * index] = value }
    for options in [nil, 8] {
      let result = try fit(
        CSRMatrix(diagonal), 5, blockSize: options, passes: options.map { _ in 4 })
      #expect(result.componentCount == 5)
      for (measured, value) in zip(result.singularValues, values) {
        #expect(abs(measured - value) < 2e-4)
      }
    }
  }

  /// The decomposition starts from every second row here, in which the last columns have nothing.
  @Test func whatASampleOfTheRowsLacksIsFound() throws {
    var offsets: [Int32] = [0]
    var columns: [Int32] = []
    for row in 0..<9_000 {
      let isEven = row % 2 == 0
      columns.append(contentsOf: isEven ? [Int32(row / 2 % 40)] : [50, Int32(row % 7 + 51)])
      offsets.append(Int32(columns.count))
    }
    let matrix = try CSRMatrix(
      rowCount: 9_000, columnCount: 60, rowOffsets: offsets, columnIndices: columns,
      values: columns.map { $0 >= 50 ? 2 : 1 })
    let result = try fit(matrix, 3, blockSize: 4, passes: 12)
    #expect(result.passes > 0)
    let exact = try fit(matrix, 3)
    #expect(exact.passes == 0)
    for index in 0..<3 {
      #expect(relativeDifference(result.singularValues[index], exact.singularValues[index]) < 1e-4)
    }
  }

  @Test func degenerateShapes() throws {
    let single = try fit(CSRMatrix(DenseMatrix(rows: [[-3]])), 4)
    #expect(single.singularValues == [3] && single.components.elements == [1])
    #expect(single.documentVectors.elements == [-3])
    for (rows, columns) in [(0, 0), (0, 5), (5, 0), (5, 4), (400, 500)] {
      let zero = CSRMatrix(DenseMatrix(rowCount: rows, columnCount: columns))
      let result = try fit(zero, 3)
      #expect(result.componentCount == 0 && result.explainedVarianceRatio.isEmpty)
      #expect(result.components.rowCount == columns && result.documentVectors.rowCount == rows)
    }
    let zero = CSRMatrix(DenseMatrix(rowCount: 60, columnCount: 50))
    #expect(try fit(zero, 3, blockSize: 4, passes: 3).componentCount == 0)
  }

  @Test func emptyRowsHaveZeroVectors() throws {
    let matrix = TestMatrices.tall(rows: 70, columns: 30, entries: 5, seed: 6)
    let result = try fit(matrix, 4)
    expectWellFormed(result, of: matrix)
    for row in stride(from: 3, to: 70, by: 7) {
      #expect(result.documentVectors.row(row) == [0, 0, 0, 0])
    }
  }

  @Test func explainedVarianceEqualsTheDefinition() throws {
    let matrix = TestMatrices.tall(rows: 90, columns: 40, entries: 8, seed: 7)
    let result = try fit(matrix, 3)
    let total = matrix.totalVariance(scheduler: one)
    for component in 0..<3 {
      let values = (0..<90).map { Double(result.documentVectors[$0, component]) }
      let mean = values.reduce(0, +) / 90
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 90
      #expect(abs(result.explainedVariance[component] - variance) < 1e-9)
      #expect(abs(result.explainedVarianceRatio[component] - variance / total) < 1e-9)
    }
  }

  @Test(arguments: [1, 2, 3], [nil, 1, 2] as [UInt64?])
  func threadsAndBlockOrderChangeNoBit(threads: Int, order: UInt64?) throws {
    // Three blocks of rows and three of columns.
    let matrix = TestMatrices.tall(rows: 17_000, columns: 2_100, entries: 5, seed: 8)
    let expected = try fit(matrix, 5, blockSize: 16, passes: 2)
    let result = try fit(
      matrix, 5, blockSize: 16, passes: 2,
      scheduler: BlockScheduler(threads: threads, blockOrderSeed: order))
    #expect(result == expected)
  }

  @Test func entriesThatAreNotFiniteAreNamed() throws {
    for value in [Float.nan, .infinity, -.infinity] {
      var dense = DenseMatrix(rowCount: 4, columnCount: 3)
      dense[2, 1] = value
      #expect(throws: TruncatedSVDError.notFinite(row: 2)) { try fit(CSRMatrix(dense), 2) }
    }
  }

  private func relativeDifference(_ a: Float, _ b: Float) -> Float {
    abs(a - b) / max(abs(b), 1e-30)
  }
}
