import LinearAlgebra
import TextFeatures

/// Loops that add up the terms of a topic's papers.
enum ClassCounts {
  /// 1 + ln(count) for counts of 0 (unused) to 255, so that the loops below take no logarithms.
  static let sublinear: [Double] = [0] + (1..<256).map { 1 + naturalLogarithm(Double($0)) }

  /// Adds 1 + ln(count) of every entry in `rows` to the entry's column of `sums`.
  static func accumulate(
    _ counts: CSRMatrix, rows: Span<Int32>, into sums: inout MutableSpan<Double>
  ) {
    for index in rows.indices {
      let range = counts.entries(ofRow: Int(rows[index]))
      let columns = counts.columnIndices.span.extracting(range)
      let values = counts.values.span.extracting(range)
      for entry in columns.indices {
        let count = Int(values[entry])
        sums[Int(columns[entry])] +=
          count < 256 ? sublinear[count] : 1 + naturalLogarithm(Double(count))
      }
    }
  }
}
