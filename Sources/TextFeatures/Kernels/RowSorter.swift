internal import CTextScanning

/// Counts the terms of one text after another, in ascending order of columns: a bit for each column,
/// and a mark for each word of sixty-four of them that is not empty.
///
/// - Complexity: O(columns / 4096 + terms) for a text.
@safe struct RowSorter: ~Copyable {
  private var columns = unsafe pt_columns()
  /// What is found of the text at hand.
  private var found = unsafe UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)
  private var counts = unsafe UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)

  /// A sorter of columns below a limit.
  init(columnCount: Int) {
    unsafe columns.column_count = columnCount
    unsafe columns.counts = Self.zeros(columnCount + 1)
    unsafe columns.words = Self.zeros(pt_column_words(columnCount))
    unsafe columns.filled = Self.zeros(64 * pt_column_groups(columnCount))
  }

  private static func zeros<Element: FixedWidthInteger>(
    _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    let zeros = UnsafeMutablePointer<Element>.allocate(capacity: count)
    unsafe zeros.initialize(repeating: 0, count: count)
    return unsafe zeros
  }

  deinit {
    unsafe columns.counts.deallocate()
    unsafe columns.words.deallocate()
    unsafe columns.filled.deallocate()
    unsafe found.deallocate()
    unsafe counts.deallocate()
  }

  /// Lends the columns of a text's terms, ascending, and how often each occurs; terms below zero are
  /// none, all are below the limit.
  @inline(__always)
  mutating func sort(_ terms: Span<Int32>, _ body: (Span<UInt32>, _ counts: Span<Int32>) -> Void) {
    if unsafe found.count <= terms.count + Int(PT_COLUMN_SLACK) { makeRoom(terms.count) }
    let length = unsafe terms.withUnsafeBufferPointer {
      unsafe pt_count_columns(
        &columns, $0.baseAddress, $0.count, found.baseAddress, counts.baseAddress)
    }
    unsafe body(
      Span(_unsafeElements: UnsafeBufferPointer(rebasing: found[..<length])),
      Span(_unsafeElements: UnsafeBufferPointer(rebasing: counts[..<length])))
  }

  private mutating func makeRoom(_ termCount: Int) {
    unsafe found.deallocate()
    unsafe counts.deallocate()
    unsafe found = .allocate(capacity: 2 * termCount + Int(PT_COLUMN_SLACK) + 1)
    unsafe counts = .allocate(capacity: 2 * termCount + Int(PT_COLUMN_SLACK) + 1)
  }
}
