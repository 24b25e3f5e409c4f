internal import BlockScheduling

/// Orthonormal columns that grow block by block, in one row-major array.
struct KrylovBasis {
  /// The length of the columns.
  let rowCount: Int
  /// The number of columns that there is room for.
  let capacity: Int
  /// The number of columns that there are.
  private(set) var count = 0
  private var elements: [Float]

  /// An empty basis with room for `capacity` columns.
  init(rowCount: Int, capacity: Int) {
    self.rowCount = rowCount
    self.capacity = capacity
    elements = [Float](repeating: 0, count: rowCount * capacity)
  }

  /// Q^T Z in Double, row-major, `count` x `width`.
  func coefficients(of z: [Float], width: Int, scheduler: BlockScheduler) -> [Double] {
    ColumnKernels.coefficients(
      elements, stride: capacity, count: count, of: z, width: width, scheduler: scheduler)
  }

  /// Q S as an n x `width` matrix, with S in Double, `count` x `width`.
  func combination(_ s: [Double], width: Int, scheduler: BlockScheduler) -> DenseMatrix {
    var product = [Float](repeating: 0, count: rowCount * width)
    ColumnKernels.add(
      1, elements, stride: capacity, count: count, times: s, beta: 0, to: &product, width: width,
      scheduler: scheduler)
    return DenseMatrix(rowCount: rowCount, columnCount: width, elements: product)
  }

  /// A contiguous copy of the given columns, with columns of zeros up to `width`.
  func block(_ columns: Range<Int>, paddedTo width: Int) -> [Float] {
    var block = [Float](repeating: 0, count: rowCount * width)
    var target = block.mutableSpan
    let source = elements.span
    for row in 0..<rowCount {
      for column in columns {
        target[row * width + column - columns.lowerBound] = source[row * capacity + column]
      }
    }
    return block
  }

  /// Appends an orthonormal basis of what Z has outside the basis, and says how many columns that
  /// were; directions shorter than `tolerance` count as rounding errors.
  ///
  /// Classical Gram-Schmidt by blocks, twice ("twice is enough", Giraud, Langou, Rozloznik 2005);
  /// inside the block by the eigenvectors of the Gram matrix in Double (SVQB, Stathopoulos and Wu
  /// 2002). `projected` is Q^T Z where the caller has it already.
  mutating func append(
    _ block: [Float], width: Int, tolerance: Double, projected: [Double]? = nil,
    scheduler: BlockScheduler
  ) throws(LAPACKError) -> Int {
    var z = block
    var width = width
    var smallest = tolerance * tolerance
    for round in 0..<2 {
      let known = round == 0 ? projected : nil
      let coefficients =
        known ?? self.coefficients(of: z, width: width, scheduler: scheduler)
      ColumnKernels.add(
        -1, elements, stride: capacity, count: count, times: coefficients, beta: 1, to: &z,
        width: width, scheduler: scheduler)
      (z, width) = try Self.whitened(
        z, width: width, smallest: smallest, limit: capacity - count, scheduler: scheduler)
      if width == 0 { return 0 }
      // What the second round would shorten to half its length was not new.
      smallest = 0.25
    }
    let (length, stride, first) = (rowCount, capacity, count)
    var target = elements.mutableSpan
    for row in 0..<length {
      for column in 0..<width {
        target[row * stride + first + column] = z[row * width + column]
      }
    }
    count += width
    return width
  }

  /// Z U L^(-1/2) with Z^T Z = U L U^T, for the at most `limit` eigenvalues above `smallest`.
  private static func whitened(
    _ z: [Float], width: Int, smallest: Double, limit: Int, scheduler: BlockScheduler
  ) throws(LAPACKError) -> ([Float], Int) {
    let eigen = try SymmetricEigen(
      ofUpperTriangle: ColumnKernels.gram(z, width: width, scheduler: scheduler), order: width)
    let rank = min(limit, eigen.values.prefix { $0 > smallest && $0 > 0 }.count)
    guard rank > 0 else { return ([], 0) }
    var transform = [Double](repeating: 0, count: width * rank)
    for column in 0..<rank {
      let scale = 1 / eigen.values[column].squareRoot()
      for row in 0..<width {
        transform[row * rank + column] = eigen.vectors[column * width + row] * scale
      }
    }
    var white = [Float](repeating: 0, count: z.count / width * rank)
    ColumnKernels.add(
      1, z, stride: width, count: width, times: transform, beta: 0, to: &white, width: rank,
      scheduler: scheduler)
    return (white, rank)
  }
}
