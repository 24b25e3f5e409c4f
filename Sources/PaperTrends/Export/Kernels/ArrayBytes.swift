internal import Foundation

/// The bytes of arrays as they lie in memory.
enum ArrayBytes {
  private static let chunkSize = 1 << 20

  /// Lends the elements' little-endian bytes to `body`, up to a megabyte at a time.
  static func forEachChunk<Element: BitwiseCopyable>(
    of elements: [Element], _ body: (Data) throws -> Void
  ) throws {
    #if _endian(big)
      #error("arrays are written as they lie in memory, which must be little-endian")
    #endif
    try unsafe elements.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: chunkSize) {
        let end = min(start + chunkSize, bytes.count)
        try body(unsafe Data(bytes[start..<end]))
      }
    }
  }
}
