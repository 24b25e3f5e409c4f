internal import BlockScheduling
internal import LinearAlgebra

/// The labels of the points with bounds that show, without a product, which of them cannot change.
///
/// For each point: an upper bound of the distance to its own centroid, and for each panel of
/// centroids a lower bound of the distance to the nearest other one (Ding and others, 2015,
/// "Yinyang K-Means", ICML; Hamerly, 2010, "Making k-means even faster", is the case of one
/// group). When centroids move, the bounds loosen by how far: this is kept as one running sum for
/// each centroid and panel, so that a pass only reads. A point whose upper bound stays below all
/// lower bounds keeps its label. Otherwise its own distance is measured, and then those to the
/// centroids of the panels whose bounds are not above it, by ``NearestCentroidKernel``.
///
/// Bounds are widened by more than all rounding, so a point is only skipped where the full rule
/// would give the same label: labels are exactly those of plain Lloyd.
struct BoundedAssignment: Sendable {
  /// Rows per block, whatever the options say.
  static let blockSize = 2_048

  private(set) var labels: [Int32]
  private var upperBounds: [Float]
  /// For each block of points: `panelCount` rows of as many bounds as the block has points.
  private var lowerBounds: [Float]
  /// The norm of each point.
  private let lengths: [Double]
  private let largestNorm: Double
  private let panelCount: Int
  private var centroidDrift: [Double]
  private var panelDrift: [Double]

  /// No labels yet, for points with these squared norms.
  init(squaredNorms: [Double], clusterCount: Int) {
    let count = squaredNorms.count
    lengths = squaredNorms.map { $0.squareRoot() }
    largestNorm = lengths.max() ?? 0
    panelCount = (clusterCount + RowPanels.lanes - 1) / RowPanels.lanes
    labels = [Int32](repeating: -1, count: count)
    upperBounds = [Float](repeating: .infinity, count: count)
    lowerBounds = [Float](repeating: -.infinity, count: count * panelCount)
    centroidDrift = [Double](repeating: 0, count: clusterCount)
    panelDrift = [Double](repeating: 0, count: panelCount)
  }

  /// Puts a point into a cluster by decree and forgets its bounds.
  mutating func relocate(_ point: Int, to cluster: Int) {
    labels[point] = Int32(cluster)
    upperBounds[point] = .infinity
    let block = point / Self.blockSize * Self.blockSize
    let rows = min(Self.blockSize, labels.count - block)
    for panel in 0..<panelCount {
      lowerBounds[block * panelCount + panel * rows + point - block] = -.infinity
    }
  }

  /// Says how far each centroid has moved since the last assignment.
  mutating func centroidsMoved(by distances: [Double]) {
    for panel in 0..<panelCount {
      let members = panel * RowPanels.lanes..<min((panel + 1) * RowPanels.lanes, distances.count)
      panelDrift[panel] += distances[members].max() ?? 0
    }
    for cluster in distances.indices { centroidDrift[cluster] += distances[cluster] }
  }

  /// Gives each point the label of its nearest centroid; the changes come in the points' order.
  mutating func assign(
    _ points: DenseMatrix, to centroids: DenseMatrix, scheduler: BlockScheduler
  ) -> (changes: [LabelChange], work: KMeansWork) {
    let table = CentroidTable(centroids)
    let drift = Drift(
      centroids: centroidDrift.map { Float($0) }, panels: panelDrift.map { Float($0) },
      slack: Float(
        0x1p-20
          * (largestNorm + table.largestNorm
            + max(centroidDrift.max() ?? 0, panelDrift.max() ?? 0))))
    let lengths = lengths
    let panelCount = panelCount
    let blocks = unsafe labels.withUnsafeMutableBufferPointer { labels in
      unsafe upperBounds.withUnsafeMutableBufferPointer { upper in
        unsafe lowerBounds.withUnsafeMutableBufferPointer { lower in
          nonisolated(unsafe) let labels = unsafe labels
          nonisolated(unsafe) let upper = unsafe upper
          nonisolated(unsafe) let lower = unsafe lower
          return scheduler.map(points.rowCount, blockSize: Self.blockSize) { range in
            let bounds = range.lowerBound * panelCount..<range.upperBound * panelCount
            var block = unsafe AssignmentBlock(
              points: points, lengths: lengths, range: range, table: table, drift: drift,
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
  var panels: [Float]
  var slack: Float
}
