public import BlockScheduling
public import LinearAlgebra

/// The nearest centroid of each point, by the rule of the fit.
///
/// Distances are Euclidean, summed in Double in a fixed order. A point's label and distances
/// depend on the point and the centroids alone, so points may come one by one or in batches of any
/// size, and points of the fit get the labels of the fit.
public struct CentroidAssignment: Sendable, Hashable {
  /// The nearest centroid of each point, ties to the smaller id.
  public let labels: [Int32]
  /// The distance of each point to its nearest centroid.
  public let ownDistances: [Double]
  /// The distance of each point to the nearest other centroid; infinite if there is none.
  public let otherDistances: [Double]

  private static let blockSize = 2_048

  /// Assigns the rows of `points` to the rows of `centroids`.
  ///
  /// - Parameters:
  ///   - points: n rows of finite values.
  ///   - centroids: k rows, k at least 1, with as many columns as the points.
  ///   - scheduler: The threads; they change no bit of the result.
  /// - Complexity: O(n k d).
  public init(_ points: DenseMatrix, to centroids: DenseMatrix, scheduler: BlockScheduler) {
    self.init(points, givenLabels: nil, centroids: centroids, scheduler: scheduler)
  }

  /// Measures the rows of `points` under labels that need not be those of the nearest centroids.
  ///
  /// - Complexity: O(n k d).
  public init(
    _ points: DenseMatrix, labels: [Int32], centroids: DenseMatrix, scheduler: BlockScheduler
  ) {
    precondition(labels.count == points.rowCount, "each point needs one label")
    self.init(points, givenLabels: labels, centroids: centroids, scheduler: scheduler)
  }

  private init(
    _ points: DenseMatrix, givenLabels: [Int32]?, centroids: DenseMatrix,
    scheduler: BlockScheduler
  ) {
    precondition(
      centroids.rowCount > 0 && points.columnCount == centroids.columnCount,
      "points of \(points.columnCount) columns have no nearest among \(centroids.rowCount) "
        + "centroids of \(centroids.columnCount) columns")
    let table = CentroidTable(centroids)
    let blocks = scheduler.map(points.rowCount, blockSize: Self.blockSize) {
      AssignmentKernels.assign(points, $0, givenLabels: givenLabels, to: table)
    }
    var labels: [Int32] = []
    var own: [Double] = []
    var other: [Double] = []
    labels.reserveCapacity(points.rowCount)
    own.reserveCapacity(points.rowCount)
    other.reserveCapacity(points.rowCount)
    for block in blocks {
      labels += block.labels
      own += block.own
      other += block.other
    }
    self.labels = labels
    ownDistances = own
    otherDistances = other
  }
}
