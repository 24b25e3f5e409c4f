import BlockScheduling
import LinearAlgebra
import Testing

/// Seeded matrices and slow, plain reference computations for the tests of this folder.
enum TestMatrices {
  /// A sparse matrix of normal values in which each place is filled with probability `density`;
  /// column j is scaled by decay^j.
  static func sparse(
    rows: Int, columns: Int, density: Double, decay: Double = 1, seed: UInt64
  ) -> CSRMatrix {
    var scales = [Double](repeating: 1, count: columns)
    for column in 1..<max(columns, 1) { scales[column] = scales[column - 1] * decay }
    var dense = DenseMatrix(rowCount: rows, columnCount: columns)
    for row in 0..<rows {
      var generator = SplitMix64(seed: seed, purpose: "test matrix", index: row)
      for column in 0..<columns where generator.nextUnit() < density {
        dense[row, column] = Float(generator.nextGaussianPair().0 * scales[column])
      }
    }
    return CSRMatrix(dense)
  }

  /// A tall matrix of `entries` values in each row but every seventh, at columns that favour the
  /// first ones as terms of a text do.
  static func tall(rows: Int, columns: Int, entries: Int, seed: UInt64) -> CSRMatrix {
    var offsets: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Float] = []
    for row in 0..<rows {
      var generator = SplitMix64(seed: seed, purpose: "tall matrix", index: row)
      if row % 7 != 3 {
        var chosen = Set<Int>()
        for _ in 0..<entries {
          let unit = generator.nextUnit()
          chosen.insert(Int(unit * unit * unit * Double(columns)))
        }
        for column in chosen.sorted() {
          indices.append(Int32(column))
          values.append(Float(0.1 + generator.nextUnit()))
        }
      }
      offsets.append(Int32(indices.count))
    }
    do {
      return try CSRMatrix(
        rowCount: rows, columnCount: columns, rowOffsets: offsets, columnIndices: indices,
        values: values)
    } catch { preconditionFailure("the test matrix is malformed: \(error)") }
  }

  static func gaussian(rows: Int, columns: Int, seed: UInt64) -> DenseMatrix {
    .gaussian(
      rowCount: rows, columnCount: columns, seed: seed, purpose: "test",
      scheduler: BlockScheduler(threads: 1))
  }

  /// A B in Double, by the definition.
  static func product(_ a: DenseMatrix, _ b: DenseMatrix) -> [Double] {
    var product = [Double](repeating: 0, count: a.rowCount * b.columnCount)
    for row in 0..<a.rowCount {
      for inner in 0..<a.columnCount where a[row, inner] != 0 {
        for column in 0..<b.columnCount {
          product[row * b.columnCount + column] += Double(a[row, inner]) * Double(b[inner, column])
        }
      }
    }
    return product
  }

  /// The largest difference to a reference, relative to the reference's largest value.
  static func error(_ measured: [Float], _ reference: [Double]) -> Double {
    let scale = reference.reduce(.leastNormalMagnitude) { max($0, abs($1)) }
    return zip(measured, reference).reduce(0) { max($0, abs(Double($1.0) - $1.1)) } / scale
  }

  /// The largest entry of |Q^T Q - I|.
  static func departureFromOrthonormal(_ q: DenseMatrix) -> Double {
    let gram = product(q.transposed(), q)
    return gram.indices.reduce(0) {
      max($0, abs(gram[$1] - ($1 % (q.columnCount + 1) == 0 ? 1 : 0)))
    }
  }

  /// The cosine of the largest principal angle between the spaces that orthonormal columns span.
  static func smallestCosine(_ a: DenseMatrix, _ b: DenseMatrix) throws -> Float {
    let overlap = product(a.transposed(), b).map(Float.init)
    return try DenseSVD(
      DenseMatrix(rowCount: a.columnCount, columnCount: b.columnCount, elements: overlap)
    ).singularValues.last ?? 1
  }
}
