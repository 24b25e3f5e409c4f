/// Pairs of ids and their place in a dense list: an open-addressing hash table over packed keys.
///
/// A key packs two ids and what stands between them: 32 bits for the first, 4 for the link, 28 for
/// the second. Places count up from 0 in order of insertion. Where most keys that are asked for are
/// none of the table's, ``mayHold(_:)`` tells so from a sixteenth of the memory.
struct PairTable: Sendable, Hashable {
  /// The keys in order of insertion.
  private(set) var keys: [UInt64] = []
  private var slots: [Slot]
  /// Four bits for each slot, one of them set for each key, by the upper bits of its hash.
  private var filter: [UInt64]

  private struct Slot: Sendable, Hashable {
    var key: UInt64 = .max
    var place: Int32 = -1
  }

  /// The link of a pair that a third word extends.
  static let extending = 15
  /// The number of ids that fit in the second place.
  static let idLimit = 1 << 28

  var count: Int { keys.count }

  init(minimumCapacity: Int = 16) {
    var slotCount = 32
    while slotCount < 2 * minimumCapacity { slotCount *= 2 }
    slots = [Slot](repeating: Slot(), count: slotCount)
    filter = [UInt64](repeating: 0, count: slotCount / 16)
  }

  @inline(__always)
  static func key(_ first: Int32, _ link: Int, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(link) << 28
      | UInt64(UInt32(bitPattern: second))
  }

  static func parts(of key: UInt64) -> (first: Int32, link: Int, second: Int32) {
    (
      Int32(truncatingIfNeeded: key >> 32), Int(key >> 28 & 0xF),
      Int32(truncatingIfNeeded: key & 0xFFF_FFFF)
    )
  }

  /// A hash whose high bits are mixed well (Fibonacci hashing after a fold).
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The place of a key, or -1.
  @inline(__always)
  func place(of key: UInt64) -> Int32 {
    let slots = slots.span
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: Self.hash(key) >> 24) & mask
    while true {
      let slot = unsafe slots[unchecked: index]
      if slot.key == key { return slot.place }
      if slot.key == .max { return -1 }
      index = (index &+ 1) & mask
    }
  }

  /// 1 where a key may have a place, which all that have one and few others do; else 0.
  @inline(__always)
  func mayHold(_ key: UInt64) -> Int {
    let bit = filterBit(of: key)
    let bits = filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63)
    return Int(truncatingIfNeeded: bits & 1)
  }

  @inline(__always)
  private func filterBit(of key: UInt64) -> Int {
    let bitCount = UInt64(truncatingIfNeeded: 64 &* filter.count)
    return Int(truncatingIfNeeded: ((Self.hash(key) &>> 32) &* bitCount) &>> 32)
  }

  /// The place of a key that is added if it is new; new keys get the place `count`.
  @inline(__always)
  mutating func insert(_ key: UInt64) -> Int32 {
    let known = place(of: key)
    return known >= 0 ? known : add(key)
  }

  @inline(never)
  private mutating func add(_ key: UInt64) -> Int32 {
    if 2 * (count + 1) > slots.count { grow() }
    keys.append(key)
    put(key, at: Int32(count - 1))
    return Int32(count - 1)
  }

  private mutating func put(_ key: UInt64, at place: Int32) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: Self.hash(key) >> 24) & mask
    while slots[index].place >= 0 { index = (index + 1) & mask }
    slots[index] = Slot(key: key, place: place)
    let bit = filterBit(of: key)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: 2 * slots.count)
    filter = [UInt64](repeating: 0, count: 2 * filter.count)
    for (place, key) in keys.enumerated() { put(key, at: Int32(place)) }
  }
}
