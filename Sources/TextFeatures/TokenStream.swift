/// Texts as sequences of word ids, one after another in one array.
///
/// -1 stands for a boundary or a word without id; no phrase crosses it.
struct TokenStream: Sendable {
  /// The mark of a boundary.
  static let boundary: Int32 = -1

  /// The ids of all texts.
  var ids: [Int32] = []
  /// Where each text begins in `ids`, and where the last one ends.
  var starts: [Int32] = [0]

  var textCount: Int { starts.count - 1 }

  func range(of text: Int) -> Range<Int> { Int(starts[text])..<Int(starts[text + 1]) }

  @inline(__always)
  mutating func append(_ id: Int32, followsBoundary: Bool) {
    if followsBoundary { ids.append(Self.boundary) }
    ids.append(id)
  }

  mutating func endText() { starts.append(Int32(ids.count)) }

  /// The same texts with other ids, as `newIDs` gives them.
  func renumbered(_ newIDs: [Int32]) -> TokenStream {
    var stream = self
    newIDs.withSpan { newIDs in
      var ids = stream.ids.mutableSpan
      for index in ids.indices where ids[index] >= 0 { ids[index] = newIDs[Int(ids[index])] }
    }
    return stream
  }
}

extension Array {
  /// Lends the elements as a span.
  @inline(__always)
  func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result { body(span) }
}
