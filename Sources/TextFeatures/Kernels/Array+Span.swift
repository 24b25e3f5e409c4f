internal import BlockScheduling

extension Array where Element == UInt8 {
  /// Appends the bytes of a span.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Array where Element == Int32 {
  /// Appends the first of some numbers.
  @inline(__always)
  mutating func append(_ some: [Int32], count: Int) {
    unsafe some.withUnsafeBufferPointer {
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// No numbers, with room for some, in large pages where it is much.
  init(room capacity: Int) {
    self = unsafe [Int32](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      unsafe LargePages.request(behind: UnsafeMutableRawBufferPointer(buffer))
      initialized = 0
    }
  }
}

extension Array {
  /// Makes sure of as many elements as a limit, with as many again so that it is seldom asked for.
  @inline(__always)
  mutating func makeRoom(_ limit: Int, filling element: @autoclosure () -> Element) {
    if count >= limit { return }
    append(contentsOf: repeatElement(element(), count: 2 * limit - count))
  }
}
