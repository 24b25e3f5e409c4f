/// The loops over word streams that count neighbours.
enum PairKernels {
  /// Calls `body` with the key of each pair of neighbours that may be a phrase: two words side by
  /// side, or two words with a connector between them.
  @inline(__always)
  static func forEachPair(
    _ ids: Span<Int32>, connectorCount: Int, stopWordCount: Int, _ body: (UInt64) -> Void
  ) {
    let stop = Int32(stopWordCount)
    let connectors = UInt32(connectorCount)
    guard ids.count > 1 else { return }
    for index in 0..<(ids.count &- 1) {
      let first = ids[index]
      if first < stop { continue }
      let second = ids[index &+ 1]
      if second >= stop {
        body(PairTable.key(first, 0, second))
      } else if UInt32(bitPattern: second) < connectors, index &+ 2 < ids.count {
        let third = ids[index &+ 2]
        if third >= stop { body(PairTable.key(first, Int(second) &+ 1, third)) }
      }
    }
  }

  /// Adds each pair of a text to a sketch of counters that stay at their largest value.
  static func sketch(
    _ ids: Span<Int32>, lexicon: Lexicon, into counters: inout MutableSpan<UInt8>, shift: UInt64
  ) {
    forEachPair(
      ids, connectorCount: lexicon.connectorCount, stopWordCount: lexicon.stopWordCount
    ) { key in
      let slot = Int(truncatingIfNeeded: PairTable.hash(key) >> shift)
      let count = counters[slot]
      counters[slot] = count &+ (count == .max ? 0 : 1)
    }
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
  private(set) var table: PairTable
  /// By pair: the number of times it occurs.
  private(set) var occurrences: [Int32] = []
  /// By pair: the number of texts with it.
  private(set) var documentFrequency: [Int32] = []
  private var lastText: [Int32] = []

  init(minimumCapacity: Int = 16) { table = PairTable(minimumCapacity: minimumCapacity) }

  var count: Int { occurrences.count }

  /// Counts a pair in a text; the texts come one after another.
  @inline(__always)
  mutating func count(_ key: UInt64, inText text: Int32) {
    let place = Int(table.insert(key))
    if place == occurrences.count {
      occurrences.append(0)
      documentFrequency.append(0)
      lastText.append(-1)
    }
    occurrences[place] &+= 1
    if lastText[place] != text {
      lastText[place] = text
      documentFrequency[place] &+= 1
    }
  }

  /// Adds the counts of other texts.
  mutating func merge(_ other: PairCounts) {
    for place in 0..<other.count {
      let mine = Int(table.insert(other.table.keys[place]))
      if mine == occurrences.count {
        occurrences.append(0)
        documentFrequency.append(0)
        lastText.append(-1)
      }
      occurrences[mine] += other.occurrences[place]
      documentFrequency[mine] += other.documentFrequency[place]
    }
  }

  /// The pairs that occur in at least `minimum` texts.
  func frequent(minimum: Int) -> PairCounts {
    var kept = PairCounts(minimumCapacity: count / 4)
    for place in 0..<count where documentFrequency[place] >= minimum {
      _ = kept.table.insert(table.keys[place])
      kept.occurrences.append(occurrences[place])
      kept.documentFrequency.append(documentFrequency[place])
      kept.lastText.append(-1)
    }
    return kept
  }
}
