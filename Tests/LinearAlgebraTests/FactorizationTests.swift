import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct OrthonormalBasisTests {
  @Test(arguments: [(1, 1), (6, 6), (200, 17)])
  func columnsAreOrthonormalAndSpanTheMatrix(shape: (rows: Int, columns: Int)) throws {
    let a = TestMatrices.gaussian(rows: shape.rows, columns: shape.columns, seed: 1)
    let q = try OrthonormalBasis.ofColumns(a)
    #expect(TestMatrices.departureFromOrthonormal(q) < 1e-5)
    let coefficients = DenseMatrix(
      rowCount: shape.columns, columnCount: shape.columns,
      elements: TestMatrices.product(q.transposed(), a).map(Float.init))
    #expect(
      TestMatrices.error(a.elements, TestMatrices.product(q, coefficients)) < 1e-5)
  }

  @Test func dependentColumnsGiveOrthonormalOnes() throws {
    let a = DenseMatrix(rows: [[1, 2, 0], [1, 2, 0], [0, 0, 0], [1, 2, 0]])
    #expect(TestMatrices.departureFromOrthonormal(try OrthonormalBasis.ofColumns(a)) < 1e-5)
  }

  @Test func infiniteEntriesAreAnError() {
    #expect(throws: LAPACKError.self) {
      try OrthonormalBasis.ofColumns(DenseMatrix(rows: [[.nan], [1]]))
    }
  }
}

@Suite struct SymmetricEigenTests {
  @Test func knownMatrix() throws {
    let eigen = try SymmetricEigen(ofUpperTriangle: [2, 1, 99, 2], order: 2)
    // Only the upper triangle counts: the 99 below it does not.
    #expect(abs(eigen.values[0] - 3) < 1e-14 && abs(eigen.values[1] - 1) < 1e-14)
    #expect(abs(abs(eigen.vectors[0]) - 0.5.squareRoot()) < 1e-14)
    #expect(eigen.vectors[0] * eigen.vectors[1] > 0 && eigen.vectors[2] * eigen.vectors[3] < 0)
  }

  @Test(arguments: [1, 2, 13, 40])
  func vectorsSatisfyTheDefinition(order: Int) throws {
    let root = TestMatrices.gaussian(rows: order + 3, columns: order, seed: UInt64(order))
    let matrix = TestMatrices.product(root.transposed(), root)
    let eigen = try SymmetricEigen(ofUpperTriangle: matrix, order: order)
    #expect(zip(eigen.values, eigen.values.dropFirst()).allSatisfy { $0 >= $1 })
    for index in 0..<order {
      let vector = eigen.vectors[index * order..<(index + 1) * order]
      for row in 0..<order {
        let image = zip(matrix[row * order..<(row + 1) * order], vector).reduce(0) {
          $0 + $1.0 * $1.1
        }
        let value = eigen.values[index] * vector[vector.startIndex + row]
        #expect(abs(image - value) < 1e-11 * eigen.values[0])
      }
    }
  }

  @Test func noRowsAndNotANumber() throws {
    #expect(try SymmetricEigen(ofUpperTriangle: [], order: 0).values.isEmpty)
    #expect(throws: LAPACKError(routine: "dsyevd", info: -4)) {
      try SymmetricEigen(ofUpperTriangle: [.nan], order: 1)
    }
  }
}

@Suite struct DenseSVDTests {
  @Test(arguments: [(1, 1), (4, 9), (9, 4), (0, 3), (30, 30)])
  func factorsRebuildTheMatrix(shape: (rows: Int, columns: Int)) throws {
    let a = TestMatrices.gaussian(rows: shape.rows, columns: shape.columns, seed: 3)
    let svd = try DenseSVD(a)
    var scaled = svd.leftSingularVectors
    for row in 0..<scaled.rowCount {
      for column in 0..<scaled.columnCount { scaled[row, column] *= svd.singularValues[column] }
    }
    let rebuilt = TestMatrices.product(scaled, svd.rightSingularVectorsTransposed)
    #expect(TestMatrices.error(a.elements, rebuilt) < 3e-6)
    #expect(TestMatrices.departureFromOrthonormal(svd.leftSingularVectors) < 1e-5)
    #expect(
      TestMatrices.departureFromOrthonormal(svd.rightSingularVectorsTransposed.transposed()) < 1e-5)
    #expect(zip(svd.singularValues, svd.singularValues.dropFirst()).allSatisfy { $0 >= $1 })
  }
}
