public import BlockScheduling

/// The truncated singular value decomposition of a large sparse matrix.
///
/// A randomized block Krylov method: from a random block Q_0 the orthonormal basis
/// Q_0, Q_1, ... Q_p of the space that Q_0, (A^T A) Q_0, ... (A^T A)^p Q_0 span, one pass over A for
/// each; then the best vectors in that space (Rayleigh-Ritz). Compared with subspace iteration on
/// the same number of columns it needs fewer passes for the same accuracy, because no pass forgets
/// what the earlier ones found.
///
/// Sources: Musco and Musco 2015, "Randomized block Krylov methods for stronger and faster
/// approximate singular value decomposition", algorithm 2; Halko, Martinsson and Tropp 2011,
/// "Finding structure with randomness". Small matrices are decomposed exactly, through the Gram
/// matrix of their smaller side in Double.
public enum TruncatedSVD {
  /// Decomposes `matrix`; the same bits for any scheduler.
  ///
  /// A matrix of lower rank than `options.components` gives as many components as it has rank, one
  /// without entries gives none.
  ///
  /// - Throws: ``TruncatedSVDError`` for entries that are not finite, or when LAPACK fails.
  /// - Complexity: O(entries · basis + n_terms · basis²), with basis = blockSize · passes columns.
  public static func fit(
    _ matrix: CSRMatrix, options: TruncatedSVDOptions, seed: UInt64, scheduler: BlockScheduler
  ) throws(TruncatedSVDError) -> TruncatedSVDResult {
    if let row = matrix.firstRowNotFinite(scheduler: scheduler) { throw .notFinite(row: row) }
    let plan = KrylovPlan(options)
    let smallerSide = min(matrix.rowCount, matrix.columnCount)
    do throws(LAPACKError) {
      return try BLASThreads.single { () throws(LAPACKError) in
        let start: (vectors: DenseMatrix, passes: Int)
        if smallerSide <= plan.basisSize {
          let vectors = try SmallSideSVD.rightSingularVectors(
            of: matrix, count: options.components, scheduler: scheduler)
          start = (vectors, 0)
        } else {
          start = try BlockKrylov.rightSingularVectors(
            of: matrix, count: options.components, plan: plan, seed: seed, scheduler: scheduler)
        }
        let ritz = try RitzVectors(
          matrix, refining: start.vectors, count: options.components, scheduler: scheduler)
        return result(matrix, ritz, passes: start.passes, scheduler: scheduler)
      }
    } catch { throw .lapack(error) }
  }

  private static func result(
    _ matrix: CSRMatrix, _ ritz: RitzVectors, passes: Int, scheduler: BlockScheduler
  ) -> TruncatedSVDResult {
    let vectors = matrix.times(ritz.vectors, scheduler: scheduler)
    let documents = Double(matrix.rowCount)
    let (sums, squares) = vectors.columnSums(scheduler: scheduler)
    let variance = zip(sums, squares).map { sum, square in
      max(0, square / documents - (sum / documents) * (sum / documents))
    }
    let total = matrix.totalVariance(scheduler: scheduler)
    return TruncatedSVDResult(
      singularValues: ritz.singularValues, components: ritz.vectors, documentVectors: vectors,
      explainedVariance: variance,
      explainedVarianceRatio: variance.map { total > 0 ? $0 / total : 0 }, passes: passes)
  }
}

/// The width of the blocks and the number of passes, after the defaults.
struct KrylovPlan: Sendable {
  /// The columns of a block.
  let blockSize: Int
  /// The passes over the matrix.
  let passes: Int
  /// The columns of the basis that Rayleigh-Ritz works in.
  var basisSize: Int { blockSize * passes }

  /// The options' values or the measured defaults, with a basis of more columns than components.
  ///
  /// A third of the components in a block and ten passes: on 112,000 abstracts and 31,728 terms,
  /// with 100 components, that explained 99.6 % of the variance that the best vectors do, where
  /// scikit-learn's randomized method with n_iter = 5 explained 98.7 %.
  init(_ options: TruncatedSVDOptions) {
    blockSize = options.blockSize ?? max(16, (options.components + 24) / 48 * 16)
    passes = max(
      options.passes ?? 10, (options.components + options.components / 8) / blockSize + 1)
  }
}
