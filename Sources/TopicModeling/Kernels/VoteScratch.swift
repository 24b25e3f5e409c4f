import LinearAlgebra

/// The rows that one application of the frozen rule works in, reused from paper to paper.
struct VoteScratch {
  /// The smoothed vector, of length 1.
  private(set) var vector: [Float]
  /// The group of the largest sum, ties to the smaller one.
  private(set) var group: Int32 = -1
  /// The margin over the second largest sum.
  private(set) var margin: Float = 0

  private var unit: [Float]
  private var weights: [Float]
  private var sums: [Double]

  init(topicCount: Int, width: Int, listLength: Int) {
    vector = [Float](repeating: 0, count: width)
    unit = vector
    weights = [Float](repeating: 0, count: listLength)
    sums = [Double](repeating: 0, count: topicCount)
  }

  /// Smooths the paper's own vector over its neighbours', first by words, then by vectors as well.
  mutating func smooth(
    _ own: Span<Float>, _ neighbors: Span<Int32>, _ cosines: Span<Float>, vectors: DenseMatrix
  ) {
    for column in own.indices { unit[column] = own[column] }
    Self.normalize(&unit)
    for position in weights.indices {
      weights[position] =
        position < min(neighbors.count, NeighborWeights.nearestCount)
        ? cosines[position] * cosines[position] : 0
    }
    Self.mix(unit, neighbors, weights: weights, vectors: vectors, into: &vector)
    Self.weigh(neighbors, cosines, vectors: vectors, own: vector, into: &weights)
    Self.mix(unit, neighbors, weights: weights, vectors: vectors, into: &vector)
  }

  // Static, with whole arrays, because spans of two properties of one value exclude each other.

  private static func normalize(_ row: inout [Float]) {
    var span = row.mutableSpan
    DenseKernels.normalize(&span)
  }

  private static func mix(
    _ own: [Float], _ neighbors: Span<Int32>, weights: [Float], vectors: DenseMatrix,
    into row: inout [Float]
  ) {
    var span = row.mutableSpan
    NeighborKernels.smooth(
      own.span, neighbors, weights: weights.span, vectors: vectors, into: &span, at: 0)
  }

  private static func weigh(
    _ neighbors: Span<Int32>, _ cosines: Span<Float>, vectors: DenseMatrix, own: [Float],
    into weights: inout [Float]
  ) {
    var span = weights.mutableSpan
    NeighborKernels.weigh(
      neighbors, cosines, vectors: vectors, own: own.span, into: &span, at: 0)
  }

  /// Adds half of what the words say and half of what the neighbours are.
  mutating func score(
    _ products: Span<Float>, weights termWeights: Span<Float>, neighbors: Span<Int32>,
    votes: Span<Int32>, excluding topicOfGroup: Span<Int32>
  ) {
    addWords(products, termWeights)
    var total = 0.0
    for position in neighbors.indices { total += Double(weights[position]) }
    if total > 0 {
      for position in neighbors.indices {
        sums[Int(votes[Int(neighbors[position])])] += 0.5 * Double(weights[position]) / total
      }
    }
    var best = -1
    var second = 0.0
    for candidate in sums.indices where topicOfGroup[candidate] >= 0 {
      if best < 0 || sums[candidate] > sums[best] {
        if best >= 0 { second = sums[best] }
        best = candidate
      } else {
        second = max(second, sums[candidate])
      }
    }
    group = Int32(truncatingIfNeeded: best)
    margin = Float(sums[best] - second)
  }

  /// Half the softmax of the products, as if the paper had ``GraphAssignment/effectiveLength``
  /// words.
  private mutating func addWords(_ products: Span<Float>, _ termWeights: Span<Float>) {
    var length = 0.0
    for entry in termWeights.indices { length += Double(termWeights[entry]) }
    let scale = GraphAssignment.effectiveLength / length
    let largest = Double(
      products[RefinementKernels.indexOfLargest(products, count: sums.count)])
    var total = 0.0
    for topic in sums.indices {
      let exponent = scale * (Double(products[topic]) - largest)
      // Below this a share is smaller than the rounding of the largest one.
      sums[topic] = exponent > -40 ? exponential(exponent) : 0
      total += sums[topic]
    }
    for topic in sums.indices { sums[topic] *= 0.5 / total }
  }
}
