/// Turns streams of word ids into rows of counts, one text at a time.
struct RowBuilder {
  private(set) var rows = SparseRows()
  private let matcher: PhraseMatcher
  private let termCount: Int
  private var counter = RowCounter()
  private var terms: [Int32] = []

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
    var terms: [Int32] = []
    swap(&terms, &self.terms)
    terms.removeAll(keepingCapacity: true)
    matcher.forEachTerm(in: ids) { terms.append($0) }
    counter.restart()
    counter.add(terms.span, limit: termCount)
    rows.append(counter)
    swap(&terms, &self.terms)
  }
}
