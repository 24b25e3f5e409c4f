internal import LinearAlgebra

/// The loops of Ward's merges over a full, symmetric matrix of costs.
enum WardKernels {
  /// What merging two centroids of the given weights and squared distance adds to the sum of
  /// squares.
  static func cost(_ left: Double, _ right: Double, squaredDistance: Double) -> Double {
    left + right > 0 ? left * right / (left + right) * squaredDistance : 0
  }

  /// The cost of merging each two centroids, c x c; infinite between the first `apart`.
  static func costs(_ centroids: DenseMatrix, weights: [Double], apart: Int) -> [Double] {
    let count = centroids.rowCount
    let width = centroids.columnCount
    let rows = centroids.elements.span
    var costs = [Double](repeating: .infinity, count: count * count)
    for left in 0..<count {
      for right in left + 1..<count where right >= apart {
        let squared = DistanceKernels.squaredDistance(
          rows.extracting(left * width..<(left + 1) * width),
          rows.extracting(right * width..<(right + 1) * width))
        let value = cost(weights[left], weights[right], squaredDistance: squared)
        costs[left * count + right] = value
        costs[right * count + left] = value
      }
    }
    return costs
  }

  /// The living slot of least cost to `slot`: `preferred` among equals, else the smallest.
  static func nearest(
    to slot: Int, preferring preferred: Int?, costs: Span<Double>, isAlive: Span<Bool>
  ) -> (slot: Int, cost: Double) {
    let row = costs.extracting(slot * isAlive.count..<(slot + 1) * isAlive.count)
    var best = (slot: preferred ?? slot, cost: preferred.map { row[$0] } ?? .infinity)
    for other in row.indices where other != slot && isAlive[other] && row[other] < best.cost {
      best = (other, row[other])
    }
    return best
  }

  /// The costs of the union of two slots, in the place of `kept`.
  static func merge(
    _ kept: Int, _ gone: Int, costs matrix: inout [Double], weights: [Double], isAlive: [Bool]
  ) {
    let count = isAlive.count
    var costs = matrix.mutableSpan
    let between = costs[kept * count + gone]
    for other in isAlive.indices where isAlive[other] && other != kept && other != gone {
      let total = weights[kept] + weights[gone] + weights[other]
      let sum =
        (weights[kept] + weights[other]) * costs[kept * count + other]
        + (weights[gone] + weights[other]) * costs[gone * count + other]
        - weights[other] * between
      let value = total > 0 ? sum / total : 0
      costs[kept * count + other] = value.isNaN ? .infinity : max(value, 0)
      costs[other * count + kept] = costs[kept * count + other]
    }
  }
}
