/// T = Q^T (A^T A) Q for a basis Q of equally wide blocks, and the Ritz vectors that it gives.
struct ProjectedOperator {
  private let width: Int
  private let order: Int
  private var elements: [Double]

  /// Zeros, for `blockCount` blocks of `width` columns.
  init(width: Int, blockCount: Int) {
    self.width = width
    order = width * blockCount
    elements = [Double](repeating: 0, count: order * order)
  }

  /// Sets a block of T and its mirror image, from row-major `values`; of a block on the diagonal the
  /// upper triangle is read.
  mutating func set(_ values: ArraySlice<Double>, row: Int, column: Int) {
    precondition(values.count == width * width, "a block is square")
    for i in 0..<width {
      for j in (row == column ? i : 0)..<width {
        let value = values[values.startIndex + i * width + j]
        elements[(row * width + i) * order + column * width + j] = value
        elements[(column * width + j) * order + row * width + i] = value
      }
    }
  }

  /// The first `count` Ritz vectors as coefficients over the basis: row-major, a row for each basis
  /// column, rows padded to whole vectors.
  ///
  /// Nil where there are not so many Ritz values, or the last is not clearly above the rounding
  /// errors of T, which are about 1e-7 of the largest one.
  func ritzVectors(count: Int) throws(LAPACKError) -> [Double]? {
    guard order >= count else { return nil }
    let eigen = try SymmetricEigen(ofUpperTriangle: elements, order: order)
    guard eigen.values[count - 1] > 1e-5 * eigen.values[0], eigen.values[0] > 0 else { return nil }
    let padded = ColumnBlocks.paddedWidth(count)
    var vectors = [Double](repeating: 0, count: order * padded)
    for column in 0..<count {
      for row in 0..<order {
        vectors[row * padded + column] = eigen.vectors[column * order + row]
      }
    }
    return vectors
  }
}
