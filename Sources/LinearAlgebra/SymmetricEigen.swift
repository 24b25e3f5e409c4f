internal import CLinearAlgebra

/// The eigenvalues and eigenvectors of a symmetric matrix, in Double (LAPACK dsyevd).
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, descending.
  public let values: [Double]
  /// The eigenvectors, orthonormal, one a row in the order of `values`.
  public let vectors: [Double]

  /// The number of rows of the matrix.
  public var order: Int { values.count }

  /// Decomposes a row-major `order` x `order` matrix, of which the upper triangle is read.
  ///
  /// - Throws: ``LAPACKError`` when the matrix has a value that is not finite, or dsyevd does not
  ///   converge.
  /// - Complexity: O(order³).
  public init(ofUpperTriangle matrix: [Double], order: Int) throws(LAPACKError) {
    precondition(matrix.count == order * order, "the matrix has not \(order) x \(order) entries")
    guard order > 0 else {
      values = []
      vectors = []
      return
    }
    guard matrix.allSatisfy(\.isFinite) else { throw LAPACKError(routine: "dsyevd", info: -4) }
    // Row-major upper is column-major lower; the eigenvectors come back in rows.
    var rows = matrix
    var ascending = [Double](repeating: 0, count: order)
    try Self.decompose(&rows, &ascending, order: order)
    values = ascending.reversed()
    vectors = Array(
      unsafe [Double](unsafeUninitializedCapacity: order * order) { buffer, initialized in
        for row in 0..<order {
          for column in 0..<order {
            unsafe buffer.initializeElement(
              at: row * order + column, to: rows[(order - 1 - row) * order + column])
          }
        }
        initialized = order * order
      })
  }

  private static func decompose(
    _ matrix: inout [Double], _ values: inout [Double], order: Int
  ) throws(LAPACKError) {
    let n = Int32(order)
    let info: Int32 = BLASThreads.single {
      var size = 0.0
      var integerSize: Int32 = 0
      let query = unsafe pt_dsyevd(n, &matrix, &values, &size, -1, &integerSize, -1)
      guard query == 0 else { return query }
      var work = [Double](repeating: 0, count: max(1, Int(size)))
      var integerWork = [Int32](repeating: 0, count: max(1, Int(integerSize)))
      return unsafe pt_dsyevd(
        n, &matrix, &values, &work, Int32(work.count), &integerWork, Int32(integerWork.count))
    }
    guard info == 0 else { throw LAPACKError(routine: "dsyevd", info: Int(info)) }
  }
}
