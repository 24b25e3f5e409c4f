import BlockScheduling
import LinearAlgebra
import Testing

@testable import Similarity

@Suite struct PrunedRowsTests {
  @Test func theLargestWeightsAreKeptTiesToTheSmallerColumn() {
    let matrix = CSRMatrix(
      DenseMatrix(rows: [[3, 1, 2, 2, 0, 2], [0, 0, 0, 0, 0, 0], [0, 0.001, 0, 0, 5, 0]]))
    let pruned = PrunedRows(0..<3, of: matrix, keeping: 3)
    #expect(pruned.offsets == [0, 3, 3, 4])
    // 248 / sqrt(22) a unit; 0.001 of 5 rounds to nothing.
    #expect(pruned.columns == [0, 2, 3, 4])
    #expect(pruned.weights == [159, 106, 106, 248])
  }

  @Test(arguments: [1, 2, 3]) func productsFitSixteenBits(seed: UInt64) {
    // Rows that are as long as pruned rows may be, and of equal weights, are the worst case.
    let rows = randomRows(20, columns: 600, entries: 200...600, seed: seed)
    let flat = rows.withValues(rows.values.map { _ in 1 }).withUnitRows()
    for matrix in [rows, flat] {
      let pruned = PrunedRows(0..<20, of: matrix, keeping: 1_000)
      for row in 0..<20 {
        let entries = pruned.entries(ofRow: row)
        #expect(entries.count <= PrunedRows.limit)
        let square = pruned.weights[entries].reduce(0) { $0 + Int($1) * Int($1) }
        #expect(square <= Int(UInt16.max))
      }
    }
  }

  @Test func aLongColumnKeepsItsLargestWeights() {
    let matrix = CSRMatrix(
      DenseMatrix(rows: [[1, 3], [2, 1], [1, 1], [3, 0], [1, 1], [0, 1]]))
    let pruned = PrunedRows(joining: [
      PrunedRows(0..<4, of: matrix, keeping: 2), PrunedRows(4..<6, of: matrix, keeping: 2),
    ])
    let limited = pruned.limitingColumns(to: 3, columnCount: 2)
    // Column 0 by weight: rows 3, 1, then 2 and 4 (equal), 0. Column 1: rows 5, 0, then 2 and 4, 1.
    let kept = (0..<6).map { Array(limited.columns[limited.entries(ofRow: $0)]) }
    #expect(kept == [[1], [0], [0, 1], [0], [], [1]])
    let same = pruned.limitingColumns(to: 5, columnCount: 2)
    #expect(same.columns == pruned.columns && same.offsets == pruned.offsets)
  }
}
