/// T = Q^T (A^T A) Q for a growing orthonormal basis Q, and the Ritz vectors that it gives.
struct ProjectedOperator {
  /// The number of columns of Q that A^T A was applied to.
  private(set) var count = 0
  /// The number of rows of T: `count`, or more once the basis went one block further.
  private var rows = 0
  private let capacity: Int
  private var elements: [Double]

  /// An empty operator with room for `capacity` basis columns.
  init(capacity: Int) {
    self.capacity = capacity
    elements = [Double](repeating: 0, count: capacity * capacity)
  }

  /// Adds the columns of T for the newest basis columns, from the given rows of Q^T Z, row-major
  /// with `width` columns; the rows before them are zero.
  mutating func append(
    _ coefficients: [Double], rows present: Range<Int>, width: Int, columns: Range<Int>
  ) {
    precondition(columns.lowerBound == count && present.upperBound == columns.upperBound)
    for row in present {
      for column in columns where row <= column {
        let value =
          coefficients[(row - present.lowerBound) * width + column - columns.lowerBound]
        elements[row * capacity + column] = value
        elements[column * capacity + row] = value
      }
    }
    count = columns.upperBound
    rows = count
  }

  /// Adds rows of T for basis columns beyond the newest ones, from those rows of Q^T Z.
  mutating func extend(
    _ coefficients: [Double], rows added: Range<Int>, width: Int, columns: Range<Int>
  ) {
    for row in added {
      for column in columns {
        elements[row * capacity + column] =
          coefficients[(row - added.lowerBound) * width + column - columns.lowerBound]
      }
    }
    rows = added.upperBound
  }

  /// The first `width` Ritz vectors after one more application of A^T A, orthonormal, as
  /// coefficients over the basis: row-major, a row for each basis column.
  ///
  /// Nil where there are not so many Ritz values, or the last is not clearly above the rounding
  /// errors of T, which are about 1e-7 of the largest one.
  func improvedRitzVectors(count width: Int) throws(LAPACKError) -> [Double]? {
    guard count >= width else { return nil }
    var square = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        square[row * count + column] = elements[row * capacity + column]
      }
    }
    let eigen = try SymmetricEigen(ofUpperTriangle: square, order: count)
    guard eigen.values[width - 1] > 1e-5 * eigen.values[0], eigen.values[0] > 0 else { return nil }
    var vectors = (0..<width).map { index in
      applied(
        to: Array(eigen.vectors[index * count..<(index + 1) * count]),
        scale: 1 / eigen.values[index])
    }
    orthonormalize(&vectors)
    var combination = [Double](repeating: 0, count: rows * width)
    for (column, vector) in vectors.enumerated() {
      for row in 0..<rows { combination[row * width + column] = vector[row] }
    }
    return combination
  }

  private func applied(to vector: [Double], scale: Double) -> [Double] {
    (0..<rows).map { row in
      var sum = 0.0
      for column in 0..<count { sum += elements[row * capacity + column] * vector[column] }
      return sum * scale
    }
  }

  /// Modified Gram-Schmidt, twice; the vectors are nearly orthonormal to begin with.
  private func orthonormalize(_ vectors: inout [[Double]]) {
    for index in vectors.indices {
      var vector = vectors[index]
      for _ in 0..<2 {
        for earlier in 0..<index {
          let other = vectors[earlier]
          var product = 0.0
          for row in vector.indices { product += vector[row] * other[row] }
          for row in vector.indices { vector[row] -= product * other[row] }
        }
        var squares = 0.0
        for value in vector { squares += value * value }
        let scale = 1 / squares.squareRoot()
        for row in vector.indices { vector[row] *= scale }
      }
      vectors[index] = vector
    }
  }
}
