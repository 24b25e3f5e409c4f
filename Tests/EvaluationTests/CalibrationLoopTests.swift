import BlockScheduling
import Testing

@testable import Evaluation

@Suite struct CalibrationLoopTests {
  @Test(arguments: [1, 2]) func theWorkIsAlwaysTheSame(threads: Int) {
    let scheduler = BlockScheduler(threads: threads, blockOrderSeed: 7)
    #expect(CalibrationLoop.checksum(scheduler: scheduler) == CalibrationLoop.expectedChecksum)
  }
}
