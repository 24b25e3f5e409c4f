/// Pairs of ids and their place in a dense list: an open-addressing hash table over packed keys.
///
/// A key packs two ids and what stands between them: 32 bits for the first, 4 for the link, 28 for
/// the second. Places count up from 0 in order of insertion.
struct PairTable: Sendable, Hashable {
  /// The keys in order of insertion.
  private(set) var keys: [UInt64] = []
  private var slotKeys: [UInt64]
  private var slotPlaces: [Int32]

  /// The link of a pair that a third word extends.
  static let extending = 15
  /// The number of ids that fit in the second place.
  static let idLimit = 1 << 28

  var count: Int { keys.count }

  init(minimumCapacity: Int = 16) {
    var slotCount = 32
    while slotCount < 2 * minimumCapacity { slotCount *= 2 }
    slotKeys = [UInt64](repeating: .max, count: slotCount)
    slotPlaces = [Int32](repeating: -1, count: slotCount)
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
    let mask = slotKeys.count &- 1
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> 24) & mask
    while true {
      let found = slotKeys[slot]
      if found == key { return slotPlaces[slot] }
      if found == .max { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The place of a key that is added if it is new; new keys get the place `count`.
  @inline(__always)
  mutating func insert(_ key: UInt64) -> Int32 {
    let known = place(of: key)
    return known >= 0 ? known : add(key)
  }

  @inline(never)
  private mutating func add(_ key: UInt64) -> Int32 {
    if 2 * (count + 1) > slotKeys.count { grow() }
    keys.append(key)
    put(key, at: Int32(count - 1))
    return Int32(count - 1)
  }

  private mutating func put(_ key: UInt64, at place: Int32) {
    let mask = slotKeys.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> 24) & mask
    while slotKeys[slot] != .max { slot = (slot + 1) & mask }
    slotKeys[slot] = key
    slotPlaces[slot] = place
  }

  private mutating func grow() {
    slotPlaces = [Int32](repeating: -1, count: 2 * slotKeys.count)
    slotKeys = [UInt64](repeating: .max, count: 2 * slotKeys.count)
    for (place, key) in keys.enumerated() { put(key, at: Int32(place)) }
  }
}
