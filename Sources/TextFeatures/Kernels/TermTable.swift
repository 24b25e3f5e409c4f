/// Terms and their ids: an arena of packed bytes with an open-addressing hash table over it.
///
/// Ids count up from 0 in order of insertion. A slot holds the first sixteen bytes of a term, so
/// that a probe for a short term touches one place in memory; the rest of a longer one is compared
/// in the arena.
///
/// - Complexity: O(length) expected for a lookup or insertion.
struct TermTable: Sendable, Hashable {
  private struct Slot: Sendable, Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    /// The upper half of the hash, a bit for a term longer than a short key, and the id plus one.
    ///
    /// Zero where the slot is free.
    var tag: UInt64 = 0

    static let longBit: UInt64 = 1 << 31

    var id: Int32 { Int32(truncatingIfNeeded: tag & (Self.longBit &- 1)) &- 1 }
    var isLong: Bool { tag & Self.longBit != 0 }
  }

  private var words: [UInt64] = []
  private var starts: [Int32] = [0]
  private var slots: [Slot]

  /// The number of terms.
  var count: Int { starts.count - 1 }

  init(minimumCapacity: Int = 16) {
    var slotCount = 32
    while slotCount < 2 * minimumCapacity { slotCount *= 2 }
    slots = [Slot](repeating: Slot(), count: slotCount)
    starts.reserveCapacity(minimumCapacity + 1)
    words.reserveCapacity(2 * minimumCapacity)
  }

  init(terms: some Collection<String>) {
    self.init(minimumCapacity: terms.count)
    for term in terms { _ = insert(TermKey(term)) }
  }

  /// The id of a term, or -1.
  @inline(__always)
  func id(of key: borrowing TermKey) -> Int32 {
    guard let short = key.short else { return idOfLong(key) }
    return id(of: short)
  }

  /// The id of a short term, or -1.
  @inline(__always)
  func id(of key: ShortTermKey) -> Int32 {
    let mask = slots.count &- 1
    let slots = slots.span
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = unsafe slots[unchecked: index]
      if slot.first == key.first, slot.second == key.second, !slot.isLong { return slot.id }
      if slot.tag == 0 { return -1 }
      index = (index &+ 1) & mask
    }
  }

  @inline(never)
  private func idOfLong(_ key: borrowing TermKey) -> Int32 {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[index]
      if slot.tag == 0 { return -1 }
      if slot.isLong, (slot.tag ^ key.hash) >> 32 == 0, isTerm(slot.id, key) { return slot.id }
      index = (index + 1) & mask
    }
  }

  private func isTerm(_ id: Int32, _ key: borrowing TermKey) -> Bool {
    let range = wordRange(of: Int(id))
    guard range.count == key.wordCount else { return false }
    let own = key.words.span
    for offset in 0..<range.count where words[range.lowerBound + offset] != own[offset] {
      return false
    }
    return true
  }

  /// The id of a term that is added if it is new; new terms get the id `count`.
  mutating func insert(_ key: borrowing TermKey) -> Int32 {
    let known = id(of: key)
    return known >= 0 ? known : add(key)
  }

  /// The id of a short term that is added if it is new; new terms get the id `count`.
  @inline(__always)
  mutating func insert(_ key: ShortTermKey) -> Int32 {
    let known = id(of: key)
    return known >= 0 ? known : add(key)
  }

  /// The ids of collected words, which are added where they are new.
  mutating func insert(_ words: Span<CollectedWord>, ids: inout [Int32]) {
    var ids = ids.mutableSpan
    for index in words.indices {
      let word = words[index]
      ids[index] = word.id ?? insert(word.plain.term)
    }
  }

  /// The id of a term of another table, or -1.
  func id(of term: Int, in other: TermTable) -> Int32 {
    if let short = other.shortKey(at: term) { return id(of: short) }
    return id(of: other.key(at: term))
  }

  /// The id of a term of another table that is added if it is new.
  mutating func insert(_ term: Int, of other: TermTable) -> Int32 {
    if let short = other.shortKey(at: term) { return insert(short) }
    return insert(other.key(at: term))
  }

  @inline(never)
  private mutating func add(_ key: borrowing TermKey) -> Int32 {
    let own = key.words.span
    for index in 0..<key.wordCount { words.append(own[index]) }
    return placeLast(hash: key.hash)
  }

  @inline(never)
  private mutating func add(_ key: ShortTermKey) -> Int32 {
    words.append(key.first)
    if key.second != 0 { words.append(key.second) }
    return placeLast(hash: key.hash)
  }

  private mutating func placeLast(hash: UInt64) -> Int32 {
    starts.append(Int32(words.count))
    if 2 * count > slots.count { grow() } else { place(id: count - 1, hash: hash) }
    return Int32(count - 1)
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: 2 * slots.count)
    for id in 0..<count { place(id: id, hash: hash(of: id)) }
  }

  private mutating func place(id: Int, hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].tag != 0 { index = (index + 1) & mask }
    let range = wordRange(of: id)
    slots[index] = Slot(
      first: range.isEmpty ? 0 : words[range.lowerBound],
      second: range.count < 2 ? 0 : words[range.lowerBound + 1],
      tag: (hash >> 32) << 32 | (range.count > 2 ? Slot.longBit : 0) | UInt64(id + 1))
  }

  /// The hash of the term with an id.
  func hash(of id: Int) -> UInt64 {
    var hash = TermKey.hashSeed
    for index in wordRange(of: id) { hash = TermKey.mix(hash, words[index]) }
    return hash
  }

  private func wordRange(of id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }

  /// The key of the term with an id, if it is short.
  func shortKey(at id: Int) -> ShortTermKey? {
    let range = wordRange(of: id)
    guard (1...2).contains(range.count) else { return nil }
    return ShortTermKey(
      first: words[range.lowerBound], second: range.count == 2 ? words[range.lowerBound + 1] : 0)
  }

  /// The first eight bytes of the term with an id, in the order of their bytes.
  func head(of id: Int) -> UInt64 { words[Int(starts[id])].byteSwapped }

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
  func precedes(_ first: Int, _ second: Int) -> Bool { precedes(first, second, in: self) }

  /// Whether the bytes of one term come before those of a term of another table.
  func precedes(_ first: Int, _ second: Int, in other: TermTable) -> Bool {
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

  /// By term: a number below `count`, at most 256, that its hash gives.
  func shardNumbers(of count: Int) -> [UInt8] {
    (0..<self.count).map { UInt8(truncatingIfNeeded: (hash(of: $0) >> 32) % UInt64(count)) }
  }
}
