/// A set of small numbers that gives them back in order: a bit for each, and a bit for each word of
/// sixty-four of them that is not empty.
///
/// - Complexity: O(1) to insert; O(limit / 4096 + numbers) to take all out.
struct IndexSet64: Sendable {
  private var words: [UInt64]
  private var summary: [UInt64]

  /// An empty set of numbers below `limit`.
  init(limit: Int) {
    words = [UInt64](repeating: 0, count: limit / 64 + 1)
    summary = [UInt64](repeating: 0, count: words.count / 64 + 1)
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    let word = number &>> 6
    words[word] |= 1 &<< UInt64(truncatingIfNeeded: number & 63)
    summary[word &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
  }

  /// Takes all numbers out, in ascending order.
  @inline(__always)
  mutating func removeAll(_ body: (Int) -> Void) {
    for index in summary.indices {
      var filled = summary[index]
      if filled == 0 { continue }
      summary[index] = 0
      while filled != 0 {
        let word = index &<< 6 | filled.trailingZeroBitCount
        filled &= filled &- 1
        var bits = words[word]
        words[word] = 0
        while bits != 0 {
          body(word &<< 6 | bits.trailingZeroBitCount)
          bits &= bits &- 1
        }
      }
    }
  }
}
