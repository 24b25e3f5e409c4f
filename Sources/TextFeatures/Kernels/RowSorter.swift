/// Puts the entries of rows in ascending order of columns: a bit for each column, and a bit for each
/// word of sixty-four of them that is not empty.
///
/// - Complexity: O(columns / 4096 + entries) for a row.
struct RowSorter: Sendable {
  private var words: [UInt64]
  private var summary: [UInt64]
  /// By column of the row at hand: its count.
  private var counts: [Int32]

  /// A sorter of columns below a limit.
  init(columnCount: Int) {
    words = [UInt64](repeating: 0, count: columnCount / 64 + 1)
    summary = [UInt64](repeating: 0, count: words.count / 64 + 1)
    counts = [Int32](repeating: 0, count: columnCount)
  }

  /// Calls `body` with the columns and counts of a row in order.
  @inline(__always)
  mutating func sort(
    _ row: Span<SparseRows.Entry>, _ body: (_ column: Int, _ count: Int32) -> Void
  ) {
    Self.scatter(row, &words, &summary, &counts)
    Self.gather(&words, &summary, counts, body)
  }

  private static func scatter(
    _ row: Span<SparseRows.Entry>, _ words: inout [UInt64], _ summary: inout [UInt64],
    _ counts: inout [Int32]
  ) {
    var words = words.mutableSpan
    var summary = summary.mutableSpan
    var counts = counts.mutableSpan
    for index in row.indices {
      let entry = unsafe row[unchecked: index]
      let column = Int(entry.column)
      counts[column] = entry.count
      let word = column &>> 6
      unsafe words[unchecked: word] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
      unsafe summary[unchecked: word &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
    }
  }

  @inline(__always)
  private static func gather(
    _ words: inout [UInt64], _ summary: inout [UInt64], _ counts: [Int32],
    _ body: (_ column: Int, _ count: Int32) -> Void
  ) {
    var words = words.mutableSpan
    var summary = summary.mutableSpan
    let counts = counts.span
    for index in summary.indices {
      var filled = summary[index]
      summary[index] = 0
      while filled != 0 {
        let word = index &<< 6 | filled.trailingZeroBitCount
        filled &= filled &- 1
        var bits = unsafe words[unchecked: word]
        unsafe words[unchecked: word] = 0
        while bits != 0 {
          let column = word &<< 6 | bits.trailingZeroBitCount
          bits &= bits &- 1
          unsafe body(column, counts[unchecked: column])
        }
      }
    }
  }
}
