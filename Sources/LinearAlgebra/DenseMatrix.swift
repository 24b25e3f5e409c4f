/// A dense matrix of Float, row-major and contiguous, as a value.
public struct DenseMatrix: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// All entries, row after row: entry (i, j) is at `i * columnCount + j`.
  public var elements: [Float] {
    didSet { precondition(elements.count == rowCount * columnCount, "a matrix keeps its shape") }
  }

  /// Wraps `elements`, which must hold `rowCount * columnCount` values in row-major order.
  public init(rowCount: Int, columnCount: Int, elements: [Float]) {
    precondition(
      rowCount >= 0 && columnCount >= 0 && elements.count == rowCount * columnCount,
      "\(elements.count) elements do not make a \(rowCount) x \(columnCount) matrix")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.elements = elements
  }

  /// A matrix of zeros.
  public init(rowCount: Int, columnCount: Int) {
    self.init(
      rowCount: rowCount, columnCount: columnCount,
      elements: [Float](repeating: 0, count: rowCount * columnCount))
  }

  /// A matrix of equally long rows; no rows make a matrix of no columns.
  public init(rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "all rows must be equally long")
    self.init(rowCount: rows.count, columnCount: width, elements: Array(rows.joined()))
  }

  /// The entry in `row` and `column`; for whole rows use ``withRow(_:_:)``.
  public subscript(row: Int, column: Int) -> Float {
    get { elements[row * columnCount + column] }
    set { elements[row * columnCount + column] = newValue }
  }

  /// Lends one row to `body`.
  @inlinable
  public func withRow<Result, Failure: Error>(
    _ row: Int, _ body: (Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(elements.span.extracting(row * columnCount..<(row + 1) * columnCount))
  }

  /// A copy of one row.
  public func row(_ row: Int) -> [Float] {
    Array(elements[row * columnCount..<(row + 1) * columnCount])
  }

  /// The matrix of the given rows, in the given order.
  public func selectingRows(_ rows: [Int]) -> DenseMatrix {
    var selected: [Float] = []
    selected.reserveCapacity(rows.count * columnCount)
    for row in rows {
      selected.append(contentsOf: elements[row * columnCount..<(row + 1) * columnCount])
    }
    return DenseMatrix(rowCount: rows.count, columnCount: columnCount, elements: selected)
  }
}
