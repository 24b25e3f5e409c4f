import BlockScheduling
import Testing

@Suite struct BlockSchedulerTests {
  @Test(arguments: [1, 2, 5], [nil, 1, 2, 3] as [UInt64?])
  func blockSumsAreEqualForAnyThreadsAndOrder(threads: Int, order: UInt64?) {
    let values = (0..<10_007).map { 1 / Float($0 + 1) }
    let sum = { (scheduler: BlockScheduler) in
      scheduler.map(values.count, blockSize: 64) { range in
        range.reduce(Float(0)) { $0 + values[$1] }
      }.reduce(0, +)
    }
    #expect(
      sum(BlockScheduler(threads: threads, blockOrderSeed: order)).bitPattern
        == sum(BlockScheduler(threads: 1)).bitPattern)
  }

  @Test func rowsAreWrittenOnceEach() {
    var rows = [Int32](repeating: 0, count: 3 * 1_001)
    let scheduler = BlockScheduler(threads: 2)
    let sizes = scheduler.updateRows(&rows, width: 3, blockSize: 10) { range, span in
      for index in span.indices { span[index] += Int32(range.lowerBound) }
      return range.count
    }
    #expect(sizes.reduce(0, +) == 1_001)
    #expect((0..<1_001).allSatisfy { rows[3 * $0] == Int32($0 / 10 * 10) })
  }

  @Test(arguments: [0, 1, 1_001, 300_001], [1, 2])
  func madeRowsAreWhatTheBlocksWrote(count: Int, threads: Int) {
    // The longest takes more than 4 MB, where large pages are asked for.
    let scheduler = BlockScheduler(threads: threads, blockOrderSeed: 1)
    let rows: [Int32] = scheduler.makeRows(count, width: 4, blockSize: 100) { range, span in
      for index in span.indices { span[index] = Int32(4 * range.lowerBound + index) }
    }
    #expect(rows == (0..<Int32(4 * count)).map { $0 })
  }
}
