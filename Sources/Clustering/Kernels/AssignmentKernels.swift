internal import LinearAlgebra

/// The assignment of a block of points without bounds.
enum AssignmentKernels {
  /// Labels and distances of the points in `range`; labels are those given, or of the nearest.
  static func assign(
    _ points: DenseMatrix, _ range: Range<Int>, givenLabels: [Int32]?, to table: CentroidTable
  ) -> (labels: [Int32], own: [Double], other: [Double]) {
    var kernel = NearestCentroidKernel(table)
    let width = points.columnCount
    let elements = points.elements.span
    let means = table.centroids.elements.span
    var labels: [Int32] = []
    var own: [Double] = []
    var other: [Double] = []
    for start in stride(
      from: range.lowerBound, to: range.upperBound, by: NearestCentroidKernel.batchSize)
    {
      let count = min(NearestCentroidKernel.batchSize, range.upperBound - start)
      kernel.score(elements.extracting(start * width..<(start + count) * width), count: count)
      for slot in 0..<count {
        let first = (start + slot) * width
        let point = elements.extracting(first..<first + width)
        let error = table.scoreError(norm: DenseKernels.squaredNorm(point).squareRoot())
        let label =
          givenLabels.map { Int($0[start + slot]) }
          ?? kernel.nearest(slot, point: point, error: error)
        let centroid = means.extracting(label * width..<(label + 1) * width)
        labels.append(Int32(label))
        own.append(DistanceKernels.squaredDistance(point, centroid).squareRoot())
        other.append(
          kernel.nearestOther(slot, point: point, error: error, own: label).squareRoot())
      }
    }
    return (labels, own, other)
  }
}
