public import BlockScheduling
public import LinearAlgebra

/// Where the clusters of a labelling lie and how wide they are.
///
/// The scores made from it need no labels of people. They hold for the space that the points are
/// given in (here the unit rows of the truncated SVD) and for Euclidean distance; say both when a
/// score is printed.
public struct ClusterGeometry: Sendable, Hashable {
  /// The number of points of each cluster; 0 for ids that no point has.
  public let sizes: [Int]
  /// The mean of each cluster's points; a row of zeros for an empty cluster.
  public let means: DenseMatrix
  /// The mean distance of each cluster's points to its mean, S_i; not squared.
  public let meanDistances: [Double]
  /// The sum of the squared distances of all points to their cluster's mean, W.
  public let sumOfSquares: Double
  /// The sum over clusters of size times the squared distance of their mean to that of all, B.
  public let sumOfSquaresBetween: Double

  private static let blockSize = 2_048

  /// Measures the clusters of `labels`, ids from 0 to below `clusterCount`.
  ///
  /// - Complexity: O(n d).
  public init(
    _ points: DenseMatrix, labels: [Int32], clusterCount: Int, scheduler: BlockScheduler
  ) {
    precondition(labels.count == points.rowCount, "each point needs one label")
    var sums = CentroidSums(clusterCount: clusterCount, points: points, scheduler: scheduler)
    sums.apply(
      labels.indices.map { LabelChange(point: Int32($0), from: -1, to: labels[$0]) },
      points: points, scheduler: scheduler)
    let means = sums.means(
      previous: DenseMatrix(rowCount: clusterCount, columnCount: points.columnCount))
    let blocks = scheduler.map(points.rowCount, blockSize: Self.blockSize) {
      ClusterKernels.spreads(points, labels: labels, means: means, $0)
    }
    var distances = [Double](repeating: 0, count: clusterCount)
    var sumOfSquares = 0.0
    for block in blocks {
      for cluster in 0..<clusterCount { distances[cluster] += block.distances[cluster] }
      sumOfSquares += block.sumOfSquares
    }
    sizes = sums.counts
    self.means = means
    self.sumOfSquares = sumOfSquares
    meanDistances = zip(distances, sums.counts).map { $1 > 0 ? $0 / Double($1) : 0 }
    sumOfSquaresBetween = sums.sumOfSquaresBetween
  }

  /// The ids of the clusters that have points.
  var clusters: [Int] { sizes.indices.filter { sizes[$0] > 0 } }
}
