internal import BlockScheduling
internal import LinearAlgebra

/// The labels of the points with bounds that show, without a product, which of them cannot change.
///
/// For each point: an upper bound of the distance to its own centroid, and for each group of
/// centroids a lower bound of the distance to the nearest other one (Ding and others, 2015,
/// "Yinyang K-Means", ICML; Hamerly, 2010, "Making k-means even faster", is the case of one
/// group). When centroids move, the bounds loosen by how far: this is kept as one running sum for
/// each centroid and group, so that a pass only reads. A point whose upper bound stays below all
/// lower bounds keeps its label. Otherwise its own distance is measured, and if that does not
/// settle it, all its distances by ``NearestCentroidKernel``.
///
/// Bounds are widened by more than all rounding, so a point is only skipped where the full rule
/// would give the same label: labels are exactly those of plain Lloyd.
struct BoundedAssignment: Sendable {
  /// Rows per block, whatever the options say.
  static let blockSize = 2_048

  private(set) var labels: [Int32]
  private var upperBounds: [Float]
  /// For each block of points: `groupCount` rows of as many bounds as the block has points.
  private var lowerBounds: [Float]
  private let norms: [Double]
  private let largestNorm: Double
  private let groupCount: Int
  private let groupWidth: Int
  private var centroidDrift: [Double]
  private var groupDrift: [Double]

  /// No labels yet, for points with these squared norms.
  init(squaredNorms: [Double], clusterCount: Int) {
    let count = squaredNorms.count
    norms = squaredNorms
    largestNorm = (squaredNorms.max() ?? 0).squareRoot()
    groupWidth = CentroidTable.groupWidth(clusterCount: clusterCount)
    groupCount = (clusterCount + groupWidth - 1) / groupWidth
    labels = [Int32](repeating: -1, count: count)
    upperBounds = [Float](repeating: .infinity, count: count)
    lowerBounds = [Float](repeating: -.infinity, count: count * groupCount)
    centroidDrift = [Double](repeating: 0, count: clusterCount)
    groupDrift = [Double](repeating: 0, count: groupCount)
  }

  /// Puts a point into a cluster by decree and forgets its bounds.
  mutating func relocate(_ point: Int, to cluster: Int) {
    labels[point] = Int32(cluster)
    upperBounds[point] = .infinity
    let block = point / Self.blockSize * Self.blockSize
    let rows = min(Self.blockSize, labels.count - block)
    for group in 0..<groupCount {
      lowerBounds[block * groupCount + group * rows + point - block] = -.infinity
    }
  }

  /// Says how far each centroid has moved since the last assignment.
  mutating func centroidsMoved(by distances: [Double]) {
    for group in 0..<groupCount {
      let members = group * groupWidth..<min((group + 1) * groupWidth, distances.count)
      groupDrift[group] += distances[members].max() ?? 0
    }
    for cluster in distances.indices { centroidDrift[cluster] += distances[cluster] }
  }

  /// Gives each point the label of its nearest centroid; the changes come in the points' order.
  mutating func assign(
    _ points: DenseMatrix, to centroids: DenseMatrix, scheduler: BlockScheduler
  ) -> (changes: [LabelChange], work: KMeansWork) {
    let table = CentroidTable(centroids)
    let drift = Drift(
      centroids: centroidDrift.map { Float($0) }, groups: groupDrift.map { Float($0) },
      slack: Float(
        0x1p-20
          * (largestNorm + table.largestNorm
            + max(centroidDrift.max() ?? 0, groupDrift.max() ?? 0))))
    let norms = norms
    let groupCount = groupCount
    let blocks = unsafe labels.withUnsafeMutableBufferPointer { labels in
      unsafe upperBounds.withUnsafeMutableBufferPointer { upper in
        unsafe lowerBounds.withUnsafeMutableBufferPointer { lower in
          nonisolated(unsafe) let labels = unsafe labels
          nonisolated(unsafe) let upper = unsafe upper
          nonisolated(unsafe) let lower = unsafe lower
          return scheduler.map(points.rowCount, blockSize: Self.blockSize) { range in
            let bounds = range.lowerBound * groupCount..<range.upperBound * groupCount
            var block = unsafe AssignmentBlock(
              points: points, norms: norms, range: range, table: table, drift: drift,
              labels: UnsafeMutableBufferPointer(rebasing: labels[range]),
              upper: UnsafeMutableBufferPointer(rebasing: upper[range]),
              lower: UnsafeMutableBufferPointer(rebasing: lower[bounds]))
            return block.run()
          }
        }
      }
    }
    var work = KMeansWork()
    var changes: [LabelChange] = []
    for block in blocks {
      changes += block.changes
      work += block.work
    }
    work.labelChanges = changes.count
    return (changes, work)
  }
}

/// How far centroids have moved in all, and what rounding may add to a bound.
struct Drift: Sendable {
  var centroids: [Float]
  var groups: [Float]
  var slack: Float
}
