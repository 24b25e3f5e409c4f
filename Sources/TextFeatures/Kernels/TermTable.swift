/// Terms and their ids: an arena of packed bytes with an open-addressing hash table over it.
///
/// Ids count up from 0 in order of insertion. A slot holds the upper half of the term's hash and
/// its id plus one, so that a probe touches one word, and the arena only on a likely match.
///
/// - Complexity: O(length) expected for a lookup or insertion.
struct TermTable: Sendable, Hashable {
  private var words: [UInt64] = []
  private var starts: [Int32] = [0]
  private var slots: [UInt64]

  /// The number of terms.
  var count: Int { starts.count - 1 }

  init(minimumCapacity: Int = 16) {
    var slotCount = 32
    while slotCount < 2 * minimumCapacity { slotCount *= 2 }
    slots = [UInt64](repeating: 0, count: slotCount)
    starts.reserveCapacity(minimumCapacity + 1)
    words.reserveCapacity(2 * minimumCapacity)
  }

  init(terms: some Collection<String>) {
    self.init(minimumCapacity: terms.count)
    for term in terms { _ = insert(TermKey(term)) }
  }

  /// The id of a term, or -1.
  @inline(__always)
  func id(of key: borrowing TermKey) -> Int32 { lookup(key, hash: key.hash) }

  /// The id of a term that is added if it is new; new terms get the id `count`.
  @inline(__always)
  mutating func insert(_ key: borrowing TermKey) -> Int32 {
    let hash = key.hash
    let known = lookup(key, hash: hash)
    return known >= 0 ? known : add(key, hash: hash)
  }

  @inline(__always)
  private func lookup(_ key: borrowing TermKey, hash: UInt64) -> Int32 {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot == 0 { return -1 }
      if (slot ^ hash) >> 32 == 0 {
        let id = Int32(truncatingIfNeeded: slot) &- 1
        if matches(id, key) { return id }
      }
      index = (index &+ 1) & mask
    }
  }

  @inline(__always)
  private func matches(_ id: Int32, _ key: borrowing TermKey) -> Bool {
    let start = Int(starts[Int(id)])
    let wordCount = key.wordCount
    guard Int(starts[Int(id) &+ 1]) &- start == wordCount, wordCount > 0,
      words[start] == key.first
    else { return false }
    return wordCount == 1 || matchesBehindFirst(start, key)
  }

  @inline(never)
  private func matchesBehindFirst(_ start: Int, _ key: borrowing TermKey) -> Bool {
    let own = key.words.span
    for index in 1..<key.wordCount where words[start &+ index] != own[index] { return false }
    return true
  }

  @inline(never)
  private mutating func add(_ key: borrowing TermKey, hash: UInt64) -> Int32 {
    if 2 * (count + 1) > slots.count { grow() }
    let own = key.words.span
    for index in 0..<key.wordCount { words.append(own[index]) }
    starts.append(Int32(words.count))
    place(id: count - 1, hash: hash)
    return Int32(count - 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: 2 * slots.count)
    for id in 0..<count { place(id: id, hash: hash(of: id)) }
  }

  private mutating func place(id: Int, hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = (hash >> 32) << 32 | UInt64(id + 1)
  }

  private func hash(of id: Int) -> UInt64 {
    var hash = TermKey.hashSeed
    for index in wordRange(of: id) { hash = TermKey.mix(hash, words[index]) }
    return hash
  }

  private func wordRange(of id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }

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
  func term(at id: Int) -> String { String(decoding: bytes(at: id), as: UTF8.self) }

  /// Whether the bytes of one term come before those of another.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    let left = wordRange(of: first)
    let right = wordRange(of: second)
    for offset in 0..<min(left.count, right.count) {
      // Words are filled from the low byte up, so the first byte decides after a swap.
      let one = words[left.lowerBound + offset].byteSwapped
      let other = words[right.lowerBound + offset].byteSwapped
      if one != other { return one < other }
    }
    return left.count < right.count
  }
}
