import Clustering
import LinearAlgebra

/// Loops over the neighbours of one paper.
enum NeighborKernels {
  /// cos² max(0, own · f_j)³ of each neighbour j, into `weights` from `start` on.
  static func weigh(
    _ neighbors: Span<Int32>, _ cosines: Span<Float>, vectors: DenseMatrix, own: Span<Float>,
    into weights: inout MutableSpan<Float>, at start: Int
  ) {
    let width = vectors.columnCount
    let rows = vectors.elements.span
    for position in neighbors.indices {
      let row = Int(neighbors[position])
      let product = max(
        0, DenseKernels.dot(own, rows.extracting(row * width..<(row + 1) * width)))
      let cosine = Double(cosines[position])
      weights[start + position] = Float(cosine * cosine * product * product * product)
    }
  }

  /// (1 - a) own + a times the weighted mean of the neighbours' rows, scaled to unit length, into
  /// `out` from `start` on.
  ///
  /// Without a positive weight the row keeps its direction.
  static func smooth(
    _ own: Span<Float>, _ neighbors: Span<Int32>, weights: Span<Float>, vectors: DenseMatrix,
    into out: inout MutableSpan<Float>, at start: Int
  ) {
    let width = vectors.columnCount
    let rows = vectors.elements.span
    var sum: Float = 0
    for position in weights.indices { sum += weights[position] }
    let neighborShare = GraphSmoothing.neighborShare
    for column in own.indices { out[start &+ column] = (1 - neighborShare) * own[column] }
    if sum > 0 {
      for position in neighbors.indices where weights[position] > 0 {
        let first = Int(neighbors[position]) * width
        let other = rows.extracting(first..<first + width)
        let share = neighborShare * weights[position] / sum
        for column in other.indices { out[start &+ column] += share * other[column] }
      }
    }
    DenseKernels.normalize(&out, in: start..<start + width)
  }
}
