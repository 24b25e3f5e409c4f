#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Memory in pages of 2 MB, where the system has them on request.
///
/// The first touch of a page costs a fault. At 4 KB a page, that was measured at 0.36 ms a megabyte
/// on a virtual machine, twenty times what writing the megabyte costs, and faults of one thread wait
/// for those of another; at 2 MB a page it is 0.06 ms.
public enum LargePages {
  /// Smaller memory is left as it is: a large page that is used by a half is memory lost.
  private static let leastBytes = 4 << 20
  private static let pageSize = 2 << 20

  /// Asks for large pages behind `memory`, which nothing has touched yet; a wish, not a promise.
  @unsafe public static func request(behind memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard memory.count >= leastBytes, let start = memory.baseAddress else { return }
      let lower = (UInt(bitPattern: start) + UInt(pageSize - 1)) & ~UInt(pageSize - 1)
      let upper = (UInt(bitPattern: start) + UInt(memory.count)) & ~UInt(pageSize - 1)
      guard lower < upper, let first = unsafe UnsafeMutableRawPointer(bitPattern: lower) else {
        return
      }
      _ = unsafe madvise(first, Int(upper - lower), MADV_HUGEPAGE)
    #endif
  }

  /// Grows the calling thread's heap once by room for small pieces of `byteCount` bytes in all,
  /// with large pages behind it; does nothing where the C library is not GNU's.
  ///
  /// The GNU C library grows the heap of a thread by as little as a piece needs, each time by a
  /// call of the system that all threads wait for. Room that is not used is not taken.
  public static func growHeap(by byteCount: Int) {
    #if canImport(Glibc)
      guard let room = unsafe malloc(byteCount) else { return }
      unsafe request(behind: UnsafeMutableRawBufferPointer(start: room, count: byteCount))
      unsafe free(room)
    #endif
  }
}

extension Array where Element: BitwiseCopyable {
  /// `count` elements, all of which `fill` writes, in large pages where there are many.
  package init(filling count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    self = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe LargePages.request(behind: UnsafeMutableRawBufferPointer(buffer))
      unsafe fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }
}

extension Array where Element: AdditiveArithmetic & BitwiseCopyable {
  /// `count` zeros, in large pages where there are many.
  @inlinable
  public init(zeros count: Int) {
    self = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe LargePages.request(behind: UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer.initialize(repeating: .zero)
      initialized = count
    }
  }
}
