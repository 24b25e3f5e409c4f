internal import CLinearAlgebra

/// The thin singular value decomposition of a small dense matrix (LAPACK sgesdd): A = U S V^T.
public struct DenseSVD: Sendable {
  /// The min(rows, columns) singular values, descending.
  public let singularValues: [Float]
  /// U, rows x min(rows, columns), with orthonormal columns.
  public let leftSingularVectors: DenseMatrix
  /// V^T, min(rows, columns) x columns, with orthonormal rows.
  public let rightSingularVectorsTransposed: DenseMatrix

  /// Decomposes `matrix`.
  ///
  /// - Throws: ``LAPACKError`` when the matrix has a value that is not finite, or sgesdd does not
  ///   converge.
  /// - Complexity: O(rows · columns · min(rows, columns)).
  public init(_ matrix: DenseMatrix) throws(LAPACKError) {
    let rows = matrix.rowCount
    let columns = matrix.columnCount
    let smaller = min(rows, columns)
    var values = [Float](repeating: 0, count: smaller)
    var u = [Float](repeating: 0, count: rows * smaller)
    var vt = [Float](repeating: 0, count: smaller * columns)
    if smaller > 0 {
      guard matrix.elements.allSatisfy(\.isFinite) else {
        throw LAPACKError(routine: "sgesdd", info: -4)
      }
      // Row-major A is column-major A^T = V S U^T, so LAPACK's U is our V and the other way round.
      var elements = matrix.elements
      let info: Int32 = BLASThreads.single {
        var size: Float = 0
        var integers = [Int32](repeating: 0, count: 8 * smaller)
        let query = unsafe pt_sgesdd(
          Int32(columns), Int32(rows), &elements, &values, &vt, &u, &size, -1, &integers)
        guard query == 0 else { return query }
        // A size above 2^24 may be rounded down in a Float.
        var work = [Float](repeating: 0, count: max(1, Int(size.nextUp)))
        return unsafe pt_sgesdd(
          Int32(columns), Int32(rows), &elements, &values, &vt, &u, &work, Int32(work.count),
          &integers)
      }
      guard info == 0 else { throw LAPACKError(routine: "sgesdd", info: Int(info)) }
    }
    singularValues = values
    leftSingularVectors = DenseMatrix(rowCount: rows, columnCount: smaller, elements: u)
    rightSingularVectorsTransposed = DenseMatrix(
      rowCount: smaller, columnCount: columns, elements: vt)
  }
}
