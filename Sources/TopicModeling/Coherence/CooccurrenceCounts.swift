import BlockScheduling
import TextFeatures

/// In how many windows of a corpus each term stands, and each pair of terms that share a topic.
struct CooccurrenceCounts: Sendable {
  /// The number of windows.
  private(set) var windowCount = 0
  /// By term.
  private(set) var terms: [Int]
  /// By pair.
  private(set) var pairs: [Int]

  private static let blockSize = 2_048

  private init(termCount: Int, pairCount: Int) {
    terms = [Int](repeating: 0, count: termCount)
    pairs = [Int](repeating: 0, count: pairCount)
  }

  /// Counts in one scan of the texts, for each of `windows`.
  ///
  /// - Complexity: O(bytes + for each text: its occurrences times the pairs of a term).
  static func count(
    _ terms: [String], pairs: TermPairs, in texts: [String], windows: [CooccurrenceWindow],
    scheduler: BlockScheduler
  ) -> [CooccurrenceCounts] {
    let finder = TermFinder(terms: terms)
    let empty = [CooccurrenceCounts](
      repeating: CooccurrenceCounts(termCount: terms.count, pairCount: pairs.count),
      count: windows.count)
    let blocks = scheduler.map(texts.count, blockSize: blockSize) { range in
      var counts = empty
      var set = WindowSet()
      var placeOfTerm = [Int32](repeating: -1, count: terms.count)
      finder.scan(texts[range]) { wordCount, occurrences in
        let sorted = occurrences.sorted { ($0.term, $0.position) < ($1.term, $1.position) }
        for (index, window) in windows.enumerated() {
          set.fill(sorted.span, wordCount: wordCount, length: window.length)
          counts[index].windowCount +=
            WindowSet.count(wordCount: wordCount, length: window.length)
          counts[index].add(set, pairs: pairs, placeOfTerm: &placeOfTerm)
        }
      }
      return counts
    }
    return blocks.reduce(into: empty) { total, block in
      for window in windows.indices { total[window].add(block[window]) }
    }
  }

  /// Adds one text; `placeOfTerm` holds -1 for every term before and after.
  private mutating func add(_ set: WindowSet, pairs: TermPairs, placeOfTerm: inout [Int32]) {
    for (place, term) in set.terms.enumerated() { placeOfTerm[Int(term)] = Int32(place) }
    for (place, term) in set.terms.enumerated() {
      terms[Int(term)] += set.count(place)
      for pair in pairs.pairs(of: Int(term)) {
        let other = placeOfTerm[Int(pairs.partners[pair])]
        if other >= 0 { self.pairs[pair] += set.count(place, and: Int(other)) }
      }
    }
    for term in set.terms { placeOfTerm[Int(term)] = -1 }
  }

  private mutating func add(_ other: CooccurrenceCounts) {
    windowCount += other.windowCount
    for term in terms.indices { terms[term] += other.terms[term] }
    for pair in pairs.indices { pairs[pair] += other.pairs[pair] }
  }
}
