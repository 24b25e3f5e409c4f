internal import BlockScheduling

/// The randomized block Krylov method on A^T A.
enum BlockKrylov {
  /// What the method found.
  struct Subspace {
    /// Orthonormal columns, some of them zero where there is no more to find.
    let vectors: DenseMatrix
    /// Whether they are the wanted singular vectors; else these are in their span.
    let isRotated: Bool
    /// The passes over the matrix.
    let passes: Int
  }

  /// The best approximations of the first `count` right singular vectors of `matrix` in its Krylov
  /// space (Rayleigh-Ritz).
  ///
  /// T = Q^T (A^T A) Q is at hand for the whole basis Q: of the last block, which nothing follows,
  /// A Q_p is enough. Where the wanted singular values reach down to the rounding errors of T, the
  /// whole basis is returned instead.
  static func rightSingularVectors(
    of matrix: CSRMatrix, count: Int, plan: KrylovPlan, seed: UInt64, scheduler: BlockScheduler,
    observe: (_ pass: Int, _ passes: Int) -> Void
  ) throws(LAPACKError) -> Subspace {
    let gram = GramOperator(matrix, scheduler: scheduler)
    var basis = KrylovBasis(
      rowCount: matrix.columnCount, columns: plan.blockSize, blockCount: plan.passes)
    let start = KrylovStart.block(
      for: matrix, columns: plan.blockSize, seed: seed, scheduler: scheduler)
    try basis.append(
      start.block, gram: start.gram, without: [], seed: seed, scheduler: scheduler)
    var image = start.block
    let width = image.width
    var projection = ProjectedOperator(width: width, blockCount: plan.passes)

    for current in 0..<plan.passes where current < basis.count {
      if current + 1 < plan.passes {
        gram.apply(to: basis.blocks, block: current, into: &image, scheduler: scheduler)
        // Of the earlier blocks only the last one meets A^T A Q_j: T is block tridiagonal.
        let neighbours = max(0, current - 1)..<current + 1
        let coefficients = basis.blocks.coefficients(neighbours, of: image, scheduler: scheduler)
        for (index, block) in neighbours.enumerated() {
          let values = coefficients[index * width * width..<(index + 1) * width * width]
          projection.set(values, row: block, column: current)
        }
        let rest = image.subtract(
          basis.blocks, neighbours, times: coefficients, scheduler: scheduler)
        try basis.append(
          image, gram: rest, without: coefficients, seed: seed, scheduler: scheduler)
      } else {
        if current > 0 {
          let last = basis.blocks.coefficients(
            current..<current + 1, of: image, scheduler: scheduler)
          projection.set(last[...], row: current, column: current - 1)
        }
        let own = gram.projection(of: basis.blocks, block: current, scheduler: scheduler)
        projection.set(own[...], row: current, column: current)
      }
      observe(current + 1, plan.passes)
    }
    let ritz = try projection.ritzVectors(count: count)
    let columns = ritz == nil ? width * plan.passes : count
    let vectors = basis.blocks.combination(
      times: ritz ?? identity(columns), columns: columns, scheduler: scheduler)
    return Subspace(vectors: vectors, isRotated: ritz != nil, passes: basis.count)
  }

  private static func identity(_ order: Int) -> [Double] {
    var matrix = [Double](repeating: 0, count: order * order)
    for index in 0..<order { matrix[index * order + index] = 1 }
    return matrix
  }
}
