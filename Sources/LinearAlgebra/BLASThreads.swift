internal import CLinearAlgebra

/// The one process-wide setting that we touch: how many threads the BLAS uses.
///
/// Everything here calls the BLAS on one thread, because several BLAS threads give other bits and
/// fight with the block scheduler's workers.
public enum BLASThreads {
  /// Runs `body` with a BLAS of one thread and restores the caller's setting afterwards.
  public static func single<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let before = pt_blas_threads()
    guard before > 1 else { return try body() }
    pt_set_blas_threads(1)
    defer { pt_set_blas_threads(before) }
    return try body()
  }
}
