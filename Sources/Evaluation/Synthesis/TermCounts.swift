import PaperTrends

/// Counts of terms by 64-bit hash, in an open-addressing table.
///
/// Two terms with one hash would be taken for one; among ten million terms that happens about once
/// in 400,000 corpora.
struct TermCounts: Sendable {
  private var hashes: [UInt64]
  private var counts: [Int32]
  /// The number of distinct terms.
  private(set) var count = 0

  init(minimumCapacity: Int = 512) {
    var capacity = 64
    while capacity < 2 * minimumCapacity { capacity *= 2 }
    hashes = [UInt64](repeating: 0, count: capacity)
    counts = [Int32](repeating: 0, count: capacity)
  }

  /// FNV-1a over the bytes of a term, mixed; never 0.
  static func hash(_ term: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var mixer = SplitMix64(seed: hash)
    return mixer.next() | 1
  }

  mutating func add(_ hash: UInt64, _ increment: Int32 = 1) {
    if 2 * count >= hashes.count { grow() }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (hashes.count - 1)
    while counts[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    if counts[slot] == 0 {
      hashes[slot] = hash
      count += 1
    }
    counts[slot] += increment
  }

  /// Calls `body` with each term's hash and count, in no meaningful order.
  func forEach(_ body: (UInt64, Int32) -> Void) {
    for slot in counts.indices where counts[slot] != 0 { body(hashes[slot], counts[slot]) }
  }

  /// Forgets the terms that do not satisfy a condition.
  mutating func keep(where condition: (UInt64) -> Bool) {
    var kept = TermCounts(minimumCapacity: count)
    forEach { hash, count in if condition(hash) { kept.add(hash, count) } }
    self = kept
  }

  /// All counts, descending.
  func descendingCounts() -> [Int32] { counts.filter { $0 != 0 }.sorted(by: >) }

  private mutating func grow() {
    var larger = TermCounts(minimumCapacity: 2 * count)
    forEach { larger.add($0, $1) }
    self = larger
  }
}
