internal import LinearAlgebra

/// One block of a ``BoundedAssignment``: tests the bounds, then measures the points in doubt.
@safe struct AssignmentBlock: ~Copyable {
  private let points: DenseMatrix
  private let lengths: [Double]
  private let range: Range<Int>
  private let table: CentroidTable
  private let drift: Drift
  private let labels: UnsafeMutableBufferPointer<Int32>
  private let upper: UnsafeMutableBufferPointer<Float>
  private let lower: UnsafeMutableBufferPointer<Float>
  private var kernel: NearestCentroidKernel
  private var changes: [LabelChange] = []

  /// The three pointers hold what belongs to the points of `range` and outlive the block.
  @unsafe init(
    points: DenseMatrix, lengths: [Double], range: Range<Int>, table: CentroidTable, drift: Drift,
    labels: UnsafeMutableBufferPointer<Int32>, upper: UnsafeMutableBufferPointer<Float>,
    lower: UnsafeMutableBufferPointer<Float>
  ) {
    self.points = points
    self.lengths = lengths
    self.range = range
    self.table = table
    self.drift = drift
    unsafe self.labels = labels
    unsafe self.upper = upper
    unsafe self.lower = lower
    kernel = NearestCentroidKernel(table, rows: points, capacity: 0)
  }

  mutating func run() -> (changes: [LabelChange], work: KMeansWork) {
    let doubtful = pointsInDoubt()
    kernel = NearestCentroidKernel(
      table, rows: points, capacity: min(NearestCentroidKernel.batchSize, doubtful.count))
    for start in stride(from: 0, to: doubtful.count, by: NearestCentroidKernel.batchSize) {
      let end = min(start + NearestCentroidKernel.batchSize, doubtful.count)
      measure(Array(doubtful[start..<end]))
    }
    return (changes, kernel.work)
  }

  /// The points whose upper bound is not below all their lower bounds, as places in the block.
  private func pointsInDoubt() -> [Int32] {
    var doubtful = [Int32](repeating: 0, count: range.count + BoundKernels.padding)
    var span = doubtful.mutableSpan
    // Points without a label have an infinite upper bound.
    let count = BoundKernels.pointsInDoubt(
      labels: unsafe Span(_unsafeElements: labels), upper: unsafe Span(_unsafeElements: upper),
      moved: drift.centroids.span, slack: drift.slack,
      lower: unsafe Span(_unsafeElements: lower), groupsMoved: drift.panels.span, into: &span)
    doubtful.removeLast(doubtful.count - count)
    return doubtful
  }

  /// Finds the nearest centroid of each of these points anew, and their bounds: first the distance
  /// to its own centroid, then those of the panels that this does not rule out.
  private mutating func measure(_ indices: [Int32]) {
    kernel.begin(
      indices.map { Int32(truncatingIfNeeded: range.lowerBound) &+ $0 },
      own: indices.map { unsafe labels[Int($0)] })
    let scores = ScoreBounds(
      lengths: indices.map { lengths[range.lowerBound &+ Int($0)] }, table: table)
    let distances = scores.largestDistances(kernel.ownScores)
    var slots = [Int32](
      repeating: 0, count: table.panelCount * indices.count + BoundKernels.padding)
    var ranges: [Range<Int>] = []
    for panel in 0..<table.panelCount {
      let range = list(indices, near: distances, panel: panel, in: &slots)
      kernel.score(panel: panel, slots: slots.span.extracting(range))
      ranges.append(range)
    }
    let newChanges = decide(indices, scores)
    for panel in 0..<table.panelCount {
      let moved = drift.panels[panel]
      let bounds = unsafe lowerBounds(panel)
      for slot in slots[ranges[panel]] {
        let minimum = kernel.minimum(Int(slot), panel: panel)
        unsafe bounds[Int(indices[Int(slot)])] =
          scores.smallestDistance(Int(slot), score: minimum) + moved
      }
    }
    for (change, formerBound) in newChanges {
      changes.append(change)
      guard change.from >= 0 else { continue }
      let panel = Int(change.from) / RowPanels.lanes
      let place = panel * range.count + Int(change.point) - range.lowerBound
      unsafe lower[place] = min(lower[place], formerBound + drift.panels[panel])
    }
  }

  /// The lower bounds of one panel.
  @unsafe private func lowerBounds(_ panel: Int) -> UnsafeMutableBufferPointer<Float> {
    unsafe UnsafeMutableBufferPointer(
      rebasing: lower[panel * range.count..<(panel + 1) * range.count])
  }

  /// Lists the slots of the points for which a centroid of the panel may be nearer than their own.
  private func list(
    _ indices: [Int32], near distances: [Float], panel: Int, in slots: inout [Int32]
  ) -> Range<Int> {
    let first = panel * indices.count
    var span = slots.mutableSpan
    let count = BoundKernels.slotsInDoubt(
      points: indices.span, lower: unsafe Span(_unsafeElements: lowerBounds(panel)),
      moved: drift.panels[panel], upper: distances.span, slack: drift.slack, into: &span,
      at: first)
    return first..<first + count
  }

  /// Gives each point its label and upper bound; the changes, with a lower bound of the distance to
  /// the centroid that was left.
  private mutating func decide(
    _ indices: [Int32], _ scores: ScoreBounds
  ) -> [(LabelChange, Float)] {
    var changes: [(LabelChange, Float)] = []
    for slot in indices.indices {
      let index = Int(indices[slot])
      let own = unsafe Int(labels[index])
      let error = scores.errors[slot]
      var cluster = own
      if !kernel.isOwnNearest(slot, error: error) {
        cluster = points.withRow(range.lowerBound + index) {
          kernel.nearest(slot, point: $0, error: error)
        }
      }
      if own != cluster {
        let change = LabelChange(
          point: Int32(range.lowerBound + index), from: Int32(own), to: Int32(cluster))
        changes.append(
          (change, scores.smallestDistance(slot, score: kernel.ownScores[slot])))
        unsafe labels[index] = Int32(cluster)
        kernel.setOwn(slot, to: cluster)
      }
      unsafe upper[index] =
        scores.largestDistance(slot, score: kernel.ownScores[slot]) - drift.centroids[cluster]
    }
    return changes
  }
}
