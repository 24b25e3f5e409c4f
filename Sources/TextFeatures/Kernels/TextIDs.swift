/// The ids of the words of one text after another, with what it takes to find them.
struct TextIDs: Sendable {
  /// By word of the text at hand, in its first places: its id.
  private(set) var ids: [Int32] = []
  /// The words that are not plain, whose ids are known already.
  private var others: [(place: Int, id: Int32)] = []
  /// The places of the words that had no id, those that are not plain among them.
  private var missing: [Int32] = []
  private var missingCount = 0

  /// Begins another text.
  mutating func restart() { others.removeAll(keepingCapacity: true) }

  /// Takes the id of a word that is not plain.
  mutating func put(_ id: Int32, at place: Int) { others.append((place, id)) }

  /// Finds the ids of the other words, or -1.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - slot: Where the search for a word begins; it is asked for before the ids are.
  ///   - id: The id of a word by that.
  @inline(__always)
  mutating func find(
    _ words: Span<PlainWord>, slot: (ShortTermKey) -> Int32, id: (PlainWord, _ slot: Int32) -> Int32
  ) {
    if ids.count < words.count {
      ids = [Int32](repeating: 0, count: 2 * words.count)
      missing = ids
    }
    Self.ask(words, &ids, slot)
    missingCount = Self.find(words, &ids, &missing, id)
    for other in others { ids[other.place] = other.id }
  }

  @inline(__always)
  private static func ask(
    _ words: Span<PlainWord>, _ slots: inout [Int32], _ slot: (ShortTermKey) -> Int32
  ) {
    var slots = slots.mutableSpan
    for index in words.indices {
      unsafe slots[unchecked: index] = slot(words[unchecked: index].term)
    }
  }

  @inline(__always)
  private static func find(
    _ words: Span<PlainWord>, _ ids: inout [Int32], _ missing: inout [Int32],
    _ id: (PlainWord, _ slot: Int32) -> Int32
  ) -> Int {
    var ids = ids.mutableSpan
    var missing = missing.mutableSpan
    var missingCount = 0
    for index in words.indices {
      let id = unsafe id(words[unchecked: index], ids[unchecked: index])
      unsafe ids[unchecked: index] = id
      unsafe missing[unchecked: missingCount] = Int32(truncatingIfNeeded: index)
      missingCount &+= id < 0 ? 1 : 0
    }
    return missingCount
  }

  /// Gives ids to the words that have none.
  @inline(__always)
  mutating func fill(_ words: Span<PlainWord>, _ id: (ShortTermKey) -> Int32) {
    for place in missing[..<missingCount] where ids[Int(place)] < 0 {
      ids[Int(place)] = id(words[Int(place)].term)
    }
  }
}
