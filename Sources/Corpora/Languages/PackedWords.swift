/// A fixed set of words of at most sixteen letters and apostrophes, in lower case, with the bits that
/// each stands for, found without making a string.
struct PackedWords: Sendable {
  /// The bytes of a word, eight to a number, the first one lowest.
  struct Key: Sendable, Equatable {
    var first: UInt64
    var second: UInt64
    /// The number of bytes, also beyond the sixteen that are kept.
    var count: Int

    init(first: UInt64, second: UInt64, count: Int) {
      self.first = first
      self.second = second
      self.count = count
    }

    /// The key of a word, or nil where it is longer than a key or not of ASCII.
    init?(_ word: String) {
      guard word.utf8.count <= 16, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
      self.init(first: 0, second: 0, count: word.utf8.count)
      for byte in word.utf8.prefix(8).reversed() { first = first << 8 | UInt64(byte) }
      for byte in word.utf8.dropFirst(8).reversed() { second = second << 8 | UInt64(byte) }
    }

    @inline(__always)
    fileprivate var hash: Int {
      let product = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: product >> 40)
    }
  }

  private var keys: [Key]
  private var bits: [UInt32]

  /// Words with bits other than 0; those that are longer than a key or not of ASCII are left out.
  init(_ words: some Collection<(key: String, value: UInt32)>) {
    var slotCount = 64
    while slotCount < 4 * words.count { slotCount *= 2 }
    keys = [Key](repeating: Key(first: 0, second: 0, count: 0), count: slotCount)
    bits = [UInt32](repeating: 0, count: slotCount)
    for (word, value) in words {
      guard let key = Key(word) else { continue }
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
