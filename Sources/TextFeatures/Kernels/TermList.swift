/// Terms one behind the other, as packed bytes; their ids count up from 0.
struct TermList: Sendable, Hashable {
  private var words: [UInt64] = []
  private var starts: [Int32] = [0]

  /// The number of terms.
  var count: Int { starts.count - 1 }

  /// Makes room for a number of terms.
  mutating func reserve(_ capacity: Int) {
    starts.reserveCapacity(capacity + 1)
    words.reserveCapacity(2 * capacity)
  }

  mutating func append(_ key: borrowing TermKey) {
    let own = key.words.span
    for index in 0..<key.wordCount { words.append(own[index]) }
    starts.append(Int32(words.count))
  }

  mutating func append(_ key: ShortTermKey) {
    words.append(key.first)
    if key.second != 0 { words.append(key.second) }
    starts.append(Int32(words.count))
  }

  private func wordRange(of id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }

  /// The key of the term with an id, if it is short.
  func shortKey(at id: Int) -> ShortTermKey? {
    let range = wordRange(of: id)
    guard (1...2).contains(range.count) else { return nil }
    return ShortTermKey(
      first: words[range.lowerBound], second: range.count == 2 ? words[range.lowerBound + 1] : 0)
  }

  /// The key of the term with an id.
  func key(at id: Int) -> TermKey {
    var key = TermKey()
    let range = wordRange(of: id)
    for index in range { key.words[index - range.lowerBound] = words[index] }
    guard let last = range.last else { return key }
    key.byteCount = 8 * range.count - words[last].leadingZeroBitCount / 8
    key.pending = key.byteCount & 7 == 0 ? 0 : words[last]
    key.finish()
    return key
  }

  /// Whether the term with an id has the bytes of a key.
  func isTerm(_ id: Int32, _ key: borrowing TermKey) -> Bool {
    let range = wordRange(of: Int(id))
    guard range.count == key.wordCount else { return false }
    let own = key.words.span
    for offset in 0..<range.count where words[range.lowerBound + offset] != own[offset] {
      return false
    }
    return true
  }

  /// Whether the term with an id has a space.
  func hasSpace(_ id: Int) -> Bool {
    for index in wordRange(of: id) {
      // A byte is zero where a space is (Warren, "Hacker's Delight", 6-1: is there a zero byte?).
      let word = words[index] ^ 0x2020_2020_2020_2020
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
    }
    return false
  }

  /// The first eight bytes of the term with an id, in the order of their bytes.
  func head(of id: Int) -> UInt64 { words[Int(starts[id])].byteSwapped }

  /// The bytes of the term with an id.
  func bytes(at id: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in wordRange(of: id) {
      var word = words[index]
      while word != 0 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    return bytes
  }

  /// The term with an id.
  func text(at id: Int) -> String {
    let range = wordRange(of: id)
    guard let last = range.last else { return "" }
    let byteCount = 8 * range.count - words[last].leadingZeroBitCount / 8
    return unsafe String(unsafeUninitializedCapacity: byteCount) { bytes in
      for index in 0..<byteCount {
        let word = words[range.lowerBound + index >> 3]
        unsafe bytes[index] = UInt8(truncatingIfNeeded: word >> UInt64((index & 7) << 3))
      }
      return byteCount
    }
  }

  /// Whether the bytes of one term come before those of a term of another list.
  func precedes(_ first: Int, _ second: Int, in other: TermList) -> Bool {
    let left = wordRange(of: first)
    let right = other.wordRange(of: second)
    for offset in 0..<min(left.count, right.count) {
      // Words are filled from the low byte up, so the first byte decides after a swap.
      let one = words[left.lowerBound + offset].byteSwapped
      let another = other.words[right.lowerBound + offset].byteSwapped
      if one != another { return one < another }
    }
    return left.count < right.count
  }

  /// The terms from one id on, in groups that their bytes give, by id in each group.
  func shards(_ shardCount: Int, from first: Int) -> [[Int32]] {
    var shards = [[Int32]](repeating: [], count: shardCount)
    for id in first..<max(first, count) {
      let range = wordRange(of: id)
      let hash = TermKey.hash(words[range.lowerBound], words[range.upperBound - 1])
      shards[Int(truncatingIfNeeded: (hash >> 32) % UInt64(shardCount))].append(Int32(id))
    }
    return shards
  }
}
