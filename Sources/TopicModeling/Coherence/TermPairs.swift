/// The pairs of terms whose co-occurrence matters: those that share a topic.
struct TermPairs: Sendable {
  /// By term: where its partners of larger id begin in `partners`, and where the last one's end.
  private(set) var starts: [Int32] = [0]
  /// The larger terms of all pairs, ascending for each smaller one; a place here is a pair's id.
  private(set) var partners: [Int32] = []

  /// The number of pairs.
  var count: Int { partners.count }

  /// The pairs within `topics`, lists of terms below `termCount`.
  init(topics: [[Int32]], termCount: Int) {
    var keys: [UInt64] = []
    for topic in topics {
      for (index, term) in topic.enumerated() {
        for other in topic[(index + 1)...] where other != term {
          keys.append(UInt64(min(term, other)) << 32 | UInt64(max(term, other)))
        }
      }
    }
    keys.sort()
    var next = 0
    for term in 0..<termCount {
      while next < keys.count, keys[next] >> 32 == UInt64(term) {
        if next == 0 || keys[next] != keys[next - 1] {
          partners.append(Int32(truncatingIfNeeded: keys[next]))
        }
        next += 1
      }
      starts.append(Int32(partners.count))
    }
  }

  /// The ids of the pairs in which `term` is the smaller one.
  func pairs(of term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

  /// The id of the pair of two terms that share a topic, in either order.
  func id(_ one: Int32, _ other: Int32) -> Int {
    var range = pairs(of: Int(min(one, other)))
    let partner = max(one, other)
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        partners[middle] <= partner ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
