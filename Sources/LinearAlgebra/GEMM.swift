internal import CLinearAlgebra

/// Dense products through the BLAS, on spans of row-major storage.
///
/// The last bits of a result depend on the BLAS, on the number of rows of the call and on a row's
/// place in it, so a decision (a label, a nearest paper) is never taken from them alone. Call
/// inside ``BLASThreads/single(_:)``.
public enum GEMM {
  /// C = A B^T + beta C, with A `rows` x `inner`, B `columns` x `inner`, C `rows` x `columns`.
  public static func multiplyTransposed(
    _ a: Span<Float>, _ b: Span<Float>, into c: inout MutableSpan<Float>,
    rows: Int, columns: Int, inner: Int, alpha: Float = 1, beta: Float = 0
  ) {
    precondition(
      a.count >= rows * inner && b.count >= columns * inner && c.count >= rows * columns,
      "the matrices' storage is smaller than their shapes")
    guard rows > 0, columns > 0 else { return }
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe c.withUnsafeMutableBufferPointer { c in
          unsafe pt_sgemm(
            0, 1, Int32(rows), Int32(columns), Int32(inner), alpha, a.baseAddress,
            Int32(max(inner, 1)), b.baseAddress, Int32(max(inner, 1)), beta, c.baseAddress,
            Int32(columns))
        }
      }
    }
  }

  /// C = A B + beta C, with A `rows` x `inner`, B `inner` x `columns`, C `rows` x `columns`.
  public static func multiply(
    _ a: Span<Float>, _ b: Span<Float>, into c: inout MutableSpan<Float>,
    rows: Int, columns: Int, inner: Int, alpha: Float = 1, beta: Float = 0
  ) {
    precondition(
      a.count >= rows * inner && b.count >= columns * inner && c.count >= rows * columns,
      "the matrices' storage is smaller than their shapes")
    guard rows > 0, columns > 0 else { return }
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe c.withUnsafeMutableBufferPointer { c in
          unsafe pt_sgemm(
            0, 0, Int32(rows), Int32(columns), Int32(inner), alpha, a.baseAddress,
            Int32(max(inner, 1)), b.baseAddress, Int32(columns), beta, c.baseAddress,
            Int32(columns))
        }
      }
    }
  }
}
