import BlockScheduling
import Synchronization
import Testing

@Suite struct BesideValueTests {
  /// The value is that of the work, made once, on any number of threads and however often it is
  /// asked for.
  @Test(arguments: 1...4) func workIsDoneOnce(threads: Int) {
    let scheduler = BlockScheduler(threads: threads)
    let values = (0..<50).map { number in
      BesideValue(scheduler) { number * number }
    }
    for _ in 0..<2 { #expect(values.map(\.value) == (0..<50).map { $0 * $0 }) }
    let counted = Counted()
    let value = BesideValue(scheduler) { counted.next() }
    #expect(scheduler.map(20, blockSize: 1) { _ in value.value }.allSatisfy { $0 == 1 })
  }

  final class Counted: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
