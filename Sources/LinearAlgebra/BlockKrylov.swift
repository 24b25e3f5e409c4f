internal import BlockScheduling

/// The randomized block Krylov method on A^T A.
enum BlockKrylov {
  /// Orthonormal columns whose span nearly holds the first `count` right singular vectors of
  /// `matrix`.
  ///
  /// After the last pass, Z = A^T A Q is known on the whole basis Q, and Z Y spans for the chosen
  /// Ritz vectors Q Y what another pass of subspace iteration would: it costs no pass, since
  /// Z = [Q Q_p] T with coefficients T that are at hand. Where the wanted singular values reach
  /// down to the rounding errors of T, the whole basis is returned instead.
  static func rightSingularVectors(
    of matrix: CSRMatrix, count: Int, plan: KrylovPlan, seed: UInt64, scheduler: BlockScheduler,
    observe: (_ pass: Int, _ passes: Int) -> Void
  ) throws(LAPACKError) -> (vectors: DenseMatrix, passes: Int) {
    let width = plan.blockSize
    let gram = GramOperator(matrix, scheduler: scheduler)
    var basis = KrylovBasis(
      rowCount: matrix.columnCount, capacity: plan.basisSize + width)
    var projection = ProjectedOperator(capacity: basis.capacity)
    try appendRandomColumns(
      to: &basis, upTo: width, seed: seed, index: 0, scheduler: scheduler)

    var previous = 0..<0
    var passes = 0
    while passes < plan.passes {
      let current = projection.count..<basis.count
      guard !current.isEmpty else { break }
      passes += 1
      let image = gram.apply(
        to: basis.block(current, paddedTo: width, scheduler: scheduler), width: width,
        scheduler: scheduler)
      // Of the earlier blocks only the last one meets A^T A Q_j: T is block tridiagonal.
      let neighbours = previous.lowerBound..<current.upperBound
      let coefficients = basis.coefficients(
        neighbours, of: image, width: width, scheduler: scheduler)
      projection.append(coefficients, rows: neighbours, width: width, columns: current)
      var rest = image
      basis.subtract(
        neighbours, times: coefficients, from: &rest, width: width, scheduler: scheduler)
      let added = try basis.append(
        rest, width: width, without: coefficients, scheduler: scheduler)
      previous = current
      observe(passes, plan.passes)
      if passes == plan.passes {
        let beyond = current.upperBound..<current.upperBound + added
        projection.extend(
          basis.coefficients(beyond, of: image, width: width, scheduler: scheduler),
          rows: beyond, width: width, columns: current)
      } else {
        // The space ran out in some directions: new random ones keep the block full.
        try appendRandomColumns(
          to: &basis, upTo: min(basis.capacity, current.upperBound + width), seed: seed,
          index: passes, scheduler: scheduler)
      }
    }
    guard let ritz = try projection.improvedRitzVectors(count: count) else {
      return (basis.matrix(scheduler: scheduler), passes)
    }
    return (basis.combination(ritz, width: count, scheduler: scheduler), passes)
  }

  private static func appendRandomColumns(
    to basis: inout KrylovBasis, upTo count: Int, seed: UInt64, index: Int,
    scheduler: BlockScheduler
  ) throws(LAPACKError) {
    let missing = min(count, basis.rowCount) - basis.count
    guard missing > 0 else { return }
    var random = DenseMatrix.gaussian(
      rowCount: basis.rowCount, columnCount: missing, seed: seed,
      purpose: "block Krylov \(index)", scheduler: scheduler
    ).elements
    let all = 0..<basis.count
    let coefficients = basis.coefficients(all, of: random, width: missing, scheduler: scheduler)
    basis.subtract(
      all, times: coefficients, from: &random, width: missing, scheduler: scheduler)
    _ = try basis.append(
      random, width: missing, without: coefficients, scheduler: scheduler)
  }
}
