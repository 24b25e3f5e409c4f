internal import CTextScanning

/// Terms and their ids, with an open-addressing hash table.
///
/// Ids count up from 0 in order of insertion. A slot holds the whole of a short term, so that a
/// probe for one touches one place in memory; a longer term's slot holds its hash, and its bytes
/// are compared in the list.
///
/// - Complexity: O(length) expected for a lookup or insertion.
struct TermTable: Sendable, Hashable {
  private struct Slot: Sendable, Hashable {
    /// The first eight bytes of a short term; zero, which begins no term, for a longer one.
    var first: UInt64 = 0
    /// The other bytes of a short term, the hash of a longer one.
    var second: UInt64 = 0
    /// The id, or -1 where the slot is free.
    var id: Int32 = -1
  }

  /// The terms in the order of their ids.
  private(set) var terms = TermList()
  private var slots: [Slot]

  /// The number of terms.
  var count: Int { terms.count }

  init(minimumCapacity: Int = 16) {
    slots = [Slot](repeating: Slot(), count: Self.slotCount(minimumCapacity))
    terms.reserve(minimumCapacity)
  }

  init(terms: some Collection<String>) {
    self.init(minimumCapacity: terms.count)
    for term in terms { _ = insert(TermKey(term)) }
  }

  /// Makes room for a number of terms.
  mutating func reserve(_ capacity: Int) {
    // The slots first, so that they come to lie where those of a table before this one did, which
    // would be taken to pieces for the terms.
    if Self.slotCount(capacity) > slots.count { grow(to: Self.slotCount(capacity)) }
    terms.reserve(capacity)
  }

  private static func slotCount(_ capacity: Int) -> Int {
    var slotCount = 32
    while 3 * slotCount < 4 * capacity { slotCount *= 2 }
    return slotCount
  }

  // MARK: Short terms

  /// The slot of a short term, or the free one where it belongs.
  @inline(__always)
  private static func place(_ key: ShortTermKey, in slots: Span<Slot>) -> Int {
    place(
      key.first, key.second, from: Int(truncatingIfNeeded: key.hash) & (slots.count &- 1), slots)
  }

  @inline(__always)
  private static func place(
    _ first: UInt64, _ second: UInt64, from start: Int, _ slots: Span<Slot>
  ) -> Int {
    let mask = slots.count &- 1
    var index = start
    while true {
      let slot = unsafe slots[unchecked: index]
      if (slot.first ^ first) | (slot.second ^ second) == 0 || slot.id < 0 { return index }
      index = (index &+ 1) & mask
    }
  }

  /// The id of a short term, or -1.
  @inline(__always)
  func id(of key: ShortTermKey) -> Int32 {
    let slots = slots.span
    return unsafe slots[unchecked: Self.place(key, in: slots)].id
  }

  /// The id of a short term that is added if it is new; new terms get the id `count`.
  mutating func insert(_ key: ShortTermKey) -> Int32 {
    let place = Self.place(key, in: slots.span)
    let id = slots[place].id
    if id >= 0 { return id }
    slots[place] = Slot(first: key.first, second: key.second, id: Int32(count))
    terms.append(key)
    return added()
  }

  /// Finds the ids of plain words, or -1.
  ///
  /// All slots are asked for before the first is read: the table is larger than the fast caches.
  func find(_ words: Span<PlainWord>, _ ids: inout TextIDs) {
    let slots = slots.span
    let mask = slots.count &- 1
    unsafe slots.withUnsafeBufferPointer { memory in
      ids.find(words) { key in
        let start = Int(truncatingIfNeeded: key.hash) & mask
        unsafe pt_prefetch(memory.baseAddress.unsafelyUnwrapped + start)
        return Int32(truncatingIfNeeded: start)
      } id: { word, start in
        unsafe slots[unchecked: Self.place(word.first, word.second, from: Int(start), slots)].id
      }
    }
  }

  /// Finds the ids of plain words, which are added where they are new.
  mutating func insert(_ words: Span<PlainWord>, _ ids: inout TextIDs) {
    find(words, &ids)
    ids.fill(words) { key in insert(key) }
  }

  /// Finds the ids of the first plain words of some, which are added where they are new.
  mutating func insert(_ words: [PlainWord], count: Int, _ ids: inout TextIDs) {
    insert(words.span.extracting(0..<count), &ids)
  }

  // MARK: All terms

  /// The id of a term, or -1.
  @inline(__always)
  func id(of key: borrowing TermKey) -> Int32 {
    guard let short = key.short else { return slots[place(ofLong: key)].id }
    return id(of: short)
  }

  /// The id of a term that is added if it is new; new terms get the id `count`.
  mutating func insert(_ key: borrowing TermKey) -> Int32 {
    if let short = key.short { return insert(short) }
    let place = place(ofLong: key)
    let id = slots[place].id
    if id >= 0 { return id }
    slots[place] = Slot(first: 0, second: key.hash, id: Int32(count))
    terms.append(key)
    return added()
  }

  @inline(never)
  private func place(ofLong key: borrowing TermKey) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[index]
      if slot.id < 0 { return index }
      if slot.first == 0, slot.second == key.hash, terms.isTerm(slot.id, key) { return index }
      index = (index + 1) & mask
    }
  }

  /// The id of a term of a list, or -1.
  func id(of term: Int, in list: TermList) -> Int32 {
    if let short = list.shortKey(at: term) { return id(of: short) }
    return id(of: list.key(at: term))
  }

  /// The id of a term of a list that is added if it is new.
  mutating func insert(_ term: Int, of list: TermList) -> Int32 {
    if let short = list.shortKey(at: term) { return insert(short) }
    return insert(list.key(at: term))
  }

  /// The id of the term that was added last, with room for another one.
  @inline(__always)
  private mutating func added() -> Int32 {
    if 4 * count > 3 * slots.count { grow(to: 2 * slots.count) }
    return Int32(truncatingIfNeeded: count &- 1)
  }

  @inline(never)
  private mutating func grow(to slotCount: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: slotCount)
    var slots = slots.mutableSpan
    let mask = slotCount - 1
    for slot in old where slot.id >= 0 {
      let hash = slot.first == 0 ? slot.second : TermKey.hash(slot.first, slot.second)
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index].id >= 0 { index = (index &+ 1) & mask }
      slots[index] = slot
    }
  }

  /// The term with an id.
  func term(at id: Int) -> String { terms.text(at: id) }

  /// Whether the bytes of one term come before those of another.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    terms.precedes(first, second, in: terms)
  }
}
