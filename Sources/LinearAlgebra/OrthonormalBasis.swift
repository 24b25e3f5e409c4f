internal import CLinearAlgebra

/// An orthonormal basis of a matrix's columns by thin QR (LAPACK sgeqrf and sorgqr).
public enum OrthonormalBasis {
  /// Q of A = Q R, with as many columns as A, for A of at least as many rows as columns.
  ///
  /// The columns of Q are orthonormal also where those of A are dependent.
  ///
  /// - Throws: ``LAPACKError`` when LAPACK rejects the matrix or it is not finite.
  /// - Complexity: O(rows · columns²).
  public static func ofColumns(_ matrix: DenseMatrix) throws(LAPACKError) -> DenseMatrix {
    let rows = matrix.rowCount
    let columns = matrix.columnCount
    precondition(rows >= columns, "\(rows) rows cannot hold \(columns) orthonormal columns")
    guard columns > 0 else { return matrix }
    guard matrix.elements.allSatisfy(\.isFinite) else {
      throw LAPACKError(routine: "sgeqrf", info: -3)
    }
    // LAPACK's matrices are column-major.
    var a = matrix.transposed().elements
    var tau = [Float](repeating: 0, count: columns)
    try BLASThreads.single { () throws(LAPACKError) in
      try call("sgeqrf") { work, count in
        unsafe pt_sgeqrf(Int32(rows), Int32(columns), &a, &tau, &work, count)
      }
      try call("sorgqr") { work, count in
        unsafe pt_sorgqr(Int32(rows), Int32(columns), Int32(columns), &a, tau, &work, count)
      }
    }
    return DenseMatrix(rowCount: columns, columnCount: rows, elements: a).transposed()
  }

  /// Calls a routine twice: for the size of its workspace, and with it.
  private static func call(
    _ routine: String, _ body: (inout [Float], Int32) -> Int32
  ) throws(LAPACKError) {
    var work: [Float] = [0]
    var info = body(&work, -1)
    if info == 0 {
      work = [Float](repeating: 0, count: max(1, Int(work[0].nextUp)))
      info = body(&work, Int32(work.count))
    }
    guard info == 0 else { throw LAPACKError(routine: routine, info: Int(info)) }
  }
}
