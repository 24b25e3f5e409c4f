internal import LinearAlgebra

/// The nearest centroids of each of a batch of points: Float proposes, a fixed sum in Double
/// decides.
///
/// Scores |c|^2 - 2 x.c are off by at most a stated bound. Where one candidate leads by more than
/// twice the bound it is the nearest; otherwise all candidates within the bound are measured again
/// by ``DistanceKernels/squaredDistance(_:_:)``, ties to the smaller id. So a label depends on the
/// point and the centroids alone: not on the batch, the place in it, or the processor.
///
/// A point may have a centroid of its own, whose score is kept apart from its panel's.
struct NearestCentroidKernel {
  /// The most points of a batch, so that its scores stay in cache.
  static let batchSize = 512

  /// What has been computed so far.
  private(set) var work = KMeansWork()

  private let table: CentroidTable
  private let capacity: Int
  /// All points, row-major.
  private let rows: DenseMatrix
  /// The point and the own centroid of each slot of the batch; -1 for none.
  private var points: [Int32] = []
  private var own: [Int32] = []
  private(set) var ownScores: [Float] = []
  /// For each slot the smallest score that was measured but the own one.
  private(set) var otherScores: [Float] = []
  /// For each panel and slot: a score for each lane, and the smallest of those not the own one.
  private var scores: [Float]
  private var minima: [Float]

  /// For batches of at most `capacity` points.
  init(_ table: CentroidTable, rows: DenseMatrix, capacity: Int) {
    self.table = table
    self.rows = rows
    self.capacity = capacity
    let count = table.panelCount * capacity
    scores = [Float](repeating: 0, count: count * RowPanels.lanes)
    minima = [Float](repeating: .infinity, count: count)
  }

  /// Begins a batch of points, each with a centroid of its own or -1, and scores these.
  mutating func begin(_ points: [Int32], own: [Int32]) {
    precondition(points.count <= capacity, "a batch holds at most \(capacity) points")
    self.points = points
    self.own = own
    ownScores = [Float](repeating: .infinity, count: points.count)
    otherScores = ownScores
    for panel in 0..<table.panelCount {
      let first = panel * capacity
      minima.replaceSubrange(first..<first + points.count, with: ownScores)
    }
    guard own.contains(where: { $0 >= 0 }) else { return }
    let (table, rows) = (table, rows)
    let clusters = own.map { max($0, 0) }
    var scores = ownScores.mutableSpan
    RowPanels.score(
      points: points.span, rows: rows.elements.span, width: rows.columnCount,
      against: clusters.span, centroids: table.centroids.elements.span,
      norms: table.squaredNorms.span, into: &scores)
    for slot in own.indices where own[slot] < 0 { scores[slot] = .infinity }
    work.products += points.count
  }

  /// Scores some slots against the centroids of a panel.
  mutating func score(panel: Int, slots: Span<Int32>) {
    guard !slots.isEmpty else { return }
    work.products += slots.count * table.clusters(ofPanel: panel).count
    let (table, rows, points, own) = (table, rows, points, own)
    table.panels.score(
      panel: panel, norms: table.squaredNorms.span, slots: slots, points: points.span,
      rows: rows.elements.span, excluded: own.span, scores: &scores, minima: &minima,
      smallest: &otherScores, at: panel * capacity)
  }

  /// The score of a centroid whose panel was scored for the slot.
  func score(_ slot: Int, cluster: Int) -> Float {
    let (panel, lane) = cluster.quotientAndRemainder(dividingBy: RowPanels.lanes)
    return scores[(panel * capacity + slot) * RowPanels.lanes + lane]
  }

  /// The smallest score of a panel for the slot, the excluded centroid left out; infinite where
  /// the panel was not scored.
  func minimum(_ slot: Int, panel: Int) -> Float { minima[panel * capacity + slot] }

  /// Whether the own centroid is nearest beyond the errors of the scores.
  func isOwnNearest(_ slot: Int, error: Float) -> Bool {
    ownScores[slot] + 2 * error < otherScores[slot]
  }

  /// The nearest of the own centroid and those of the panels that were scored.
  ///
  /// Ties go to the smaller id. `error` bounds the errors of the point's scores.
  mutating func nearest(_ slot: Int, point: Span<Float>, error: Float) -> Int {
    let other = otherScores[slot]
    let ownScore = ownScores[slot]
    if isOwnNearest(slot, error: error) { return Int(own[slot]) }
    let threshold = min(ownScore, other) + 2 * error
    var candidate = ownScore <= threshold ? Int(own[slot]) : -1
    for panel in 0..<table.panelCount where minimum(slot, panel: panel) <= threshold {
      for cluster in table.clusters(ofPanel: panel)
      where cluster != own[slot] && score(slot, cluster: cluster) <= threshold {
        guard candidate < 0 else {
          return nearestExactly(slot, point: point, threshold: threshold, withOwn: true).cluster
        }
        candidate = cluster
      }
    }
    precondition(candidate >= 0, "a point that is not finite has no nearest centroid")
    return candidate
  }

  /// Makes `cluster` the slot's own, so that the minimum of its panel leaves it out.
  mutating func setOwn(_ slot: Int, to cluster: Int) {
    own[slot] = Int32(cluster)
    ownScores[slot] = score(slot, cluster: cluster)
    let panel = cluster / RowPanels.lanes
    var smallest = Float.infinity
    for other in table.clusters(ofPanel: panel) where other != cluster {
      smallest = min(smallest, score(slot, cluster: other))
    }
    minima[panel * capacity + slot] = smallest
    otherScores[slot] = smallestMinimum(slot)
  }

  /// The exact squared distance to the nearest centroid but the own one; all panels are scored.
  mutating func nearestOther(_ slot: Int, point: Span<Float>, error: Float) -> Double {
    let smallest = otherScores[slot]
    guard smallest < .infinity else { return .infinity }
    return nearestExactly(
      slot, point: point, threshold: smallest + 2 * error, withOwn: false
    ).squared
  }

  private func smallestMinimum(_ slot: Int) -> Float {
    var smallest = Float.infinity
    for panel in 0..<table.panelCount { smallest = min(smallest, minimum(slot, panel: panel)) }
    return smallest
  }

  /// Measures all candidates whose score is at most `threshold` in Double.
  private mutating func nearestExactly(
    _ slot: Int, point: Span<Float>, threshold: Float, withOwn: Bool
  ) -> (cluster: Int, squared: Double) {
    var best = (cluster: -1, squared: Double.infinity)
    let own = Int(own[slot])
    for panel in 0..<table.panelCount {
      let isNear = minimum(slot, panel: panel) <= threshold
      for cluster in table.clusters(ofPanel: panel) {
        let isCandidate =
          cluster == own
          ? withOwn && ownScores[slot] <= threshold
          : isNear && score(slot, cluster: cluster) <= threshold
        guard isCandidate else { continue }
        work.exactDistances += 1
        let squared = table.centroids.withRow(cluster) {
          DistanceKernels.squaredDistance(point, $0)
        }
        if squared < best.squared { best = (cluster, squared) }
      }
    }
    return best
  }
}
