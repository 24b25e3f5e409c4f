/// A sparse matrix of Float in compressed sparse row form, as a value.
///
/// Row i holds the entries `rowOffsets[i]..<rowOffsets[i + 1]` of `columnIndices` and `values`,
/// with strictly ascending columns. Copies share storage until one is changed, so two matrices
/// with the same pattern and other values cost only their values.
public struct CSRMatrix: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// `rowCount + 1` offsets into `columnIndices` and `values`, from 0 to the number of entries.
  public let rowOffsets: [Int32]
  /// The column of each entry, strictly ascending within a row.
  public let columnIndices: [Int32]
  /// The value of each entry.
  public let values: [Float]

  /// The number of stored entries.
  public var entryCount: Int { values.count }

  /// Wraps three arrays after checking that they describe a matrix.
  ///
  /// - Throws: ``MatrixError`` when offsets do not ascend from 0 to the number of entries, or a
  ///   column is out of range or not above the one before it.
  /// - Complexity: O(rows + entries).
  public init(
    rowCount: Int, columnCount: Int, rowOffsets: [Int32], columnIndices: [Int32], values: [Float]
  ) throws(MatrixError) {
    try Self.check(
      rowCount: rowCount, columnCount: columnCount, rowOffsets: rowOffsets,
      columnIndices: columnIndices, entryCount: values.count)
    self.init(
      uncheckedRowCount: rowCount, columnCount: columnCount, rowOffsets: rowOffsets,
      columnIndices: columnIndices, values: values)
  }

  /// Wraps arrays that the caller made by construction in the right form.
  package init(
    uncheckedRowCount rowCount: Int, columnCount: Int, rowOffsets: [Int32],
    columnIndices: [Int32], values: [Float]
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.rowOffsets = rowOffsets
    self.columnIndices = columnIndices
    self.values = values
  }

  /// The same pattern with other values, one for each stored entry.
  public func withValues(_ values: [Float]) -> CSRMatrix {
    precondition(values.count == entryCount, "a pattern of \(entryCount) entries needs as many")
    return CSRMatrix(
      uncheckedRowCount: rowCount, columnCount: columnCount, rowOffsets: rowOffsets,
      columnIndices: columnIndices, values: values)
  }

  /// Where the entries of `row` lie in `columnIndices` and `values`.
  public func entries(ofRow row: Int) -> Range<Int> {
    Int(rowOffsets[row])..<Int(rowOffsets[row + 1])
  }

  /// Lends the columns and values of one row to `body`.
  public func withRow<Result, Failure: Error>(
    _ row: Int, _ body: (Span<Int32>, Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = entries(ofRow: row)
    return try body(
      columnIndices.span.extracting(range), values.span.extracting(range))
  }

  private static func check(
    rowCount: Int, columnCount: Int, rowOffsets: [Int32], columnIndices: [Int32], entryCount: Int
  ) throws(MatrixError) {
    guard rowCount >= 0, columnCount >= 0, rowOffsets.count == rowCount + 1,
      rowOffsets[0] == 0, Int(rowOffsets[rowCount]) == entryCount,
      columnIndices.count == entryCount
    else { throw .inconsistentCounts }
    for row in 0..<rowCount {
      guard rowOffsets[row] <= rowOffsets[row + 1], Int(rowOffsets[row + 1]) <= entryCount
      else { throw .offsetsDescend(row: row) }
      var previous: Int32 = -1
      for entry in Int(rowOffsets[row])..<Int(rowOffsets[row + 1]) {
        let column = columnIndices[entry]
        guard column > previous, Int(column) < columnCount else {
          throw .columnOutOfOrder(row: row, column: Int(column))
        }
        previous = column
      }
    }
  }
}

/// Why arrays do not describe a sparse matrix.
public enum MatrixError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The arrays' lengths do not fit each other or the shape.
  case inconsistentCounts
  /// The offsets of a row end before they begin, or beyond the entries.
  case offsetsDescend(row: Int)
  /// A column is outside the matrix, repeated, or below the one before it.
  case columnOutOfOrder(row: Int, column: Int)

  /// One sentence with the row and column at fault.
  public var description: String {
    switch self {
    case .inconsistentCounts: "the sparse matrix's arrays have lengths that do not fit its shape"
    case .offsetsDescend(let row): "row \(row) of the sparse matrix has an invalid range of entries"
    case .columnOutOfOrder(let row, let column):
      "row \(row) of the sparse matrix has column \(column) out of order or out of range"
    }
  }
}
