internal import LinearAlgebra

/// Centroids laid out for the assignment: padded to whole groups, with norms and an error bound.
///
/// Groups of `groupWidth` consecutive centroids share one lower bound. Padding rows are zero with
/// an infinite norm, so that no point is near them.
struct CentroidTable: Sendable {
  /// The centroids as they are, k rows.
  let centroids: DenseMatrix
  /// The centroids and the padding, `columnCount` rows.
  let rows: [Float]
  /// The squared norm of each row of `rows`; infinite for padding.
  let squaredNorms: [Float]
  /// The number of rows of the table, a multiple of `groupWidth`.
  let columnCount: Int
  /// How many centroids share a bound.
  let groupWidth: Int
  /// The number of groups.
  let groupCount: Int
  /// The largest norm of a centroid.
  let largestNorm: Double

  init(_ centroids: DenseMatrix) {
    self.centroids = centroids
    let k = centroids.rowCount
    groupWidth = Self.groupWidth(clusterCount: k)
    groupCount = (k + groupWidth - 1) / groupWidth
    columnCount = groupCount * groupWidth
    let padding = columnCount - k
    rows = centroids.elements + [Float](repeating: 0, count: padding * centroids.columnCount)
    let norms = (0..<k).map { centroids.withRow($0) { DenseKernels.squaredNorm($0) } }
    squaredNorms = norms.map { Float($0) } + [Float](repeating: .infinity, count: padding)
    largestNorm = (norms.max() ?? 0).squareRoot()
  }

  /// Eight centroids share a bound, and more where there would be over sixteen groups: then
  /// keeping the bounds would cost more than they save.
  static func groupWidth(clusterCount k: Int) -> Int { 8 * max(1, (k + 127) / 128) }

  /// How far a computed |c|^2 - 2 x.c (or |x|^2 more) may lie from its true value, for a point of
  /// this norm.
  ///
  /// A dot product of d terms in Float, in any order and with or without fused additions, is off
  /// by at most gamma |x| |c|, gamma = d u / (1 - d u), u = 2^-24 (Higham, "Accuracy and
  /// Stability of Numerical Algorithms", section 3.1). The norms and the two sums are rounded
  /// once each; the smallest normal number stands for what underflow loses.
  func scoreError(norm: Double) -> Float {
    let terms = Double(centroids.columnCount) * 0x1p-24
    let gamma = terms / (1 - min(terms, 0.5))
    let sum = norm + largestNorm
    let error =
      2 * gamma * norm * largestNorm + 0x1p-22 * sum * sum
      + Double(Float.leastNormalMagnitude) * Double(centroids.columnCount)
    return Float(error).nextUp
  }
}
