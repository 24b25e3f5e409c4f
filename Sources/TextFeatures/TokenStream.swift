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
  /// Whether a boundary at the end would say nothing new.
  private var isAtBoundary = true

  var textCount: Int { starts.count - 1 }

  func range(of text: Int) -> Range<Int> { Int(starts[text])..<Int(starts[text + 1]) }

  @inline(__always)
  mutating func append(_ id: Int32) {
    ids.append(id)
    isAtBoundary = false
  }

  @inline(__always)
  mutating func appendBoundary() {
    if isAtBoundary { return }
    ids.append(Self.boundary)
    isAtBoundary = true
  }

  mutating func endText() {
    starts.append(Int32(ids.count))
    isAtBoundary = true
  }

  /// Forgets all texts.
  mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    isAtBoundary = true
  }

  /// Gives the words other ids, as `newIDs` has them.
  mutating func renumber(_ newIDs: Span<Int32>) {
    var ids = ids.mutableSpan
    for index in ids.indices where ids[index] >= 0 { ids[index] = newIDs[Int(ids[index])] }
  }
}

/// What a stream keeps of the words of a text.
struct StreamRule: Sendable {
  /// The ids below this one are stop words that may stand inside a phrase.
  let connectorCount: Int32
  /// The ids below this one are stop words.
  let stopWordCount: Int32

  init(_ lexicon: Lexicon) {
    connectorCount = Int32(lexicon.connectorCount)
    stopWordCount = Int32(lexicon.stopWordCount)
  }

  /// Appends a word with its id, or -1, to a stream.
  @inline(__always)
  func append(_ id: Int32, followsBoundary: Bool, to stream: inout TokenStream) {
    if followsBoundary { stream.appendBoundary() }
    if id >= stopWordCount || id >= 0 && id < connectorCount {
      stream.append(id)
    } else {
      stream.appendBoundary()
    }
  }

  /// Appends words with their ids, or -1, to a stream.
  func append(_ words: Span<PlainWord>, _ ids: Span<Int32>, to stream: inout TokenStream) {
    for index in words.indices {
      append(ids[index], followsBoundary: words[index].followsBoundary, to: &stream)
    }
  }
}
