/// What the scores of a batch's points say of their distances, rounding included.
struct ScoreBounds {
  /// How far each slot's scores may be off.
  let errors: [Float]
  private let squaredNorms: [Float]

  /// For slots whose points have these norms.
  init(lengths: [Double], table: CentroidTable) {
    errors = lengths.map { table.scoreError(norm: $0) }
    squaredNorms = lengths.map { Float($0 * $0) }
  }

  /// The largest that the distances of all slots can be, for one score each.
  func largestDistances(_ scores: [Float]) -> [Float] {
    scores.indices.map { largestDistance($0, score: scores[$0]) }
  }

  /// The largest that the distance of a slot can be.
  func largestDistance(_ slot: Int, score: Float) -> Float {
    max(0, squaredNorms[slot] + score + errors[slot]).squareRoot()
  }

  /// The smallest that the distance of a slot can be.
  func smallestDistance(_ slot: Int, score: Float) -> Float {
    max(0, squaredNorms[slot] + score - errors[slot]).squareRoot()
  }
}
