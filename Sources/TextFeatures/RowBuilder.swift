/// Turns streams of word ids into rows of counts, one text at a time.
struct RowBuilder {
  private(set) var rows = SparseRows()
  private let matcher: PhraseMatcher
  /// By term: how often it occurs in the text at hand.
  private var counts: [Float]
  private var touched: IndexSet64

  init(_ matcher: PhraseMatcher, termCount: Int) {
    self.matcher = matcher
    counts = [Float](repeating: 0, count: termCount)
    touched = IndexSet64(limit: termCount)
  }

  /// Appends the rows of the texts of a stream.
  mutating func append(_ stream: TokenStream) {
    if rows.columns.isEmpty {
      rows.columns.reserveCapacity(stream.ids.count)
      rows.counts.reserveCapacity(stream.ids.count)
    }
    for text in 0..<stream.textCount {
      append(stream.ids.span.extracting(stream.range(of: text)))
    }
  }

  private mutating func append(_ ids: Span<Int32>) {
    matcher.forEachTerm(in: ids) { term in
      counts[Int(term)] += 1
      touched.insert(Int(term))
    }
    let first = rows.columns.count
    touched.removeAll { term in
      rows.columns.append(Int32(truncatingIfNeeded: term))
      rows.counts.append(counts[term])
      counts[term] = 0
    }
    rows.lengths.append(Int32(rows.columns.count - first))
  }
}
