public import BlockScheduling
public import LinearAlgebra

/// The first assignment of a fit, in which no bound spares a distance: the E-step at full cost.
@_spi(Benchmarking)
public struct AssignmentPass: Sendable {
  private let points: DenseMatrix
  private let squaredNorms: [Double]

  /// Prepares the points; nil where one of them is not finite.
  public init?(_ points: DenseMatrix) {
    guard let norms = DistanceKernels.squaredNorms(points, 0..<points.rowCount) else { return nil }
    self.points = points
    squaredNorms = norms
  }

  /// The nearest of the `centroids` for each point, and what was computed.
  ///
  /// - Complexity: 2 · n · k · d operations in the products.
  public func assign(
    to centroids: DenseMatrix, scheduler: BlockScheduler
  ) -> (labels: [Int32], work: KMeansWork) {
    var assignment = BoundedAssignment(
      squaredNorms: squaredNorms, clusterCount: centroids.rowCount)
    let pass = assignment.assign(points, to: centroids, scheduler: scheduler)
    return (assignment.labels, pass.work)
  }
}
