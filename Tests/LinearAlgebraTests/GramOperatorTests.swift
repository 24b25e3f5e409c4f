import BlockScheduling
import CLinearAlgebra
import Testing

@testable @_spi(Benchmarking) import LinearAlgebra

@Suite struct GramOperatorTests {
  private let one = BlockScheduler(threads: 1)

  @Test(arguments: [1, 16, 17, 32, 48, 64, 80])
  func equalsTheDefinition(width: Int) {
    let a = TestMatrices.sparse(rows: 70, columns: 29, density: 0.2, seed: UInt64(width))
    let q = TestMatrices.gaussian(rows: 29, columns: width, seed: 2)
    let image = GramOperator(a, scheduler: one).apply(to: q.elements, width: width, scheduler: one)
    let dense = a.dense()
    let y = DenseMatrix(
      rowCount: 70, columnCount: width,
      elements: TestMatrices.product(dense, q).map(Float.init))
    #expect(TestMatrices.error(image, TestMatrices.product(dense.transposed(), y)) < 2e-6)

    let blocks = ColumnBlocks(rows: q.elements, columns: width)
    let gram = GramOperator(a, scheduler: one).projection(of: blocks, block: 0, scheduler: one)
    let square = TestMatrices.product(y.transposed(), y)
    for row in 0..<width {
      for column in row..<width {
        #expect(abs(gram[row * blocks.width + column] - square[row * width + column]) < 1e-3)
      }
    }
  }

  @Test(arguments: [1, 2, 3], [nil, 1, 2] as [UInt64?])
  func threadsAndBlockOrderChangeNoBit(threads: Int, order: UInt64?) {
    // Three blocks of rows, and several tasks in each step.
    let a = TestMatrices.tall(rows: 35_000, columns: 500, entries: 6, seed: 7)
    let q = TestMatrices.gaussian(rows: 500, columns: 16, seed: 8)
    let other = BlockScheduler(threads: threads, blockOrderSeed: order)
    let expected = GramOperator(a, scheduler: one).apply(to: q.elements, width: 16, scheduler: one)
    let operation = GramOperator(a, scheduler: other)
    #expect(operation.apply(to: q.elements, width: 16, scheduler: other) == expected)
    let blocks = ColumnBlocks(rows: q.elements, columns: 16)
    #expect(
      operation.projection(of: blocks, block: 0, scheduler: other)
        == operation.projection(of: blocks, block: 0, scheduler: one))
    let apart = a.transposeTimes(a.times(q, scheduler: one), scheduler: one)
    #expect(TestMatrices.error(expected, apart.elements.map(Double.init)) < 1e-5)
  }

  @Test func blocksHoldEveryEntryOnce() {
    let a = TestMatrices.tall(rows: 1_000, columns: 90, entries: 9, seed: 3)
    let transposed = TransposedEntries(of: a, rowsPerBlock: 300, scheduler: one)
    var found = [Float](repeating: 0, count: 1_000 * 90)
    for block in transposed.blocks {
      let counts = zip(block.offsets, block.offsets.dropFirst()).map { $1 - $0 }
      #expect(counts.allSatisfy { $0 > 0 } && counts == counts.sorted(by: >))
      #expect(block.tasks.flatMap { $0 } == Array(block.columns.indices))
      for (position, column) in block.columns.enumerated() {
        let entries = Int(block.offsets[position])..<Int(block.offsets[position + 1])
        let rows = transposed.rowIndices[entries]
        #expect(rows.elementsEqual(rows.sorted()))
        for entry in entries {
          let row = block.rows.lowerBound + Int(transposed.rowIndices[entry])
          found[row * 90 + Int(column)] += transposed.values[entry]
        }
      }
    }
    #expect(found == a.dense().elements)
  }

  @Test(arguments: KernelVariant.allCases.filter(\.isSupported), [16, 32, 48, 64, 80])
  func chainedRowsOfAllVariantsAgree(variant: KernelVariant, width: Int) {
    let a = TestMatrices.sparse(rows: 60, columns: 50, density: 0.4, seed: 9)
    let x = TestMatrices.gaussian(rows: 50, columns: width, seed: 10)
    let ids = (0..<60).map { Int32(59 - $0) }
    let narrow = a.columnIndices.map(UInt16.init)
    var sums = [Float](repeating: 1, count: 60 * width)
    unsafe pt_gather_chained_rows(
      variant.rawValue, 60, ids, a.rowOffsets, narrow, 1, a.values, x.elements, width, 1, &sums)
    var plain = [Float](repeating: .nan, count: 60 * width)
    unsafe pt_gather_chained_rows(
      variant.rawValue, 60, nil, a.rowOffsets, a.columnIndices, 0, a.values, x.elements, width, 0,
      &plain)
    let product = TestMatrices.product(a.dense(), x)
    #expect(TestMatrices.error(plain, product) < 1e-6)
    let reversed = (0..<60).reversed().flatMap { row in
      product[row * width..<(row + 1) * width].map { $0 + 1 }
    }
    #expect(TestMatrices.error(sums, reversed) < 1e-6)
  }
}
