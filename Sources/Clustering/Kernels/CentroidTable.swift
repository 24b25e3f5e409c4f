internal import BlockScheduling
internal import LinearAlgebra

/// Centroids laid out for the assignment: in panels, with norms and an error bound.
///
/// The centroids of a panel share one lower bound. The rows that fill up the last panel have an
/// infinite norm, so that no point is near them.
struct CentroidTable: Sendable {
  /// The centroids as they are, k rows.
  let centroids: DenseMatrix
  /// The centroids in panels.
  let panels: RowPanels
  /// The squared norm of each row of the panels; infinite beyond the last centroid.
  let squaredNorms: [Float]
  /// The largest norm of a centroid.
  let largestNorm: Double
  /// What ``scoreError(norm:)`` calls gamma.
  private let gamma: Double

  init(_ centroids: DenseMatrix) {
    self.centroids = centroids
    let k = centroids.rowCount
    panels = RowPanels(centroids, scheduler: BlockScheduler(threads: 1))
    let norms = (0..<k).map { centroids.withRow($0) { DenseKernels.squaredNorm($0) } }
    let padding = panels.panelCount * RowPanels.lanes - k
    squaredNorms = norms.map { Float($0) } + [Float](repeating: .infinity, count: padding)
    largestNorm = (norms.max() ?? 0).squareRoot()
    let terms = Double(centroids.columnCount) * 0x1p-24
    gamma = terms / (1 - min(terms, 0.5))
  }

  /// How many panels there are.
  var panelCount: Int { panels.panelCount }

  /// The centroids of a panel.
  func clusters(ofPanel panel: Int) -> Range<Int> {
    let first = panel * RowPanels.lanes
    return first..<min(first + RowPanels.lanes, centroids.rowCount)
  }

  /// How far a computed |c|^2 - 2 x.c (or |x|^2 more) may lie from its true value, for a point of
  /// this norm.
  ///
  /// A dot product of d terms in Float, in any order and with or without fused additions, is off
  /// by at most gamma |x| |c|, gamma = d u / (1 - d u), u = 2^-24 (Higham, "Accuracy and
  /// Stability of Numerical Algorithms", section 3.1). The norms and the two sums are rounded
  /// once each; the smallest normal number stands for what underflow loses.
  func scoreError(norm: Double) -> Float {
    let sum = norm + largestNorm
    let error =
      2 * gamma * norm * largestNorm + 0x1p-22 * sum * sum
      + Double(Float.leastNormalMagnitude) * Double(centroids.columnCount)
    return Float(error).nextUp
  }
}
