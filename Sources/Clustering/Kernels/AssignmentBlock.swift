internal import LinearAlgebra

/// One block of a ``BoundedAssignment``: tests the bounds, then measures the points in doubt.
@safe struct AssignmentBlock: ~Copyable {
  private let points: DenseMatrix
  private let norms: [Double]
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
    points: DenseMatrix, norms: [Double], range: Range<Int>, table: CentroidTable, drift: Drift,
    labels: UnsafeMutableBufferPointer<Int32>, upper: UnsafeMutableBufferPointer<Float>,
    lower: UnsafeMutableBufferPointer<Float>
  ) {
    self.points = points
    self.norms = norms
    self.range = range
    self.table = table
    self.drift = drift
    unsafe self.labels = labels
    unsafe self.upper = upper
    unsafe self.lower = lower
    kernel = NearestCentroidKernel(table, rows: points)
  }

  mutating func run() -> (changes: [LabelChange], work: KMeansWork) {
    let nearestOther = smallestLowerBounds()
    var doubtful: [Int] = []
    doubtful.reserveCapacity(NearestCentroidKernel.batchSize)
    for index in 0..<range.count where isInDoubt(index, nearestOther: nearestOther[index]) {
      doubtful.append(index)
      if doubtful.count == NearestCentroidKernel.batchSize {
        measure(doubtful)
        doubtful.removeAll(keepingCapacity: true)
      }
    }
    if !doubtful.isEmpty { measure(doubtful) }
    return (changes, kernel.work)
  }

  /// The smallest of each point's lower bounds after the centroids' moves.
  private func smallestLowerBounds() -> [Float] {
    let count = range.count
    return unsafe [Float](unsafeUninitializedCapacity: count) { smallest, initialized in
      unsafe smallest.initialize(repeating: .infinity)
      for panel in 0..<table.panelCount {
        let moved = drift.panels[panel]
        let bounds = unsafe UnsafeMutableBufferPointer(
          rebasing: lower[panel * count..<(panel + 1) * count])
        for index in 0..<count {
          let bound = unsafe bounds[index] - moved
          unsafe smallest[index] = bound < smallest[index] ? bound : smallest[index]
        }
      }
      initialized = count
    }
  }

  private func isInDoubt(_ index: Int, nearestOther: Float) -> Bool {
    let label = unsafe Int(labels[index])
    guard label >= 0 else { return true }
    let moved = drift.centroids[label]
    return unsafe !(upper[index] + moved + drift.slack < nearestOther)
  }

  /// Finds the nearest centroid of each of these points anew, and their bounds: first the distance
  /// to its own centroid, then those of the panels that this does not rule out.
  private mutating func measure(_ indices: [Int]) {
    kernel.begin(
      indices.map { Int32(range.lowerBound + $0) }, own: indices.map { unsafe labels[$0] })
    let errors = indices.map { table.scoreError(norm: norms[range.lowerBound + $0].squareRoot()) }
    let distances = indices.indices.map { slot in
      upperBound(slot, indices[slot], error: errors[slot])
    }
    var slots = [Int32](repeating: 0, count: table.panelCount * indices.count)
    var ranges: [Range<Int>] = []
    for panel in 0..<table.panelCount {
      let range = list(indices, near: distances, panel: panel, in: &slots)
      kernel.score(panel: panel, slots: slots.span.extracting(range))
      ranges.append(range)
    }
    let newChanges = decide(indices, errors)
    for panel in 0..<table.panelCount {
      let moved = drift.panels[panel]
      for slot in slots[ranges[panel]] {
        let index = indices[Int(slot)]
        unsafe lower[panel * range.count + index] =
          lowerBound(
            index, score: kernel.minimum(Int(slot), panel: panel), error: errors[Int(slot)])
          + moved
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

  /// Lists the slots of the points for which a centroid of the panel may be nearer than their own.
  private func list(
    _ indices: [Int], near distances: [Float], panel: Int, in slots: inout [Int32]
  ) -> Range<Int> {
    let moved = drift.panels[panel]
    let slack = drift.slack
    let bounds = unsafe UnsafeBufferPointer(
      rebasing: lower[panel * range.count..<(panel + 1) * range.count])
    let first = panel * indices.count
    var end = first
    for slot in indices.indices {
      slots[end] = Int32(truncatingIfNeeded: slot)
      end += unsafe bounds[indices[slot]] - moved <= distances[slot] + slack ? 1 : 0
    }
    return first..<end
  }

  /// Gives each point its label and upper bound; the changes, with a lower bound of the distance to
  /// the centroid that was left.
  private mutating func decide(_ indices: [Int], _ errors: [Float]) -> [(LabelChange, Float)] {
    var changes: [(LabelChange, Float)] = []
    for slot in indices.indices {
      let index = indices[slot]
      let point = range.lowerBound + index
      let own = unsafe labels[index]
      let cluster = points.withRow(point) {
        kernel.nearest(slot, point: $0, error: errors[slot])
      }
      if Int(own) != cluster {
        let change = LabelChange(point: Int32(point), from: own, to: Int32(cluster))
        changes.append(
          (change, lowerBound(index, score: kernel.ownScore(slot), error: errors[slot])))
        unsafe labels[index] = Int32(cluster)
        kernel.setOwn(slot, to: cluster)
      }
      unsafe upper[index] =
        upperBound(slot, index, error: errors[slot]) - drift.centroids[cluster]
    }
    return changes
  }

  /// The largest that the distance from a point to its slot's own centroid can be.
  private func upperBound(_ slot: Int, _ index: Int, error: Float) -> Float {
    let squared = Float(norms[range.lowerBound + index]) + kernel.ownScore(slot) + error
    return max(0, squared).squareRoot()
  }

  /// The smallest that the distance from a point to a centroid of this score can be.
  private func lowerBound(_ index: Int, score: Float, error: Float) -> Float {
    let squared = Float(norms[range.lowerBound + index]) + score - error
    return max(0, squared).squareRoot()
  }
}
