/// Turns streams of word ids into rows of counts, one text at a time.
struct RowBuilder {
  private(set) var rows = SparseRows()
  private let matcher: PhraseMatcher
  private let termCount: Int
  private var counter = RowCounter()
  private var terms: [Int32] = []
  private var places: [Int] = []

  init(_ matcher: PhraseMatcher, termCount: Int) {
    self.matcher = matcher
    self.termCount = termCount
  }

  /// Appends the rows of the texts of a stream.
  mutating func append(_ stream: TokenStream) {
    for text in 0..<stream.textCount {
      append(stream.ids.span.extracting(stream.range(of: text)))
    }
  }

  private mutating func append(_ ids: Span<Int32>) {
    let count = matcher.collectTerms(ids, into: &terms, places: &places)
    counter.restart()
    let found = terms
    counter.add(found.span.extracting(0..<count), limit: termCount)
    rows.append(counter)
  }
}
