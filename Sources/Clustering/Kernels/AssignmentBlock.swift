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
    kernel = NearestCentroidKernel(table)
  }

  mutating func run() -> (changes: [LabelChange], work: KMeansWork) {
    let nearestOther = smallestLowerBounds()
    let width = points.columnCount
    let batchSize = NearestCentroidKernel.batchSize
    var gathered = [Float](repeating: 0, count: batchSize * width)
    var doubtful: [Int] = []
    doubtful.reserveCapacity(batchSize)
    for index in 0..<range.count where isInDoubt(index, nearestOther: nearestOther[index]) {
      doubtful.append(index)
      if doubtful.count == batchSize {
        measure(doubtful, &gathered)
        doubtful.removeAll(keepingCapacity: true)
      }
    }
    if !doubtful.isEmpty { measure(doubtful, &gathered) }
    return (changes, kernel.work)
  }

  /// The smallest of each point's lower bounds after the centroids' moves.
  private func smallestLowerBounds() -> [Float] {
    let count = range.count
    return unsafe [Float](unsafeUninitializedCapacity: count) { smallest, initialized in
      unsafe smallest.initialize(repeating: .infinity)
      for group in 0..<table.groupCount {
        let moved = drift.groups[group]
        let bounds = unsafe UnsafeMutableBufferPointer(
          rebasing: lower[group * count..<(group + 1) * count])
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

  /// Finds the nearest centroid of each of these points anew, and their bounds.
  private mutating func measure(_ indices: [Int], _ gathered: inout [Float]) {
    score(indices, &gathered)
    let count = indices.count
    var squaredNorms: [Float] = []
    var errors: [Float] = []
    squaredNorms.reserveCapacity(count)
    errors.reserveCapacity(count)
    for slot in 0..<count {
      let index = indices[slot]
      let point = range.lowerBound + index
      let norm = norms[point]
      let error = table.scoreError(norm: norm.squareRoot())
      squaredNorms.append(Float(norm))
      errors.append(error)
      let cluster = points.withRow(point) { kernel.nearest(slot, point: $0, error: error) }
      let label = unsafe labels[index]
      if Int(label) != cluster {
        changes.append(LabelChange(point: Int32(point), from: label, to: Int32(cluster)))
        unsafe labels[index] = Int32(cluster)
      }
      let squared = max(0, Float(norm) + kernel.score(slot, cluster: cluster) + error)
      unsafe upper[index] = squared.squareRoot() - drift.centroids[cluster]
      kernel.excludeFromItsGroup(cluster, slot)
    }
    kernel.boundDistances(squaredNorms: squaredNorms.span, errors: errors.span)
    for group in 0..<table.groupCount {
      let moved = drift.groups[group]
      for slot in 0..<count {
        unsafe lower[group * range.count + indices[slot]] =
          kernel.groupMinimum(slot, group: group) + moved
      }
    }
  }

  /// Scores the points, gathered first unless they are neighbours already.
  private mutating func score(_ indices: [Int], _ gathered: inout [Float]) {
    let width = points.columnCount
    let count = indices.count
    let points = points
    let elements = points.elements.span
    let first = range.lowerBound + indices[0]
    if indices[count - 1] - indices[0] == count - 1 {
      kernel.score(elements.extracting(first * width..<(first + count) * width), count: count)
      return
    }
    unsafe gathered.withUnsafeMutableBufferPointer { buffer in
      for slot in 0..<count {
        let point = range.lowerBound + indices[slot]
        let row = elements.extracting(point * width..<(point + 1) * width)
        unsafe row.withUnsafeBufferPointer { row in
          _ = unsafe buffer[(slot * width)...].update(fromContentsOf: row)
        }
      }
    }
    kernel.score(gathered.span.extracting(0..<count * width), count: count)
  }
}
