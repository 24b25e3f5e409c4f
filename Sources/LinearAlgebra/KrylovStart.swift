internal import BlockScheduling

/// The block that a Krylov space begins with.
enum KrylovStart {
  /// The rows of the sample.
  private static let sampleSize = 4_096
  /// The length of what is purely random, by the length of the rest.
  private static let randomPart = 0.1

  /// A random block after one application of A_s^T A_s for a sample A_s of the rows of A, with its
  /// Gram matrix in Double.
  ///
  /// It leans towards the large singular values as the block after the first pass over A does, for
  /// a fifteenth of a pass with 61,243 rows: on the matrix that ``KrylovPlan`` was measured with,
  /// one pass fewer finds as much. A part stays random, so that no direction is left out that the
  /// sample lacks. A matrix of few rows gets a random block.
  static func block(
    for matrix: CSRMatrix, columns: Int, seed: UInt64, scheduler: BlockScheduler
  ) -> (block: ColumnBlocks, gram: [Double]) {
    let random = ColumnBlocks.gaussian(
      rowCount: matrix.columnCount, columns: columns, seed: seed, purpose: "Krylov start",
      scheduler: scheduler)
    let step = matrix.rowCount / sampleSize
    guard step > 1 else { return (random, random.gram(scheduler: scheduler)) }
    let sample = matrix.selectingRows(Array(stride(from: 0, to: matrix.rowCount, by: step)))
    var block = ColumnBlocks(rowCount: matrix.columnCount, columns: columns)
    GramOperator(sample, scheduler: scheduler).apply(
      to: random, block: 0, into: &block, scheduler: scheduler)
    let width = block.width
    let length = trace(block.gram(scheduler: scheduler), width: width).squareRoot()
    let randomLength = trace(random.gram(scheduler: scheduler), width: width).squareRoot()
    var scale = [Double](repeating: 0, count: width * width)
    for column in 0..<width {
      scale[column * width + column] = randomPart * length / randomLength
    }
    block.update(
      accumulating: true, adding: random, 0..<1, times: scale, scheduler: scheduler)
    return (block, block.gram(scheduler: scheduler))
  }

  private static func trace(_ gram: [Double], width: Int) -> Double {
    (0..<width).reduce(0) { $0 + gram[$1 * width + $1] }
  }
}
