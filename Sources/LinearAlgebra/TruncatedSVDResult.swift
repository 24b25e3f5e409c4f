public import BlockScheduling

/// The largest singular values of a matrix A with their right singular vectors V.
///
/// Each component's largest entry by magnitude (the first of equals) is positive.
public struct TruncatedSVDResult: Sendable, Hashable {
  /// The singular values, descending.
  ///
  /// There are fewer than were asked for where the matrix has not that rank: values below 5e-7 of
  /// the matrix's Frobenius norm are rounding errors and are cut.
  public let singularValues: [Float]

  /// V, n_terms x k with orthonormal columns: a row for each term, a column for each component.
  public let components: DenseMatrix

  /// A V, n_documents x k: a row for each document, not normalised.
  ///
  /// By the same loop as ``transform(_:scheduler:)``, so that one document alone gets its very bits.
  public var documentVectors: DenseMatrix

  /// The variance of each column of A V.
  public let explainedVariance: [Double]

  /// The parts of the total variance of A's columns that the components explain.
  public let explainedVarianceRatio: [Double]

  /// How often the matrix was passed over (A and A^T once each, the last time A alone); 0 where a
  /// small matrix was decomposed exactly.
  public let passes: Int

  /// The number of components.
  public var componentCount: Int { singularValues.count }

  /// A V for other documents over the same terms.
  public func transform(_ matrix: CSRMatrix, scheduler: BlockScheduler) -> DenseMatrix {
    matrix.times(components, scheduler: scheduler)
  }
}

/// Why a matrix could not be decomposed.
public enum TruncatedSVDError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A row has an entry that is not a finite number.
  case notFinite(row: Int)
  /// LAPACK did not deliver.
  case lapack(LAPACKError)

  /// One sentence with the cause.
  public var description: String {
    switch self {
    case .notFinite(let row): "row \(row) of the sparse matrix has an entry that is not finite"
    case .lapack(let error): error.description
    }
  }
}
