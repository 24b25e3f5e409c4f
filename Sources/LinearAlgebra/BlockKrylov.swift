internal import BlockScheduling

/// The randomized block Krylov method on A^T A.
enum BlockKrylov {
  /// Directions below this part of the block's largest column are rounding errors.
  private static let relativeTolerance = 1e-6

  /// Nearly the first `count` right singular vectors of `matrix`, orthonormal, in order.
  ///
  /// After the last pass, Z = A^T A Q is known on the whole basis Q, and Z Y spans for the chosen
  /// Ritz vectors Q Y what another pass of subspace iteration would: it costs no pass, since
  /// Z = [Q Q_p] T with coefficients T that are at hand.
  static func rightSingularVectors(
    of matrix: CSRMatrix, count: Int, plan: KrylovPlan, seed: UInt64, scheduler: BlockScheduler
  ) throws(LAPACKError) -> (vectors: DenseMatrix, passes: Int) {
    let width = plan.blockSize
    let gram = GramOperator(matrix, scheduler: scheduler)
    var basis = KrylovBasis(
      rowCount: matrix.columnCount, capacity: plan.basisSize + width)
    var projection = ProjectedOperator(capacity: basis.capacity)
    try appendRandomColumns(
      to: &basis, upTo: width, matrix, seed: seed, index: 0, scheduler: scheduler)

    var passes = 0
    while passes < plan.passes {
      let current = projection.count..<basis.count
      guard !current.isEmpty else { break }
      passes += 1
      let z = gram.apply(
        to: basis.block(current, paddedTo: width), width: width, scheduler: scheduler)
      let coefficients = basis.coefficients(of: z, width: width, scheduler: scheduler)
      projection.append(coefficients, width: width, columns: current)
      let tolerance = relativeTolerance * projection.largestDiagonal
      let added = try basis.append(
        z, width: width, tolerance: tolerance, projected: coefficients, scheduler: scheduler)
      if passes == plan.passes {
        let last = basis.coefficients(of: z, width: width, scheduler: scheduler)
        projection.extend(last, width: width, columns: current, addedRows: added)
      } else {
        // The space ran out in some directions: new random ones keep the block full.
        try appendRandomColumns(
          to: &basis, upTo: min(basis.capacity, current.upperBound + width), matrix, seed: seed,
          index: passes, scheduler: scheduler)
      }
    }
    let combination = try projection.improvedRitzVectors(count: count)
    return (
      basis.combination(combination.elements, width: combination.width, scheduler: scheduler),
      passes
    )
  }

  private static func appendRandomColumns(
    to basis: inout KrylovBasis, upTo count: Int, _ matrix: CSRMatrix, seed: UInt64, index: Int,
    scheduler: BlockScheduler
  ) throws(LAPACKError) {
    let missing = min(count, basis.rowCount) - basis.count
    guard missing > 0 else { return }
    let random = DenseMatrix.gaussian(
      rowCount: basis.rowCount, columnCount: missing, seed: seed,
      purpose: "block Krylov \(index)", scheduler: scheduler)
    _ = try basis.append(
      random.elements, width: missing, tolerance: relativeTolerance, scheduler: scheduler)
  }
}
