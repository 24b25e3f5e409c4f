internal import LinearAlgebra

/// Distances whose order of additions is fixed, so that their bits depend on the two rows alone.
enum DistanceKernels {
  /// The squared Euclidean distance of two equally long rows in Double, in four fixed lanes.
  ///
  /// This is the number that decides labels. It is a sum of squared differences, not a difference
  /// of norms and products, so that equal rows are at distance 0 exactly.
  static func squaredDistance(_ a: Span<Float>, _ b: Span<Float>) -> Double {
    precondition(a.count == b.count, "rows of different length have no distance")
    var lane0 = 0.0
    var lane1 = 0.0
    var lane2 = 0.0
    var lane3 = 0.0
    var index = 0
    let end = a.count & ~3
    while index < end {
      let difference0 = Double(a[index]) - Double(b[index])
      let difference1 = Double(a[index &+ 1]) - Double(b[index &+ 1])
      let difference2 = Double(a[index &+ 2]) - Double(b[index &+ 2])
      let difference3 = Double(a[index &+ 3]) - Double(b[index &+ 3])
      lane0 += difference0 * difference0
      lane1 += difference1 * difference1
      lane2 += difference2 * difference2
      lane3 += difference3 * difference3
      index &+= 4
    }
    while index < a.count {
      let difference = Double(a[index]) - Double(b[index])
      lane0 += difference * difference
      index &+= 1
    }
    return (lane0 + lane1) + (lane2 + lane3)
  }

  /// The squared norm of each row in Double, or nil when a row holds a value that is not finite,
  /// or is so long that Float cannot hold its squares.
  static func squaredNorms(_ points: DenseMatrix, _ range: Range<Int>) -> [Double]? {
    let elements = points.elements.span
    let width = points.columnCount
    var norms: [Double] = []
    norms.reserveCapacity(range.count)
    for row in range {
      let norm = DenseKernels.squaredNorm(elements.extracting(row * width..<(row + 1) * width))
      guard norm < 0x1p120 else { return nil }
      norms.append(norm)
    }
    return norms
  }

  /// The sum of the squared distances of the points in `range` to the centroids of their labels.
  static func inertia(
    _ points: DenseMatrix, labels: [Int32], centroids: DenseMatrix, _ range: Range<Int>
  ) -> Double {
    let rows = points.elements.span
    let means = centroids.elements.span
    let clusters = labels.span
    let width = points.columnCount
    var sum = 0.0
    for row in range {
      let cluster = Int(clusters[row])
      sum += squaredDistance(
        rows.extracting(row * width..<(row + 1) * width),
        means.extracting(cluster * width..<(cluster + 1) * width))
    }
    return sum
  }

  /// The sum of each column over a range of rows.
  static func columnSums(_ points: DenseMatrix, _ range: Range<Int>) -> [Double] {
    let width = points.columnCount
    let elements = points.elements.span
    var sums = [Double](repeating: 0, count: width)
    var span = sums.mutableSpan
    for row in range {
      let values = elements.extracting(row * width..<(row + 1) * width)
      for column in values.indices { span[column] += Double(values[column]) }
    }
    return sums
  }

  /// The sum over a range of rows of their squared distances from `means`.
  static func squaredDeviations(
    _ points: DenseMatrix, from means: [Double], _ range: Range<Int>
  ) -> Double {
    let width = points.columnCount
    let elements = points.elements.span
    let means = means.span
    var sum = 0.0
    for row in range {
      let values = elements.extracting(row * width..<(row + 1) * width)
      for column in values.indices {
        let deviation = Double(values[column]) - means[column]
        sum += deviation * deviation
      }
    }
    return sum
  }
}
