internal import CTextScanning

/// The places of the opening brackets of a text, found many bytes at a time.
enum OpeningBrackets {
  /// Calls `body` with each place, in order, until it gives back true; whether it did.
  ///
  /// - Complexity: O(bytes).
  @discardableResult
  @inline(__always)
  static func contains(in text: Span<UInt8>, where body: (Int) -> Bool) -> Bool {
    var index = 0
    while true {
      index += unsafe text.extracting(index...).withUnsafeBufferPointer { bytes in
        unsafe pt_length_before(UInt8(ascii: "("), bytes.baseAddress, bytes.count)
      }
      if index >= text.count { return false }
      if body(index) { return true }
      index += 1
    }
  }
}
