public import BlockScheduling

/// A fixed amount of work that tells how fast the machine is at this moment.
///
/// Seconds of two runs can be compared where machines, or their other load, differ, once each is
/// divided by the seconds of this loop in the same run on the same number of threads. It mixes
/// integers and reads and writes a table of 64 KB a thread at random; nothing in it depends on the
/// package, its BLAS or its options, and it must never change: ratios before and after would not
/// compare.
public enum CalibrationLoop {
  private static let blockCount = 32
  /// What all blocks must add up to.
  static let expectedChecksum: UInt64 = 0x3f1aa4430727d72

  /// Runs the loop once and returns its wall-clock seconds, about 0.05 on one core.
  public static func seconds(scheduler: BlockScheduler) -> Double {
    let start = ContinuousClock.now
    let sum = checksum(scheduler: scheduler)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    precondition(sum == expectedChecksum, "the calibration loop computed \(sum)")
    return seconds
  }

  static func checksum(scheduler: BlockScheduler) -> UInt64 {
    scheduler.map(blockCount, blockSize: 1) { CalibrationKernel.run(seed: UInt64($0.lowerBound)) }
      .reduce(0, &+)
  }
}
