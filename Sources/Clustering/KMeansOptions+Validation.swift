public import LinearAlgebra

extension KMeansOptions {
  /// Why k-means cannot run as asked.
  public enum Invalid: Error, Sendable, Equatable, CustomStringConvertible {
    /// The number of clusters is below 1 or above the number of points.
    case clusterCount(Int, points: Int)
    /// There are no restarts.
    case restarts(Int)
    /// There are no iterations.
    case maximumIterations(Int)
    /// The tolerance is negative or not a number.
    case relativeTolerance(Double)
    /// There are more starting centroids than clusters, or they have another number of columns.
    case startingCentroids(rows: Int, columns: Int)
    /// A point or a starting centroid holds a value that is infinite, not a number, or above 1e18.
    case notFinite

    /// One sentence with the values at fault.
    public var description: String {
      switch self {
      case .clusterCount(let clusters, let points):
        "\(clusters) clusters cannot be made of \(points) points"
      case .restarts(let count): "k-means needs at least one restart, not \(count)"
      case .maximumIterations(let count): "k-means needs at least one iteration, not \(count)"
      case .relativeTolerance(let tolerance):
        "the tolerance of k-means must be 0 or more, not \(tolerance)"
      case .startingCentroids(let rows, let columns):
        "\(rows) starting centroids of \(columns) columns do not fit the clusters and points"
      case .notFinite: "the points of k-means hold a value that is not a number or above 1e18"
      }
    }
  }

  /// These options, if they can be applied to points of this shape.
  ///
  /// - Throws: ``Invalid`` with the first option at fault.
  public func validated(for points: DenseMatrix) throws(Invalid) -> KMeansOptions {
    guard clusterCount >= 1, clusterCount <= points.rowCount else {
      throw .clusterCount(clusterCount, points: points.rowCount)
    }
    guard restarts >= 1 else { throw .restarts(restarts) }
    guard maximumIterations >= 1 else { throw .maximumIterations(maximumIterations) }
    guard relativeTolerance >= 0 else { throw .relativeTolerance(relativeTolerance) }
    if let start = startingCentroids {
      guard start.rowCount <= clusterCount, start.columnCount == points.columnCount else {
        throw .startingCentroids(rows: start.rowCount, columns: start.columnCount)
      }
      guard start.elements.allSatisfy({ $0.magnitude < 0x1p59 }) else { throw .notFinite }
    }
    return self
  }
}
