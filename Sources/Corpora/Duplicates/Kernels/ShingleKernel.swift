internal import CTextScanning

/// Hashes of the shingles of a text: each run of three neighbouring words.
///
/// A word is a run of ASCII letters and digits, folded to lower case, and of all bytes beyond
/// ASCII; an ideograph is a word of its own, since no space stands between them.
enum ShingleKernel {
  /// The number of words in a shingle.
  static let wordCount = 3

  /// Calls `body` with the hash of each shingle, in order; a text of fewer words has none.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  static func forEachShingle(in bytes: Span<UInt8>, _ body: (UInt64) -> Void) {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var count = 0
    forEachWord(in: bytes) { hash in
      count &+= 1
      if count >= wordCount {
        body(mix(first &* 0x9E37_79B9_7F4A_7C15 &+ second &* 0xC2B2_AE3D_27D4_EB4F &+ hash))
      }
      first = second
      second = hash
    }
  }

  /// Calls `body` with the hash of each word, in order.
  @inline(__always)
  private static func forEachWord(in bytes: Span<UInt8>, _ body: (UInt64) -> Void) {
    let groupCount = bytes.count &>> 6 &+ 1
    var masks = [UInt64](repeating: 0, count: 2 &* groupCount)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe masks.withUnsafeMutableBufferPointer { masks in
        guard let text = bytes.baseAddress, let words = masks.baseAddress else {
          return
        }
        let edges = unsafe words + groupCount
        unsafe pt_word_edges(
          text.assumingMemoryBound(to: UInt8.self), bytes.count, words, edges)
        var start = -1
        for group in 0..<groupCount {
          var bits = unsafe edges[group]
          while bits != 0 {
            let place = bits.trailingZeroBitCount
            bits &= bits &- 1
            let position = group &<< 6 &+ place
            if start >= 0 { unsafe body(wordHash(bytes, start..<position)) }
            let isWord = unsafe words[group] &>> UInt64(truncatingIfNeeded: place) & 1 != 0
            start = isWord ? position : -1
          }
        }
      }
    }
  }

  /// The hash of a word, eight bytes at a time, letters of ASCII in lower case.
  @inline(__always)
  private static func wordHash(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    var index = range.lowerBound
    while index < range.upperBound {
      let chunk = unsafe chunk(of: bytes, index..<min(index &+ 8, range.upperBound))
      let letters = (chunk & 0x4040_4040_4040_4040) &>> 1
      hash = folded(hash, chunk | letters & ~((chunk & 0x8080_8080_8080_8080) &>> 2))
      index &+= 8
    }
    return hash
  }

  /// At most eight bytes as a number, the first one lowest.
  @inline(__always)
  private static func chunk(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64 {
    let spare = UInt64(truncatingIfNeeded: 64 &- 8 &* range.count)
    if range.lowerBound &+ 8 <= bytes.count {
      let all = unsafe bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
      return (all.littleEndian &<< spare) &>> spare
    }
    var chunk: UInt64 = 0
    for index in range.reversed() { chunk = unsafe chunk &<< 8 | UInt64(bytes[index]) }
    return chunk
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A product of 128 bits, folded, as in wyhash (Wang Yi 2019).
  @inline(__always)
  private static func folded(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The hash of all bytes as they are, eight at a time.
  static func hash(_ bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
    var hash = Self.seed ^ mix(seed ^ UInt64(bytes.count) &<< 8)
    unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        hash = unsafe folded(hash, chunk(of: bytes, index..<min(index &+ 8, bytes.count)))
        index &+= 8
      }
    }
    return mix(hash)
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
