internal import CLinearAlgebra
internal import Synchronization

/// The one process-wide setting that we touch: how many threads the BLAS uses.
///
/// Everything here calls the BLAS on one thread, because several BLAS threads give other bits and
/// fight with the block scheduler's workers.
public enum BLASThreads {
  private struct Holders {
    var count = 0
    var callersThreads: Int32 = 0
  }

  private static let holders = Mutex(Holders())

  /// Gives the BLAS one thread for the rest of the process, and ends those that it has started.
  ///
  /// For a command at its beginning: OpenBLAS starts threads when it is loaded, and each of them
  /// looks for work without a pause for a tenth of the second in which a year's papers are read,
  /// on a core that ours need. No call of the BLAS may run meanwhile.
  public static func end() { pt_end_blas_threads() }

  /// Runs `body` with a BLAS of one thread and restores the caller's setting afterwards.
  ///
  /// Calls may nest and overlap on several threads: the first to enter notes the setting, the last
  /// to leave restores it.
  public static func single<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    holders.withLock { holders in
      if holders.count == 0 {
        holders.callersThreads = pt_blas_threads()
        if holders.callersThreads > 1 { pt_set_blas_threads(1) }
      }
      holders.count += 1
    }
    defer {
      holders.withLock { holders in
        holders.count -= 1
        if holders.count == 0, holders.callersThreads > 1 {
          pt_set_blas_threads(holders.callersThreads)
        }
      }
    }
    return try body()
  }
}
