internal import CTextScanning

/// Loops over bytes that go 64 at a time.
enum ByteScan {
  /// The number of bytes at the beginning that stand in a JSON string as they are and are ASCII.
  @inline(__always)
  static func plainLength(of bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe pt_plain_length($0.baseAddress, $0.count) }
  }

  /// The number of bytes before the first that is `byte`; all where there is none.
  @inline(__always)
  static func length(of bytes: Span<UInt8>, before byte: UInt8) -> Int {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe pt_length_before(byte, $0.baseAddress, $0.count)
    }
  }

  /// The number of line feeds.
  static func lineCount(of bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe pt_line_count($0.baseAddress, $0.count) }
  }

  /// The text that bytes are, with U+FFFD for what is no UTF-8.
  @inline(__always)
  static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
