internal import CTextScanning

/// The bytes and short sequences from which any cleaning step begins, and a fast search for them.
///
/// Most abstracts hold none, and then nothing is copied.
enum CleaningTriggers {
  /// Whether a cleaning step may begin somewhere in `bytes`.
  ///
  /// - Complexity: O(bytes), 64 at a time.
  static func arePresent(in bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe pt_has_trigger($0.baseAddress, $0.count) }
  }

  /// Whether a step may begin with the byte at `index`; what the wide search must agree with.
  static func begins(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    func folded(_ offset: Int) -> UInt8 { byte(offset) | 0x20 }
    switch bytes[index] {
    case 0x0A, 0x09: return false
    case ..<0x20, 0x7F...: return true
    case UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "<"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      return true
    case UInt8(ascii: "-"): return byte(1) == UInt8(ascii: "-") || byte(1) == 0x0A
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return folded(1) == UInt8(ascii: "t") && folded(2) == UInt8(ascii: "p")
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      return folded(1) == UInt8(ascii: "w") && byte(2) == UInt8(ascii: ".")
    case UInt8(ascii: "."):
      return byte(3) == UInt8(ascii: "/") || byte(4) == UInt8(ascii: "/")
    case UInt8(ascii: "("):
      return folded(1) == UInt8(ascii: "c") && byte(2) == UInt8(ascii: ")")
    case UInt8(ascii: "y"), UInt8(ascii: "Y"):
      return folded(1) == UInt8(ascii: "r") && folded(2) == UInt8(ascii: "i")
    case UInt8(ascii: "l"), UInt8(ascii: "L"):
      return byte(1) == 0x20 && folded(2) == UInt8(ascii: "r") && folded(3) == UInt8(ascii: "i")
    case UInt8(ascii: "C"):
      return byte(3) == UInt8(ascii: "m") && byte(6) == UInt8(ascii: "t")
    case UInt8(ascii: "1"): return byte(1) == UInt8(ascii: "0") && byte(2) == UInt8(ascii: ".")
    default: return false
    }
  }
}
