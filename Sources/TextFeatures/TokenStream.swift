/// Texts as sequences of word ids, one after another in one array.
///
/// -1 stands for a boundary or a word without id; no phrase crosses it, so that one is as good as
/// several.
struct TokenStream: Sendable {
  /// The mark of a boundary.
  static let boundary: Int32 = -1

  /// The ids of all texts.
  var ids: [Int32] = []
  /// Where each text begins in `ids`, and where the last one ends.
  var starts: [Int32] = [0]

  var textCount: Int { starts.count - 1 }

  /// The number of ids of the text with most of them.
  var longestText: Int { (0..<textCount).reduce(0) { max($0, range(of: $1).count) } }

  func range(of text: Int) -> Range<Int> { Int(starts[text])..<Int(starts[text + 1]) }

  /// No texts, with room for a number of ids.
  init(room idCount: Int) { ids = [Int32](room: idCount) }

  init() {}

  /// Appends the first ids of some to the text at hand.
  mutating func append(_ some: [Int32], count: Int) { ids.append(some, count: count) }

  /// Ends the text at hand.
  mutating func endText() {
    starts.append(Int32(ids.count))
  }

  /// Forgets all texts.
  mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// Gives the words other ids, as `newIDs` has them.
  mutating func renumber(_ newIDs: Span<Int32>) {
    if newIDs.isEmpty { return }
    var ids = ids.mutableSpan
    for index in ids.indices {
      let id = ids[index]
      let newID = newIDs[Int(max(id, 0))]
      ids[index] = id < 0 ? id : newID
    }
  }
}
