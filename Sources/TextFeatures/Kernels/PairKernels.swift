/// The loops over word streams that count neighbours.
///
/// Whether a pair counts is hard to foretell, so that signs are added up instead of branching:
/// `x >> 31` is -1 where x is negative, else 0.
enum PairKernels {
  /// Writes the key of each pair of neighbours that may be a phrase to the beginning of `keys`: two
  /// words side by side, or two words with a connector between them.
  ///
  /// - Parameters:
  ///   - ids: The words of a text.
  ///   - lexicon: Says which of them are connectors and stop words.
  ///   - keys: Made longer if it is shorter than the text.
  /// - Returns: The number of keys.
  static func collectPairs(_ ids: Span<Int32>, lexicon: Lexicon, into keys: inout [UInt64]) -> Int {
    if keys.count < ids.count { keys = [UInt64](repeating: 0, count: 2 * ids.count) }
    var keys = keys.mutableSpan
    var found = 0
    for index in 0..<max(0, ids.count &- 1) {
      let (key, isPair) = pair(at: index, in: ids, lexicon)
      keys[found] = key
      found &+= isPair
    }
    return found
  }

  /// The key of the pair that begins at a place before the last, and 1 if it may be a phrase, or 0.
  @inline(__always)
  static func pair(
    at index: Int, in ids: Span<Int32>, _ lexicon: Lexicon
  ) -> (key: UInt64, isPair: Int) {
    let (first, second) = (ids[index], ids[index &+ 1])
    let third = index &+ 2 < ids.count ? ids[index &+ 2] : TokenStream.boundary
    let connectors = Int32(truncatingIfNeeded: lexicon.connectorCount)
    let isLinked = (~second & (second &- connectors)) >> 31
    let last = second ^ (second ^ third) & isLinked
    let stop = Int32(truncatingIfNeeded: lexicon.stopWordCount)
    return (
      PairTable.key(first, Int((second &+ 1) & isLinked), last),
      1 &+ Int((min(first, last) &- stop) >> 31)
    )
  }

  /// Writes the places where pairs begin that may be in a table to the beginning of `places`;
  /// returns their number.
  static func collectPlaces(
    _ ids: Span<Int32>, lexicon: Lexicon, of table: PairTable, into places: inout [Int]
  ) -> Int {
    if places.count < ids.count { places = [Int](repeating: 0, count: 2 * ids.count) }
    var places = places.mutableSpan
    var found = 0
    for index in 0..<max(0, ids.count &- 1) {
      let (key, isPair) = pair(at: index, in: ids, lexicon)
      places[found] = index
      found &+= isPair & table.mayHold(key)
    }
    return found
  }

  /// Adds pairs to a sketch of counters that stay at their largest value.
  static func sketch(
    _ keys: Span<UInt64>, into counters: inout MutableSpan<UInt8>, shift: UInt64
  ) {
    for index in keys.indices {
      let slot = Int(truncatingIfNeeded: PairTable.hash(keys[index]) >> shift)
      let count = counters[slot]
      counters[slot] = count &+ (count == .max ? 0 : 1)
    }
  }

  /// Moves the pairs that a sketch counted `minimum` times to the beginning; returns their number.
  static func keepFrequent(
    _ keys: inout MutableSpan<UInt64>, of count: Int, in counters: Span<UInt8>, shift: UInt64,
    minimum: Int
  ) -> Int {
    var kept = 0
    for index in 0..<count {
      let key = keys[index]
      keys[kept] = key
      let slot = Int(truncatingIfNeeded: PairTable.hash(key) >> shift)
      kept &+= 1 &+ (Int(counters[slot]) &- minimum) >> 63
    }
    return kept
  }

  /// Writes the place of each word whose pairs with the word before, and of that with the one before
  /// it, may be in a table to the beginning of `places`; returns the number of places.
  static func collectTriples(
    _ ids: Span<Int32>, stopWordCount: Int, pairs: PairTable, into places: inout [Int]
  ) -> Int {
    if places.count < ids.count { places = [Int](repeating: 0, count: 2 * ids.count) }
    let stop = Int32(stopWordCount)
    var places = places.mutableSpan
    var found = 0
    var before = 0
    for index in 1..<max(1, ids.count) {
      let (first, second) = (ids[index &- 1], ids[index])
      let isPair = 1 &+ Int((min(first, second) &- stop) >> 31)
      let now = isPair & pairs.mayHold(PairTable.key(first, 0, second))
      places[found] = index
      found &+= before & now
      before = now
    }
    return found
  }

  /// Adds one sketch to another.
  static func add(_ other: Span<UInt8>, to counters: inout MutableSpan<UInt8>) {
    for index in counters.indices {
      let sum = UInt16(counters[index]) &+ UInt16(other[index])
      counters[index] = UInt8(truncatingIfNeeded: min(sum, 255))
    }
  }
}

/// How often pairs occur, and in how many texts.
struct PairCounts: Sendable {
  /// The counts of one pair.
  struct Tally: Sendable {
    /// The number of times it occurs.
    var occurrences: Int32 = 0
    /// The number of texts with it.
    var documentFrequency: Int32 = 0
    fileprivate var lastText: Int32 = -1
  }

  private(set) var table: PairTable
  /// By pair.
  private(set) var tallies: [Tally] = []

  init(minimumCapacity: Int = 16) { table = PairTable(minimumCapacity: minimumCapacity) }

  var count: Int { tallies.count }

  /// Counts a pair in a text; the texts come one after another.
  @inline(__always)
  mutating func count(_ key: UInt64, inText text: Int32) {
    let place = Int(table.insert(key))
    if place == tallies.count { tallies.append(Tally()) }
    var tally = tallies[place]
    tally.occurrences &+= 1
    tally.documentFrequency &+= tally.lastText != text ? 1 : 0
    tally.lastText = text
    tallies[place] = tally
  }

  /// Adds the counts of other texts.
  mutating func merge(_ other: PairCounts) {
    for (key, tally) in zip(other.table.keys, other.tallies) {
      let place = Int(table.insert(key))
      if place == tallies.count { tallies.append(Tally()) }
      tallies[place].occurrences += tally.occurrences
      tallies[place].documentFrequency += tally.documentFrequency
    }
  }

  /// The pairs that occur in at least `minimum` texts.
  func frequent(minimum: Int) -> PairCounts {
    var kept = PairCounts(minimumCapacity: count / 4)
    for (key, tally) in zip(table.keys, tallies) where tally.documentFrequency >= minimum {
      _ = kept.table.insert(key)
      kept.tallies.append(tally)
    }
    return kept
  }
}
