internal import LinearAlgebra

/// The assignment of a block of points without bounds.
enum AssignmentKernels {
  /// Labels and distances of the points in `range`; labels are those given, or of the nearest.
  static func assign(
    _ points: DenseMatrix, _ range: Range<Int>, givenLabels: [Int32]?, to table: CentroidTable
  ) -> (labels: [Int32], own: [Double], other: [Double]) {
    var kernel = NearestCentroidKernel(
      table, rows: points, capacity: min(NearestCentroidKernel.batchSize, range.count))
    let width = points.columnCount
    let elements = points.elements.span
    let means = table.centroids.elements.span
    var labels: [Int32] = []
    var own: [Double] = []
    var other: [Double] = []
    for start in stride(
      from: range.lowerBound, to: range.upperBound, by: NearestCentroidKernel.batchSize)
    {
      let batch = start..<min(start + NearestCentroidKernel.batchSize, range.upperBound)
      kernel.begin(
        batch.map { Int32($0) },
        own: givenLabels.map { Array($0[batch]) } ?? batch.map { _ in -1 })
      let slots = (0..<batch.count).map { Int32($0) }
      for panel in 0..<table.panelCount { kernel.score(panel: panel, slots: slots.span) }
      for slot in 0..<batch.count {
        let first = (start + slot) * width
        let point = elements.extracting(first..<first + width)
        let error = table.scoreError(norm: DenseKernels.squaredNorm(point).squareRoot())
        let label: Int
        if let givenLabels {
          label = Int(givenLabels[start + slot])
        } else {
          label = kernel.nearest(slot, point: point, error: error)
          kernel.setOwn(slot, to: label)
        }
        let centroid = means.extracting(label * width..<(label + 1) * width)
        labels.append(Int32(label))
        own.append(DistanceKernels.squaredDistance(point, centroid).squareRoot())
        other.append(kernel.nearestOther(slot, point: point, error: error).squareRoot())
      }
    }
    return (labels, own, other)
  }
}
