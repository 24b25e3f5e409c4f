extension Array where Element == UInt8 {
  /// Appends the bytes of a span.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Whether the bytes of a span are these.
  func holds(_ bytes: Span<UInt8>) -> Bool {
    guard count == bytes.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { other in unsafe elementsEqual(other) }
  }
}
