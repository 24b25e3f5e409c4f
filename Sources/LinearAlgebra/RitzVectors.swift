public import BlockScheduling

/// The best singular vectors inside a given subspace, with their singular values and fixed signs.
struct RitzVectors {
  /// The singular values, descending, without those that are rounding errors.
  let singularValues: [Float]
  /// The right singular vectors, n_terms x count.
  let vectors: DenseMatrix

  /// Singular values below this part of the Frobenius norm are rounding errors of Float products.
  private static let relativeCutoff = 4 * Double(Float.ulpOfOne)

  /// Rotates the orthonormal columns V so that A V has orthogonal columns, and keeps the longest
  /// `count`.
  ///
  /// With B = A V, the eigenvectors of B^T B in Double give the rotation. So a small singular value
  /// is as exact as a large one, which the eigenvalues of a product in Float would not be.
  init(
    _ matrix: CSRMatrix, refining basis: DenseMatrix, count: Int, scheduler: BlockScheduler
  ) throws(LAPACKError) {
    let width = basis.columnCount
    let image = matrix.times(basis, scheduler: scheduler)
    let eigen = try SymmetricEigen(
      ofUpperTriangle: image.gram(scheduler: scheduler), order: width)
    let cutoff =
      Self.relativeCutoff * Self.relativeCutoff * matrix.squaredFrobeniusNorm(scheduler: scheduler)
    let rank = min(count, eigen.values.prefix { $0 > cutoff && $0 > 0 }.count)
    var rotation = [Double](repeating: 0, count: width * rank)
    for column in 0..<rank {
      for row in 0..<width {
        rotation[row * rank + column] = eigen.vectors[column * width + row]
      }
    }
    var rotated = [Float](repeating: 0, count: basis.rowCount * rank)
    ColumnKernels.add(
      1, basis.elements, stride: width, columns: 0..<width, times: rotation, beta: 0, to: &rotated,
      width: rank, scheduler: scheduler)
    singularValues = eigen.values.prefix(rank).map { Float($0.squareRoot()) }
    vectors = DenseMatrix(rowCount: basis.rowCount, columnCount: rank, elements: rotated)
      .withPositivePeaks(scheduler: scheduler)
  }
}

extension DenseMatrix {
  /// The matrix with each column's sign chosen so that its largest entry by magnitude, the first of
  /// equals, is positive.
  public func withPositivePeaks(scheduler: BlockScheduler) -> DenseMatrix {
    guard columnCount > 0 else { return self }
    let partials = scheduler.map(rowCount, blockSize: 1_024) { rows in
      var peaks = [Float](repeating: 0, count: columnCount)
      for row in rows {
        withRow(row) { values in
          for column in values.indices where abs(values[column]) > abs(peaks[column]) {
            peaks[column] = values[column]
          }
        }
      }
      return peaks
    }
    var peaks = [Float](repeating: 0, count: columnCount)
    for partial in partials {
      for column in peaks.indices where abs(partial[column]) > abs(peaks[column]) {
        peaks[column] = partial[column]
      }
    }
    let signs = peaks.map { $0 < 0 ? -1 : 1 as Float }
    var signed = elements
    _ = scheduler.updateRows(&signed, width: columnCount, blockSize: 1_024) { rows, span in
      for row in 0..<rows.count {
        for column in signs.indices { span[row * signs.count &+ column] *= signs[column] }
      }
    }
    return DenseMatrix(rowCount: rowCount, columnCount: columnCount, elements: signed)
  }
}
