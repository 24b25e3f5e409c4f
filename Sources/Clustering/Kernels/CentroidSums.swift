internal import BlockScheduling
internal import LinearAlgebra

/// A point that goes from one cluster to another; `from` is -1 on the first assignment.
struct LabelChange: Sendable {
  var point: Int32
  var from: Int32
  var to: Int32
}

/// The sums of each cluster's points, exact, so that they depend on the labels alone.
///
/// Column j of a point is rounded once to a multiple of 2^-s(j), where s(j) is the largest power
/// for which n points of the column's largest magnitude cannot overflow 63 bits (s is 45 for unit
/// rows and 112,000 points: an error of 2^-46 where Float itself has 2^-25). Sums of integers are
/// exact, so adding and taking away the points that changed gives the same bits as a fresh sum, in
/// any order and on any number of threads, at the cost of the changes alone.
struct CentroidSums: Sendable {
  /// The number of points of each cluster.
  private(set) var counts: [Int]
  private var sums: [Int64]
  private let scales: [Double]
  /// 1 over the scales, exact as they are powers of two.
  private let units: [Double]
  private let width: Int

  /// Empty clusters for these points.
  init(clusterCount: Int, points: DenseMatrix, scheduler: BlockScheduler) {
    width = points.columnCount
    counts = [Int](repeating: 0, count: clusterCount)
    sums = [Int64](repeating: 0, count: clusterCount * width)
    let maxima = scheduler.map(points.rowCount, blockSize: Self.blockSize) {
      CentroidSumKernels.columnMaxima(points, $0)
    }
    var largest = [Float](repeating: 0, count: width)
    for block in maxima {
      for column in 0..<width { largest[column] = max(largest[column], block[column]) }
    }
    let countBits = Int.bitWidth - max(points.rowCount, 1).leadingZeroBitCount
    let headroom = min(50, 62 - countBits)
    scales = largest.map { magnitude in
      let exponent = magnitude > 0 ? headroom - 1 - Int(magnitude.exponent) : 0
      return Double(sign: .plus, exponent: exponent, significand: 1)
    }
    units = scales.map { 1 / $0 }
  }

  /// Moves points between clusters.
  ///
  /// - Complexity: O(changes x columns).
  mutating func apply(_ changes: [LabelChange], points: DenseMatrix, scheduler: BlockScheduler) {
    for change in changes {
      if change.from >= 0 { counts[Int(change.from)] -= 1 }
      counts[Int(change.to)] += 1
    }
    guard changes.count > Self.blockSize else {
      CentroidSumKernels.add(
        changes, changes.indices, points: points, scales: scales, into: &sums)
      return
    }
    let size = sums.count
    let scales = scales
    let partials = scheduler.map(changes.count, blockSize: Self.blockSize) { range in
      var partial = [Int64](repeating: 0, count: size)
      CentroidSumKernels.add(changes, range, points: points, scales: scales, into: &partial)
      return partial
    }
    for partial in partials { CentroidSumKernels.add(partial, into: &sums) }
  }

  /// The mean of each cluster's points; an empty cluster keeps its row of `previous`.
  func means(previous: DenseMatrix) -> DenseMatrix {
    var elements = previous.elements
    var target = elements.mutableSpan
    let units = units.span
    for cluster in counts.indices where counts[cluster] > 0 {
      let count = Double(counts[cluster])
      let row = sums.span.extracting(cluster * width..<(cluster + 1) * width)
      for column in row.indices {
        target[cluster * width + column] = Float(Double(row[column]) * units[column] / count)
      }
    }
    return DenseMatrix(rowCount: counts.count, columnCount: width, elements: elements)
  }

  /// The inertia of the clusters about `centroids`, from the sums alone.
  ///
  /// sum |x|^2 - sum over clusters of (2 c . S - n |c|^2), which agrees with the sum over points
  /// to about 1e-13 of sum |x|^2.
  func inertia(about centroids: DenseMatrix, squaredNormSum: Double) -> Double {
    var inertia = squaredNormSum
    let units = units.span
    for cluster in counts.indices where counts[cluster] > 0 {
      var product = 0.0
      var norm = 0.0
      let row = sums.span.extracting(cluster * width..<(cluster + 1) * width)
      let centroid = centroids.elements.span.extracting(
        cluster * width..<(cluster + 1) * width)
      for column in row.indices {
        let value = Double(centroid[column])
        product += value * (Double(row[column]) * units[column])
        norm += value * value
      }
      inertia -= 2 * product - Double(counts[cluster]) * norm
    }
    return max(inertia, 0)
  }

  /// The sum over clusters of n_i |c_i - c|^2, with all means in Double.
  var sumOfSquaresBetween: Double {
    let total = Double(max(counts.reduce(0, +), 1))
    var between = 0.0
    for column in 0..<width {
      let values = counts.indices.map { Double(sums[$0 * width + column]) * units[column] }
      let mean = values.reduce(0, +) / total
      for cluster in counts.indices where counts[cluster] > 0 {
        let count = Double(counts[cluster])
        let difference = values[cluster] / count - mean
        between += count * difference * difference
      }
    }
    return between
  }

  private static let blockSize = 2_048
}
