/// What a stream keeps of the words of a text.
struct StreamRule: Sendable {
  /// The ids below this one are stop words that may stand inside a phrase.
  private let connectorCount: Int32
  /// The ids below this one are stop words.
  let stopWordCount: Int32
  /// Whether the order of the words matters, so that boundaries and connectors are kept.
  private let keepsNeighbours: Bool
  /// What is kept of the text at hand, in its first places.
  private var kept: [Int32] = []

  init(_ lexicon: Lexicon, keepsNeighbours: Bool) {
    connectorCount = Int32(lexicon.connectorCount)
    stopWordCount = Int32(lexicon.stopWordCount)
    self.keepsNeighbours = keepsNeighbours
  }

  /// Appends a text by its words and their ids, or -1, to a stream.
  mutating func append(_ words: Span<PlainWord>, _ ids: Span<Int32>, to stream: inout TokenStream) {
    // Before each word there may be a boundary.
    if kept.count <= 2 * words.count { kept = [Int32](repeating: 0, count: 4 * words.count + 2) }
    let end = keepsNeighbours ? keepNeighbours(words, ids) : keepWords(ids)
    stream.append(kept, count: end)
    stream.endText()
  }

  // In both, what is written is kept by moving on: a branch would be one that nobody can predict.

  private mutating func keepWords(_ ids: Span<Int32>) -> Int {
    let stopWordCount = stopWordCount
    var kept = kept.mutableSpan
    var end = 0
    for index in ids.indices {
      kept[end] = ids[index]
      end &+= 1 ^ Self.isBelow(stopWordCount, ids[index])
    }
    return end
  }

  private mutating func keepNeighbours(_ words: Span<PlainWord>, _ ids: Span<Int32>) -> Int {
    let (connectorCount, stopWordCount) = (connectorCount, stopWordCount)
    var kept = kept.mutableSpan
    var end = 0
    // Whether a boundary at the end would say nothing new.
    var isAtBoundary = 1
    for index in words.indices {
      let id = ids[index]
      let isWord = 1 ^ Self.isBelow(stopWordCount, id)
      let isConnector = Self.isBelow(connectorCount, id) & (1 ^ Self.isBelow(0, id))
      let isKept = isWord | isConnector
      let isBoundary = (1 ^ isKept) | Int(words[index].follows_boundary)
      kept[end] = TokenStream.boundary
      end &+= isBoundary & (1 ^ isAtBoundary)
      kept[end] = id
      end &+= isKept
      isAtBoundary = 1 ^ isKept
    }
    return end
  }

  /// 1 where an id, which is at least -1, is below a limit, else 0.
  @inline(__always)
  private static func isBelow(_ limit: Int32, _ id: Int32) -> Int { Int((id &- limit) >> 31) & 1 }
}
