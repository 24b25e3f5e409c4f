import Dispatch
import Synchronization

/// Runs independent blocks of work on several threads, with a result that no thread count changes.
///
/// Work on `count` items is cut into blocks of a size that the caller fixes. `threads` workers
/// take the next block from an atomic counter; each block writes only its own slot, and results
/// come back in block order. So a sum that is added up from the returned partial results has the
/// same bits whether one thread did the work or eight, and in whichever order blocks finished.
///
/// Bodies must depend on their range alone. Blocks of at least 0.1 ms keep the overhead invisible.
public struct BlockScheduler: Sendable, Hashable {
  /// The number of worker threads, at least 1.
  public var threads: Int

  /// When set, blocks start in a random order that this seed fixes; for tests of independence.
  public var blockOrderSeed: UInt64?

  /// Makes a scheduler of `threads` workers.
  public init(threads: Int, blockOrderSeed: UInt64? = nil) {
    precondition(threads >= 1, "a scheduler needs at least one thread, not \(threads)")
    self.threads = threads
    self.blockOrderSeed = blockOrderSeed
  }

  /// The results of `body` over consecutive ranges of at most `blockSize` items, in range order.
  public func map<Partial: Sendable>(
    _ count: Int, blockSize: Int, _ body: @Sendable (Range<Int>) -> Partial
  ) -> [Partial] {
    let blocks = blockRanges(count, blockSize: blockSize)
    return unsafe [Partial](unsafeUninitializedCapacity: blocks.count) { buffer, initialized in
      nonisolated(unsafe) let slots = unsafe buffer
      run(blocks.count) { block in
        unsafe slots.initializeElement(at: block, to: body(blocks[block]))
      }
      initialized = blocks.count
    }
  }

  /// Fills `rows`, an array of rows of `width` elements each, block by block in place.
  ///
  /// `body` gets the range of its rows and the elements of just those rows, and its results come
  /// back in block order.
  public func updateRows<Element: Sendable, Partial: Sendable>(
    _ rows: inout [Element], width: Int, blockSize: Int,
    _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Partial
  ) -> [Partial] {
    precondition(width > 0 && rows.count % width == 0, "\(rows.count) is not rows of \(width)")
    let blocks = blockRanges(rows.count / width, blockSize: blockSize)
    return unsafe rows.withUnsafeMutableBufferPointer { storage in
      nonisolated(unsafe) let elements = unsafe storage
      return map(blocks.count, blockSize: 1) { index in
        let range = blocks[index.lowerBound]
        let slice = unsafe UnsafeMutableBufferPointer(
          rebasing: elements[range.lowerBound * width..<range.upperBound * width])
        var span = unsafe MutableSpan(_unsafeElements: slice)
        return body(range, &span)
      }
    }
  }

  /// An array of `count` rows of `width` elements each, which `body` writes block by block.
  ///
  /// `body` must write every element of its rows. The memory is not cleared before, so that it is
  /// first touched by the worker that fills it, and comes in large pages where there is much.
  public func makeRows<Element: BitwiseCopyable & Sendable>(
    _ count: Int, width: Int, blockSize: Int,
    _ body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Void
  ) -> [Element] {
    unsafe [Element](filling: count * width) { buffer in
      nonisolated(unsafe) let elements = unsafe buffer
      _ = map(count, blockSize: blockSize) { rows in
        let slice = unsafe UnsafeMutableBufferPointer(
          rebasing: elements[rows.lowerBound * width..<rows.upperBound * width])
        var span = unsafe MutableSpan(_unsafeElements: slice)
        body(rows, &span)
      }
    }
  }

  private func blockRanges(_ count: Int, blockSize: Int) -> [Range<Int>] {
    precondition(blockSize > 0, "a block holds at least one item")
    return stride(from: 0, to: count, by: blockSize).map { $0..<min(count, $0 + blockSize) }
  }

  private func run(_ blockCount: Int, _ body: @Sendable (Int) -> Void) {
    let order = blockOrder(blockCount)
    let workers = min(threads, blockCount)
    guard workers > 1 else {
      for block in order { body(block) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard position < blockCount else { return }
        body(order[position])
      }
    }
  }

  private func blockOrder(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard var state = blockOrderSeed, count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(last, Int((state >> 33) % UInt64(last + 1)))
    }
    return order
  }
}
