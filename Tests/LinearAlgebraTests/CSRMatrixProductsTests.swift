import BlockScheduling
import LinearAlgebra
import Testing

@Suite struct CSRMatrixProductsTests {
  private let one = BlockScheduler(threads: 1)

  @Test(arguments: [1, 2, 3, 15, 16, 17, 20, 31, 32, 48, 50, 63, 64, 65, 80, 100, 112, 130])
  func productsEqualTheDefinition(width: Int) {
    let a = TestMatrices.sparse(rows: 41, columns: 29, density: 0.2, seed: UInt64(width))
    let x = TestMatrices.gaussian(rows: 29, columns: width, seed: 2)
    let y = TestMatrices.gaussian(rows: 41, columns: width, seed: 3)
    let forward = a.times(x, scheduler: one)
    #expect(TestMatrices.error(forward.elements, TestMatrices.product(a.dense(), x)) < 1e-6)
    let backward = a.transposeTimes(y, scheduler: one)
    #expect(
      TestMatrices.error(
        backward.elements, TestMatrices.product(a.dense().transposed(), y)) < 1e-6)
  }

  @Test func transposeProductEqualsProductOfTranspose() {
    let a = TestMatrices.tall(rows: 20_000, columns: 300, entries: 5, seed: 1)
    let y = TestMatrices.gaussian(rows: 20_000, columns: 5, seed: 2)
    let left = a.transposeTimes(y, scheduler: one)
    let right = a.transposed().times(y, scheduler: one)
    #expect(TestMatrices.error(left.elements, right.elements.map(Double.init)) < 1e-6)
    #expect(a.transposed().transposed() == a)
  }

  @Test func aRowHasItsBitsAloneAndInAnyBatch() {
    let a = TestMatrices.tall(rows: 1_500, columns: 400, entries: 20, seed: 5)
    let x = TestMatrices.gaussian(rows: 400, columns: 100, seed: 6)
    let all = a.times(x, scheduler: BlockScheduler(threads: 2, blockOrderSeed: 3))
    for row in stride(from: 0, to: 1_500, by: 97) {
      #expect(a.times(row: row, x) == all.row(row))
      #expect(a.selectingRows([row]).times(x, scheduler: one).elements == all.row(row))
    }
    let rows = [7, 1_499, 0, 512, 511]
    #expect(a.selectingRows(rows).times(x, scheduler: one) == all.selectingRows(rows))
  }

  @Test(arguments: [2, 3], [nil, 1, 2] as [UInt64?])
  func threadsAndBlockOrderChangeNoBit(threads: Int, order: UInt64?) {
    let a = TestMatrices.tall(rows: 17_000, columns: 500, entries: 6, seed: 7)
    let x = TestMatrices.gaussian(rows: 500, columns: 16, seed: 8)
    let other = BlockScheduler(threads: threads, blockOrderSeed: order)
    #expect(a.times(x, scheduler: other) == a.times(x, scheduler: one))
    let y = a.times(x, scheduler: one)
    #expect(a.transposeTimes(y, scheduler: other) == a.transposeTimes(y, scheduler: one))
  }

  @Test(arguments: KernelVariant.allCases.filter(\.isSupported), [5, 37, 64, 100])
  func kernelVariantsAgree(variant: KernelVariant, width: Int) {
    let a = TestMatrices.sparse(rows: 60, columns: 50, density: 0.4, seed: 9)
    let x = TestMatrices.gaussian(rows: 50, columns: width, seed: 10)
    var product = [Float](repeating: .nan, count: 60 * width)
    var span = product.mutableSpan
    SparseKernels.multiply(
      rows: 0..<60, rowOffsets: a.rowOffsets.span, columnIndices: a.columnIndices.span,
      values: a.values.span, by: x.elements.span, width: width, into: &span, variant: variant)
    #expect(TestMatrices.error(product, TestMatrices.product(a.dense(), x)) < 1e-6)
    if variant == .selected { #expect(product == a.times(x, scheduler: one).elements) }
  }

  @Test func emptyShapesGiveEmptyOrZeroProducts() {
    let none = CSRMatrix(DenseMatrix(rowCount: 0, columnCount: 0))
    #expect(none.times(DenseMatrix(rowCount: 0, columnCount: 4), scheduler: one).elements.isEmpty)
    let zero = CSRMatrix(DenseMatrix(rowCount: 3, columnCount: 2))
    #expect(
      zero.times(DenseMatrix(rows: [[1], [2]]), scheduler: one)
        == DenseMatrix(rows: [[0], [0], [0]]))
    #expect(
      zero.transposeTimes(DenseMatrix(rows: [[1], [2], [3]]), scheduler: one)
        == DenseMatrix(rows: [[0], [0]]))
  }
}
