/// A fixed set of words of at most sixteen bytes with the bits that each stands for, found without
/// making a string.
struct PackedWords: Sendable {
  /// The bytes of a word, eight to a number, the first one lowest.
  struct Key: Sendable, Equatable {
    private(set) var first: UInt64 = 0
    private(set) var second: UInt64 = 0
    /// The number of bytes, also beyond the sixteen that are kept.
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      let shifted = UInt64(byte) &<< UInt64(truncatingIfNeeded: count &* 8)
      if count < 8 { first |= shifted } else if count < 16 { second |= shifted }
      count &+= 1
    }

    @inline(__always)
    fileprivate var hash: Int {
      let product = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: product >> 40)
    }
  }

  private var keys: [Key]
  private var bits: [UInt32]

  /// Words, of which those that are longer than a key are left out, with bits other than 0.
  init(_ words: some Collection<(key: String, value: UInt32)>) {
    var slotCount = 64
    while slotCount < 4 * words.count { slotCount *= 2 }
    keys = [Key](repeating: Key(), count: slotCount)
    bits = [UInt32](repeating: 0, count: slotCount)
    for (word, value) in words {
      var key = Key()
      for byte in word.utf8 { key.append(byte) }
      guard key.count <= 16 else { continue }
      var slot = key.hash & (slotCount - 1)
      while bits[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      keys[slot] = key
      bits[slot] = value
    }
  }

  /// The bits of a word; 0 where it is not in the set.
  @inline(__always)
  subscript(key: Key) -> UInt32 {
    let mask = bits.count &- 1
    var slot = key.hash & mask
    while bits[slot] != 0 {
      if keys[slot] == key { return bits[slot] }
      slot = (slot &+ 1) & mask
    }
    return 0
  }
}
