import TextFeatures

/// Which windows of one text hold which terms, as ranges of the windows' first words.
///
/// A term of L words at place p lies within the windows of w words that begin at p + L - w to p. So
/// windows are never walked: a term's windows are a few ranges, and the windows of two terms are
/// where the ranges of both overlap.
struct WindowSet {
  /// The terms of the text that some window holds, ascending.
  private(set) var terms: [Int32] = []
  /// By place in `terms`: where its ranges begin; one more for the end.
  private var starts: [Int] = [0]
  private var lower: [Int] = []
  private var upper: [Int] = []

  /// The number of windows of `length` words in a text of `wordCount`.
  static func count(wordCount: Int, length: Int) -> Int {
    wordCount == 0 ? 0 : max(1, wordCount - min(length, wordCount) + 1)
  }

  /// Forgets the last text and takes another; `occurrences` must ascend by term, then by place.
  mutating func fill(_ occurrences: Span<TermFinder.Occurrence>, wordCount: Int, length: Int) {
    terms.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lower.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    let size = min(length, wordCount)
    let last = wordCount - size
    for index in occurrences.indices {
      let occurrence = occurrences[index]
      let from = max(0, Int(occurrence.position) + Int(occurrence.wordCount) - size)
      let to = min(Int(occurrence.position), last)
      guard from <= to else { continue }
      if terms.last != occurrence.term {
        terms.append(occurrence.term)
        starts.append(lower.count)
      } else if from <= upper[upper.count - 1] + 1 {
        upper[upper.count - 1] = max(upper[upper.count - 1], to)
        continue
      }
      lower.append(from)
      upper.append(to)
    }
    starts.append(lower.count)
  }

  /// How many windows hold the term at a place in ``terms``.
  func count(_ place: Int) -> Int {
    var count = 0
    for range in starts[place]..<starts[place + 1] { count += upper[range] - lower[range] + 1 }
    return count
  }

  /// How many windows hold both of two terms.
  func count(_ one: Int, and other: Int) -> Int {
    var count = 0
    var left = starts[one]
    var right = starts[other]
    while left < starts[one + 1], right < starts[other + 1] {
      let from = max(lower[left], lower[right])
      let to = min(upper[left], upper[right])
      if from <= to { count += to - from + 1 }
      if upper[left] < upper[right] { left += 1 } else { right += 1 }
    }
    return count
  }
}
