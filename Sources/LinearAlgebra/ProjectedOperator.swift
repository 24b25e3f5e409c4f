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

  /// The largest diagonal entry, a lower bound of the largest eigenvalue.
  var largestDiagonal: Double {
    (0..<count).reduce(0) { max($0, elements[$1 * capacity + $1]) }
  }

  /// Adds the columns of T for the newest basis columns, from Q^T Z, row-major with `width`
  /// columns.
  mutating func append(_ coefficients: [Double], width: Int, columns: Range<Int>) {
    precondition(columns.lowerBound == count)
    for row in 0..<columns.upperBound {
      for column in columns where row <= column {
        let value = coefficients[row * width + column - columns.lowerBound]
        elements[row * capacity + column] = value
        elements[column * capacity + row] = value
      }
    }
    count = columns.upperBound
    rows = count
  }

  /// Adds `addedRows` rows of T below the newest columns, from Q^T Z of the longer basis.
  mutating func extend(
    _ coefficients: [Double], width: Int, columns: Range<Int>, addedRows: Int
  ) {
    for row in count..<count + addedRows {
      for column in columns {
        elements[row * capacity + column] = coefficients[row * width + column - columns.lowerBound]
      }
    }
    rows = count + addedRows
  }

  /// The first Ritz vectors after one more application of A^T A, orthonormal, as coefficients over
  /// the basis: row-major, a row for each basis column.
  ///
  /// Where the Ritz value is too small for that step to be more than rounding errors, the vector
  /// stays as it is.
  func improvedRitzVectors(
    count wanted: Int
  ) throws(LAPACKError) -> (elements: [Double], width: Int) {
    var square = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        square[row * count + column] = elements[row * capacity + column]
      }
    }
    let eigen = try SymmetricEigen(ofUpperTriangle: square, order: count)
    let width = min(wanted, count)
    let smallest = 1e-5 * max(eigen.values.first ?? 0, 0)
    var vectors: [[Double]] = []
    for index in 0..<width {
      let ritz = Array(eigen.vectors[index * count..<(index + 1) * count])
      let value = eigen.values[index]
      vectors.append(value > smallest ? applied(to: ritz, scale: 1 / value) : padded(ritz))
    }
    orthonormalize(&vectors)
    var combination = [Double](repeating: 0, count: rows * width)
    for (column, vector) in vectors.enumerated() {
      for row in 0..<rows { combination[row * width + column] = vector[row] }
    }
    return (combination, width)
  }

  private func applied(to vector: [Double], scale: Double) -> [Double] {
    (0..<rows).map { row in
      var sum = 0.0
      for column in 0..<count { sum += elements[row * capacity + column] * vector[column] }
      return sum * scale
    }
  }

  private func padded(_ vector: [Double]) -> [Double] {
    vector + [Double](repeating: 0, count: rows - count)
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
        guard squares > 0 else { break }
        let scale = 1 / squares.squareRoot()
        for row in vector.indices { vector[row] *= scale }
      }
      vectors[index] = vector
    }
  }
}
