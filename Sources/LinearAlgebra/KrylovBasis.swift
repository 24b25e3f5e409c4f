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
    elements = [Float](zeros: rowCount * capacity)
  }

  /// Q^T Z in Double for the given columns of Q, row-major with `width` columns.
  func coefficients(
    _ columns: Range<Int>, of z: [Float], width: Int, scheduler: BlockScheduler
  ) -> [Double] {
    ColumnKernels.coefficients(
      elements, stride: capacity, columns: columns, of: z, width: width, scheduler: scheduler)
  }

  /// Z - Q C for the given columns of Q, with C = Q^T Z as ``coefficients(_:of:width:scheduler:)``
  /// gives it.
  func subtract(
    _ columns: Range<Int>, times coefficients: [Double], from z: inout [Float], width: Int,
    scheduler: BlockScheduler
  ) {
    ColumnKernels.add(
      -1, elements, stride: capacity, columns: columns, times: coefficients, beta: 1, to: &z,
      width: width, scheduler: scheduler)
  }

  /// Q S as an n x `width` matrix, with S in Double, `count` x `width`.
  func combination(_ s: [Double], width: Int, scheduler: BlockScheduler) -> DenseMatrix {
    var product = [Float](zeros: rowCount * width)
    ColumnKernels.add(
      1, elements, stride: capacity, columns: 0..<count, times: s, beta: 0, to: &product,
      width: width,
      scheduler: scheduler)
    return DenseMatrix(rowCount: rowCount, columnCount: width, elements: product)
  }

  /// The columns that there are, as a matrix.
  func matrix(scheduler: BlockScheduler) -> DenseMatrix {
    DenseMatrix(
      rowCount: rowCount, columnCount: count,
      elements: block(0..<count, paddedTo: count, scheduler: scheduler))
  }

  /// A contiguous copy of the given columns, with columns of zeros up to `width`.
  func block(
    _ columns: Range<Int>, paddedTo width: Int, scheduler: BlockScheduler
  ) -> [Float] {
    var block = [Float](repeating: 0, count: rowCount * width)
    _ = scheduler.updateRows(&block, width: width, blockSize: ColumnKernels.rowsPerBlock) {
      rows, target in
      ColumnKernels.copy(
        columns: columns.count, from: elements.span, stride: capacity,
        at: rows.lowerBound * capacity + columns.lowerBound, to: &target, stride: width, at: 0)
    }
    return block
  }

  /// Directions below this part of a block's longest column are rounding errors.
  private static let relativeTolerance = 1e-6

  /// Appends an orthonormal basis of what Z has outside the basis, and says how many columns that
  /// were.
  ///
  /// The caller has taken away Q `coefficients`, what it knows of Z in the basis. Unit vectors first, then classical
  /// Gram-Schmidt against all columns, so that "twice is enough" (Giraud, Langou, Rozloznik 2005);
  /// inside the block by the eigenvectors of the Gram matrix in Double (SVQB, Stathopoulos and Wu
  /// 2002).
  mutating func append(
    _ block: [Float], width: Int, without coefficients: [Double], scheduler: BlockScheduler
  ) throws(LAPACKError) -> Int {
    let tolerance = Self.relativeTolerance * Self.relativeTolerance
    let removed = Self.largestSquaredColumnNorm(coefficients, width: width)
    var (z, width) = try Self.whitened(block, width: width, scheduler: scheduler) { largest in
      tolerance * max(largest, removed)
    }
    if width > 0 {
      let coefficients = self.coefficients(0..<count, of: z, width: width, scheduler: scheduler)
      subtract(0..<count, times: coefficients, from: &z, width: width, scheduler: scheduler)
      // What this shortens to half its length was not new.
      (z, width) = try Self.whitened(z, width: width, scheduler: scheduler) { _ in 0.25 }
    }
    let added = min(width, capacity - count)
    if added == 0 { return 0 }
    let (columns, blockWidth, stride, first) = (z, width, capacity, count)
    _ = scheduler.updateRows(&elements, width: stride, blockSize: ColumnKernels.rowsPerBlock) {
      rows, target in
      ColumnKernels.copy(
        columns: added, from: columns.span, stride: blockWidth, at: rows.lowerBound * blockWidth,
        to: &target, stride: stride, at: first)
    }
    count += added
    return added
  }

  private static func largestSquaredColumnNorm(_ rows: [Double], width: Int) -> Double {
    var squares = [Double](repeating: 0, count: width)
    for (index, value) in rows.enumerated() { squares[index % width] += value * value }
    return squares.max() ?? 0
  }

  /// Z U L^(-1/2) with Z^T Z = U L U^T, for the eigenvalues above a bound that depends on the
  /// largest.
  private static func whitened(
    _ z: [Float], width: Int, scheduler: BlockScheduler, smallest: (Double) -> Double
  ) throws(LAPACKError) -> ([Float], Int) {
    let eigen = try SymmetricEigen(
      ofUpperTriangle: ColumnKernels.gram(z, width: width, scheduler: scheduler), order: width)
    let bound = max(0, smallest(eigen.values.first ?? 0))
    let rank = eigen.values.prefix { $0 > bound }.count
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
      1, z, stride: width, columns: 0..<width, times: transform, beta: 0, to: &white, width: rank,
      scheduler: scheduler)
    return (white, rank)
  }
}
