internal import BlockScheduling

/// Orthonormal columns that grow block by block.
///
/// Columns of a block that could not be filled are zero.
struct KrylovBasis {
  /// The blocks, of which the first `count` are there.
  private(set) var blocks: ColumnBlocks
  /// The number of blocks that there are.
  private(set) var count = 0
  /// The columns of a block that are to be filled.
  private let columns: Int
  private var unit: ColumnBlocks

  /// An empty basis with room for `blockCount` blocks of `columns` columns.
  init(rowCount: Int, columns: Int, blockCount: Int) {
    self.columns = columns
    blocks = ColumnBlocks(rowCount: rowCount, columns: columns, blockCount: blockCount)
    unit = ColumnBlocks(rowCount: rowCount, columns: columns)
  }

  /// Directions below this part of a block's longest column are rounding errors.
  private static let relativeTolerance = 1e-6

  /// Appends a block: an orthonormal basis of what Z has outside the basis, and of random columns
  /// where that is less than a block.
  ///
  /// - Parameters:
  ///   - z: Z without Q `coefficients`.
  ///   - gram: The Gram matrix of that.
  ///   - coefficients: What is known of Z in the basis.
  ///   - seed: What random columns depend on.
  ///   - scheduler: The threads.
  /// - Throws: ``LAPACKError`` when a Gram matrix has no eigenvalues.
  mutating func append(
    _ z: ColumnBlocks, gram: [Double], without coefficients: [Double], seed: UInt64,
    scheduler: BlockScheduler
  ) throws(LAPACKError) {
    var filled = try fill(
      from: 0, with: z, gram: gram, without: coefficients, scheduler: scheduler)
    let missing = min(columns - filled, blocks.rowCount - count * columns - filled)
    if missing > 0 {
      var random = ColumnBlocks.gaussian(
        rowCount: blocks.rowCount, columns: columns, seed: seed,
        purpose: "block Krylov \(count)", scheduler: scheduler)
      let known = 0..<count + (filled > 0 ? 1 : 0)
      let coefficients = blocks.coefficients(known, of: random, scheduler: scheduler)
      let gram = random.subtract(blocks, known, times: coefficients, scheduler: scheduler)
      filled += try fill(
        from: filled, with: random, gram: gram, without: coefficients, scheduler: scheduler)
    }
    if filled > 0 { count += 1 }
  }

  /// Fills the columns of the block after the last, from `first` on, and says how many.
  ///
  /// Unit vectors first, then classical Gram-Schmidt against all columns, so that "twice is enough"
  /// (Giraud, Langou, Rozloznik 2005); inside the block by the eigenvectors of the Gram matrix in
  /// Double (SVQB, Stathopoulos and Wu 2002).
  private mutating func fill(
    from first: Int, with z: ColumnBlocks, gram: [Double], without coefficients: [Double],
    scheduler: BlockScheduler
  ) throws(LAPACKError) -> Int {
    let tolerance = Self.relativeTolerance * Self.relativeTolerance
    let removed = Self.largestSquaredColumnNorm(coefficients, width: blocks.width)
    let white = try whitening(gram, from: 0, count: columns) { tolerance * max($0, removed) }
    guard white.rank > 0 else { return 0 }
    unit.update(
      accumulating: false, adding: z, 0..<1, times: white.transform, scheduler: scheduler)
    let known = 0..<count + (first > 0 ? 1 : 0)
    let again = blocks.coefficients(known, of: unit, scheduler: scheduler)
    let rest = unit.subtract(blocks, known, times: again, scheduler: scheduler)
    // What this shortens to half its length was not new.
    let final = try whitening(rest, from: first, count: columns - first) { _ in 0.25 }
    blocks.update(
      block: count, accumulating: true, adding: unit, 0..<1, times: final.transform,
      scheduler: scheduler)
    return final.rank
  }

  private static func largestSquaredColumnNorm(_ rows: [Double], width: Int) -> Double {
    var squares = [Double](repeating: 0, count: width)
    for (index, value) in rows.enumerated() { squares[index % width] += value * value }
    return squares.max() ?? 0
  }

  /// U L^(-1/2) with Z^T Z = U L U^T, for at most `count` eigenvalues above a bound that depends on
  /// the largest, in the columns from `first` on; the other columns are zero.
  private func whitening(
    _ gram: [Double], from first: Int, count: Int, smallest: (Double) -> Double
  ) throws(LAPACKError) -> (transform: [Double], rank: Int) {
    let width = blocks.width
    let eigen = try SymmetricEigen(ofUpperTriangle: gram, order: width)
    let bound = max(0, smallest(eigen.values.first ?? 0))
    let rank = min(count, eigen.values.prefix { $0 > bound }.count)
    var transform = [Double](repeating: 0, count: width * width)
    for column in 0..<rank {
      let scale = 1 / eigen.values[column].squareRoot()
      for row in 0..<width {
        transform[row * width + first + column] = eigen.vectors[column * width + row] * scale
      }
    }
    return (transform, rank)
  }
}
