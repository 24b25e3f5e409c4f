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
    var words = 0
    var word: UInt64 = 0
    func endWord() {
      let hash = mix(word)
      words &+= 1
      if words >= wordCount {
        body(mix(first &* 0x9E37_79B9_7F4A_7C15 &+ second &* 0xC2B2_AE3D_27D4_EB4F &+ hash))
      }
      first = second
      second = hash
      word = 0
    }
    let table = classes
    let kinds = table.span
    for index in bytes.indices {
      let byte = bytes[index]
      let kind = kinds[Int(byte)]
      if kind == 0 {
        if word != 0 { endWord() }
      } else {
        if kind == 2, word != 0 { endWord() }
        word =
          (word ^ UInt64(byte | (kind == 3 ? 0x20 : 0))) &* 0x0000_0100_0000_01B3
          &+ 0x51_7C_C1
      }
    }
    if word != 0 { endWord() }
  }

  /// FNV-1a with a finaliser.
  static func hash(_ bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ seed
    for index in bytes.indices {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
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

  /// 0 for what separates words, 2 for a byte that begins an ideograph, 3 for an ASCII letter, 1
  /// for other bytes of words.
  private static let classes: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: 3
    case 0x30...0x39: 1
    case 0xE3...0xED: 2
    case 0x80...: 1
    default: 0
    }
  }
}
