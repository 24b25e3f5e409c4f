import BlockScheduling
import CLinearAlgebra
import Testing

@testable import LinearAlgebra

@Suite struct ColumnBlocksTests {
  private let one = BlockScheduler(threads: 1)
  /// Rows that do not fill the last task, nor the last group of rows in a register.
  private let rowCount = 2_309

  private func block(_ columns: Int, seed: UInt64) -> (blocks: ColumnBlocks, dense: DenseMatrix) {
    let dense = TestMatrices.gaussian(rows: rowCount, columns: columns, seed: seed)
    return (ColumnBlocks(rows: dense.elements, columns: columns), dense)
  }

  /// Two blocks side by side, and as one dense matrix of all columns with their zeros.
  private func basis(_ columns: Int) -> (blocks: ColumnBlocks, dense: DenseMatrix) {
    var blocks = ColumnBlocks(rowCount: rowCount, columns: columns, blockCount: 2)
    let width = blocks.width
    var dense = DenseMatrix(rowCount: rowCount, columnCount: 2 * width)
    for index in 0..<2 {
      let (source, values) = block(columns, seed: UInt64(index))
      blocks.update(
        block: index, accumulating: true, adding: source, 0..<1, times: identity(width),
        scheduler: one)
      for row in 0..<rowCount {
        for column in 0..<columns { dense[row, index * width + column] = values[row, column] }
      }
    }
    return (blocks, dense)
  }

  private func identity(_ order: Int) -> [Double] {
    (0..<order * order).map { $0 % (order + 1) == 0 ? 1 : 0 }
  }

  @Test(arguments: [1, 5, 16, 17, 40])
  func rowsComeBackAndTheOtherColumnsAreZero(columns: Int) {
    let (blocks, dense) = block(columns, seed: 1)
    #expect(blocks.rows(ofBlock: 0, columns: columns) == dense.elements)
    #expect(blocks.width % 16 == 0 && blocks.width >= columns)
    let padded = blocks.rows(ofBlock: 0, columns: blocks.width)
    #expect((0..<padded.count).allSatisfy { $0 % blocks.width < columns || padded[$0] == 0 })
    var cleared = blocks
    cleared.clear()
    #expect(cleared.rows(ofBlock: 0, columns: columns).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [5, 16, 40])
  func productsEqualTheDefinition(columns: Int) {
    let (q, dense) = basis(columns)
    var (z, values) = block(columns, seed: 7)
    let width = z.width
    let wide = DenseMatrix(
      rowCount: rowCount, columnCount: width, elements: z.rows(ofBlock: 0, columns: width))
    let coefficients = q.coefficients(0..<2, of: z, scheduler: one)
    #expect(
      TestMatrices.error(
        coefficients.map(Float.init), TestMatrices.product(dense.transposed(), wide)) < 1e-5)
    #expect(q.coefficients(1..<2, of: z, scheduler: one) == Array(coefficients[(width * width)...]))

    let factors = coefficients.map { $0 / Double(rowCount) }
    let gram = z.subtract(q, 0..<2, times: factors, scheduler: one)
    let away = TestMatrices.product(
      dense, DenseMatrix(rowCount: 2 * width, columnCount: width, elements: factors.map(Float.init))
    )
    let expected = zip(wide.elements, away).map { Double($0) - $1 }
    #expect(TestMatrices.error(z.rows(ofBlock: 0, columns: width), expected) < 1e-5)
    #expect(gram == z.gram(scheduler: one))
    let rest = DenseMatrix(
      rowCount: rowCount, columnCount: width, elements: z.rows(ofBlock: 0, columns: width))
    let square = TestMatrices.product(rest.transposed(), rest)
    for row in 0..<width {
      for column in row..<width {
        #expect(abs(gram[row * width + column] - square[row * width + column]) < 1e-9 * square[0])
      }
    }
    values = q.combination(
      times: (0..<2 * width).flatMap { row in (0..<width).map { row % width == $0 ? 1 : 0 } },
      columns: columns, scheduler: one)
    let sum = (0..<rowCount * columns).map { index in
      let (row, column) = (index / columns, index % columns)
      return Double(dense[row, column]) + Double(dense[row, width + column])
    }
    #expect(TestMatrices.error(values.elements, sum) < 1e-6)
  }

  @Test(arguments: [2, 3], [nil, 1, 2] as [UInt64?])
  func threadsAndBlockOrderChangeNoBit(threads: Int, order: UInt64?) {
    let other = BlockScheduler(threads: threads, blockOrderSeed: order)
    let (q, _) = basis(16)
    let (z, _) = block(16, seed: 3)
    let coefficients = q.coefficients(0..<2, of: z, scheduler: one)
    #expect(q.coefficients(0..<2, of: z, scheduler: other) == coefficients)
    var (left, right) = (z, z)
    #expect(
      left.subtract(q, 0..<2, times: coefficients, scheduler: one)
        == right.subtract(q, 0..<2, times: coefficients, scheduler: other))
    #expect(left.rows(ofBlock: 0, columns: 16) == right.rows(ofBlock: 0, columns: 16))
    #expect(
      q.combination(times: coefficients, columns: 10, scheduler: one)
        == q.combination(times: coefficients, columns: 10, scheduler: other))
  }

  @Test(arguments: KernelVariant.allCases.filter(\.isSupported), [1, 37, 600])
  func kernelVariantsAgree(variant: KernelVariant, rows: Int) {
    let q = TestMatrices.gaussian(rows: rows, columns: 16, seed: 1)
    let z = TestMatrices.gaussian(rows: rows, columns: 32, seed: 2)
    var coefficients = [Float](repeating: 0, count: 16 * 32)
    var gram = [Double](repeating: 0, count: 32 * 32)
    var sum = [Float](repeating: 0, count: rows * 32)
    unsafe pt_block_coefficients(
      variant.rawValue, rows, 16, 1, q.elements, 0, 32, z.elements, &coefficients)
    unsafe pt_block_gram(variant.rawValue, rows, 32, z.elements, &gram)
    unsafe pt_block_add(variant.rawValue, rows, 16, 1, q.elements, 0, coefficients, 0, 32, &sum)
    #expect(TestMatrices.error(coefficients, TestMatrices.product(q.transposed(), z)) < 1e-5)
    let c = DenseMatrix(rowCount: 16, columnCount: 32, elements: coefficients)
    #expect(TestMatrices.error(sum, TestMatrices.product(q, c)) < 1e-5)
    let square = TestMatrices.product(z.transposed(), z)
    for index in square.indices where index % 32 >= index / 32 {
      #expect(abs(gram[index] - square[index]) < 1e-9 * Double(rows))
    }
  }
}
