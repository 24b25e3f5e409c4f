import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct CSRMatrixTests {
  @Test func malformedArraysAreRefused() {
    #expect(throws: MatrixError.inconsistentCounts) {
      try CSRMatrix(rowCount: 1, columnCount: 1, rowOffsets: [0], columnIndices: [], values: [])
    }
    #expect(throws: MatrixError.offsetsDescend(row: 0)) {
      try CSRMatrix(
        rowCount: 2, columnCount: 2, rowOffsets: [0, 2, 1], columnIndices: [0], values: [1])
    }
    for columns in [[1, 0], [0, 0], [0, 2], [-1, 0]] as [[Int32]] {
      #expect(throws: MatrixError.self) {
        try CSRMatrix(
          rowCount: 1, columnCount: 2, rowOffsets: [0, 2], columnIndices: columns, values: [1, 1])
      }
    }
  }

  @Test func denseAndSparseFormsConvertBothWays() {
    let matrix = TestMatrices.sparse(rows: 9, columns: 7, density: 0.3, seed: 1)
    #expect(CSRMatrix(matrix.dense()) == matrix)
  }

  @Test func unitRowsHaveNormOneOrZero() {
    let matrix = TestMatrices.tall(rows: 40, columns: 30, entries: 6, seed: 2).withUnitRows()
    for row in 0..<40 {
      let norm = matrix.withRow(row) { _, values in DenseKernels.squaredNorm(values) }
      #expect(abs(norm - (row % 7 == 3 ? 0 : 1)) < 1e-6)
    }
  }

  @Test(arguments: [1, 5_000, 20_000]) func rowsOfColumnsAreThoseOfTheTranspose(rows: Int) {
    let matrix = TestMatrices.tall(rows: rows, columns: 60, entries: 4, seed: 5)
    let transposed = matrix.transposed()
    for scheduler in [
      BlockScheduler(threads: 1), BlockScheduler(threads: 2, blockOrderSeed: 3),
    ] {
      #expect(matrix.transposed(scheduler: scheduler) == transposed)
      for step in [1, 2, 61] {
        let wanted = (0..<60).map { ($0 + 1) % step == 0 }
        let pattern = matrix.rowsOfColumns(wanted, scheduler: scheduler)
        let kept = (0..<60).map { wanted[$0] ? transposed.entries(ofRow: $0) : 0..<0 }
        #expect(
          pattern.offsets
            == kept.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) })
        #expect(pattern.rows == kept.flatMap { transposed.columnIndices[$0] })
      }
    }
  }

  @Test func totalVarianceEqualsTheDefinition() {
    let matrix = TestMatrices.sparse(rows: 50, columns: 8, density: 0.4, seed: 3)
    let dense = matrix.dense()
    var expected = 0.0
    for column in 0..<8 {
      let values = (0..<50).map { Double(dense[$0, column]) }
      let mean = values.reduce(0, +) / 50
      expected += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50
    }
    #expect(abs(matrix.totalVariance(scheduler: BlockScheduler(threads: 1)) - expected) < 1e-10)
  }

  @Test func spreadRowsLeaveTheOthersEmpty() throws {
    let matrix = try CSRMatrix(
      rowCount: 3, columnCount: 4, rowOffsets: [0, 2, 2, 3], columnIndices: [0, 3, 1],
      values: [1, 2, 3])
    let spread = matrix.spreadingRows(to: [1, 2, 5], rowCount: 7)
    #expect(spread.rowCount == 7 && spread.entryCount == 3)
    #expect(spread.selectingRows([1, 2, 5]) == matrix)
    for row in [0, 2, 3, 4, 6] { #expect(spread.entries(ofRow: row).isEmpty) }
    #expect(matrix.spreadingRows(to: [0, 1, 2], rowCount: 3) == matrix)
  }
}
