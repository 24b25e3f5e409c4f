/// The records whose key another record has as well: the few that are worth sorting.
enum RepeatedKeys {
  /// Records with a repeated key, in the order given, and perhaps a few others.
  ///
  /// An open-addressing table marks where a key is met again. Keys are hashes already, and of a key
  /// the table holds the upper half alone, so that it stays in the cache; two keys that agree in it
  /// pass for one, which the sorting of the keys themselves finds out.
  ///
  /// - Complexity: O(keys) expected.
  static func records(
    of keys: [(key: UInt64, record: Int32)]
  ) -> [(key: UInt64, record: Int32)] {
    var slotCount = 64
    while slotCount < 2 * keys.count { slotCount *= 2 }
    // An empty slot is 0; another has its lowest bit set, and the one above if it was met again.
    var slots = [UInt32](repeating: 0, count: slotCount)
    let mask = slotCount - 1
    let places = keys.map { entry -> Int32 in
      let tag = UInt32(truncatingIfNeeded: entry.key >> 32) & ~3 | 1
      var index = Int(truncatingIfNeeded: entry.key) & mask
      while slots[index] != 0, slots[index] & ~2 != tag { index = (index + 1) & mask }
      slots[index] = slots[index] == 0 ? tag : tag | 2
      return Int32(index)
    }
    return keys.indices.filter { slots[Int(places[$0])] & 2 != 0 }.map { keys[$0] }
  }
}
