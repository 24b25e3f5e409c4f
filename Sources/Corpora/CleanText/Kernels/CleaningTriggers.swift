/// The bytes and short sequences from which any cleaning step begins, and a fast search for them.
///
/// Most abstracts hold none, and then nothing is copied.
enum CleaningTriggers {
  /// The bytes that are looked at beyond the first.
  private static let reach = 6
  /// How many bytes are looked at before the search may end.
  private static let blockSize = 128

  /// Whether a cleaning step may begin somewhere in `bytes`.
  ///
  /// - Complexity: O(bytes), 16 at a time.
  static func arePresent(in bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 16 + reach else {
      return bytes.indices.contains { begins(bytes, $0) }
    }
    let found = unsafe bytes.withUnsafeBytes { buffer in unsafe arePresent(in: buffer) }
    return found || (bytes.count - reach..<bytes.count).contains { begins(bytes, $0) }
  }

  /// Whether a step may begin before the last `reach` bytes.
  private static func arePresent(in buffer: UnsafeRawBufferPointer) -> Bool {
    guard let base = buffer.baseAddress else { return false }
    let last = buffer.count - reach - 16
    var index = 0
    while index < last {
      var found = Mask(repeating: false)
      let end = min(last, index + blockSize)
      while index < end {
        unsafe found = found .| begins(base + index)
        index += 16
      }
      if any(found) { return true }
    }
    return unsafe any(begins(base + last))
  }

  private typealias Mask = SIMDMask<SIMD16<Int8>>

  /// In which of the 16 bytes from `base` on a step may begin; reads `reach` bytes more.
  @inline(__always)
  private static func begins(_ base: UnsafeRawPointer) -> Mask {
    @inline(__always) func load(_ offset: Int) -> SIMD16<UInt8> {
      unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    }
    @inline(__always) func all(_ character: Unicode.Scalar) -> SIMD16<UInt8> {
      SIMD16(repeating: UInt8(ascii: character))
    }
    let (b0, b1, b2, b3, b4, b6) = (load(0), load(1), load(2), load(3), load(4), load(6))
    let fold = SIMD16<UInt8>(repeating: 0x20)
    let (f0, f1, f2, f3) = (b0 | fold, b1 | fold, b2 | fold, b3 | fold)
    // As signed numbers the bytes beyond ASCII lie below the controls.
    let signed = SIMD16<Int8>(truncatingIfNeeded: b0)
    var found = (b0 .== all("\\")) .| (b0 .== all("$")) .| (b0 .== all("&"))
    found = found .| (b0 .== all("<")) .| (b0 .== all("{")) .| (b0 .== all("}"))
    found = found .| (b0 .== all("`")) .| (signed .> SIMD16(repeating: 0x7D))
    found =
      found
      .| ((signed .< SIMD16(repeating: 0x20)) .& (b0 .!= all("\n")) .& (b0 .!= all("\t")))
    found = found .| ((b0 .== all("-")) .& ((b1 .== all("-")) .| (b1 .== all("\n"))))
    let scheme = (f0 .== all("t")) .| (f0 .== all("f"))
    found = found .| (scheme .& (f1 .== all("t")) .& (f2 .== all("p")))
    found = found .| ((f0 .== all("w")) .& (f1 .== all("w")) .& (b2 .== all(".")))
    found = found .| ((b0 .== all(".")) .& ((b3 .== all("/")) .| (b4 .== all("/"))))
    found = found .| ((b0 .== all("(")) .& (f1 .== all("c")) .& (b2 .== all(")")))
    found = found .| ((f0 .== all("y")) .& (f1 .== all("r")) .& (f2 .== all("i")))
    let rights = (b1 .== all(" ")) .& (f2 .== all("r")) .& (f3 .== all("i"))
    found = found .| ((f0 .== all("l")) .& rights)
    found = found .| ((b0 .== all("C")) .& (b3 .== all("m")) .& (b6 .== all("t")))
    return found .| ((b0 .== all("1")) .& (b1 .== all("0")) .& (b2 .== all(".")))
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
