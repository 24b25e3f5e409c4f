public import BlockScheduling

/// The best right singular vectors inside a given subspace (Rayleigh-Ritz).
enum RitzVectors {
  /// Singular values below this part of the Frobenius norm are rounding errors of Float products.
  private static let relativeCutoff = 4 * Double(Float.ulpOfOne)

  /// Rotates the orthonormal columns V so that A V has orthogonal columns, and keeps the longest
  /// `count` that are not rounding errors, descending.
  ///
  /// With B = A V, the eigenvectors of B^T B in Double give the rotation. So a small singular value
  /// is as exact as a large one, which the eigenvalues of a product in Float would not be.
  static func rotated(
    _ basis: DenseMatrix, for matrix: CSRMatrix, count: Int, scheduler: BlockScheduler
  ) throws(LAPACKError) -> DenseMatrix {
    let width = basis.columnCount
    let image = matrix.times(basis, scheduler: scheduler)
    let eigen = try SymmetricEigen(
      ofUpperTriangle: image.gram(scheduler: scheduler), order: width)
    let cutoff =
      relativeCutoff * relativeCutoff * matrix.squaredFrobeniusNorm(scheduler: scheduler)
    let rank = min(count, eigen.values.prefix { $0 > cutoff && $0 > 0 }.count)
    var rotation = [Double](repeating: 0, count: width * rank)
    for column in 0..<rank {
      for row in 0..<width {
        rotation[row * rank + column] = eigen.vectors[column * width + row]
      }
    }
    var rotated = [Float](repeating: 0, count: basis.rowCount * rank)
    ColumnKernels.multiply(
      basis.elements, width: width, times: rotation, into: &rotated, width: rank,
      scheduler: scheduler)
    return DenseMatrix(rowCount: basis.rowCount, columnCount: rank, elements: rotated)
  }
}

extension DenseMatrix {
  /// The matrix with each column's sign chosen so that its largest entry by magnitude, the first of
  /// equals, is positive.
  public func withPositivePeaks(scheduler: BlockScheduler) -> DenseMatrix {
    var signed = self
    signed.makePeaksPositive(scheduler: scheduler)
    return signed
  }

  /// Chooses each column's sign so that its largest entry by magnitude, the first of equals, is
  /// positive.
  mutating func makePeaksPositive(scheduler: BlockScheduler) {
    guard columnCount > 0 else { return }
    let signs = columnPeaks(scheduler: scheduler).map { $0 < 0 ? -1 : 1 as Float }
    _ = scheduler.updateRows(&elements, width: columnCount, blockSize: 1_024) { rows, span in
      for row in 0..<rows.count {
        for column in signs.indices { span[row * signs.count &+ column] *= signs[column] }
      }
    }
  }

  /// The largest entry of each column by magnitude, the first of equals.
  private func columnPeaks(scheduler: BlockScheduler) -> [Float] {
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
    return peaks
  }
}
