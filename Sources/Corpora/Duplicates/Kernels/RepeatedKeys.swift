/// The records whose key another record has as well: the few that are worth sorting.
enum RepeatedKeys {
  /// Records with a repeated key, in the order given.
  ///
  /// An open-addressing table marks where a key is met again. Keys are hashes already.
  ///
  /// - Complexity: O(keys) expected.
  static func records(
    of keys: [(key: UInt64, record: Int32)]
  ) -> [(key: UInt64, record: Int32)] {
    var slotCount = 64
    while slotCount < 2 * keys.count { slotCount *= 2 }
    var slots = [UInt64](repeating: 0, count: slotCount)
    var isRepeated = [Bool](repeating: false, count: slotCount)
    let mask = slotCount - 1
    let places = keys.map { entry -> Int32 in
      // A slot of 0 is empty; the one key that is 0 shares the next one's slot and is sorted out
      // with the keys themselves.
      let key = max(entry.key, 1)
      var index = Int(truncatingIfNeeded: key) & mask
      while slots[index] != 0, slots[index] != key { index = (index + 1) & mask }
      if slots[index] == key { isRepeated[index] = true } else { slots[index] = key }
      return Int32(index)
    }
    return keys.indices.filter { isRepeated[Int(places[$0])] }.map { keys[$0] }
  }
}
