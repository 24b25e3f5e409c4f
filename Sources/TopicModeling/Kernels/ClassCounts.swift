import BlockScheduling
import LinearAlgebra
import TextFeatures

/// Loops that add up the terms of a topic's papers.
enum ClassCounts {
  /// 1 + ln(count) for counts of 0 (unused) to 255, so that the loops below take no logarithms.
  static let sublinear: [Double] = [0] + (1..<256).map { 1 + naturalLogarithm(Double($0)) }

  /// Adds for every entry in `rows` 1 + ln(count) to its column of `sums`, and 1 to its column of
  /// `papers`.
  static func accumulate(
    _ counts: CSRMatrix, rows: Span<Int32>, into sums: inout MutableSpan<Double>,
    papers: inout MutableSpan<Int32>
  ) {
    let logarithms = sublinear.span
    let allColumns = counts.columnIndices.span
    let allValues = counts.values.span
    for index in rows.indices {
      let range = counts.entries(ofRow: Int(rows[index]))
      let columns = allColumns.extracting(range)
      let values = allValues.extracting(range)
      for entry in columns.indices {
        let column = Int(columns[entry])
        let count = Int(values[entry])
        papers[column] &+= 1
        sums[column] += count < 256 ? logarithms[count] : 1 + naturalLogarithm(Double(count))
      }
    }
  }

  /// Adds the value of every entry in `rows` to the entry's column of `sums`.
  static func accumulateValues(
    _ matrix: CSRMatrix, rows: Span<Int32>, into sums: inout MutableSpan<Float>
  ) {
    let allColumns = matrix.columnIndices.span
    let allValues = matrix.values.span
    for index in rows.indices {
      let range = matrix.entries(ofRow: Int(rows[index]))
      let columns = allColumns.extracting(range)
      let values = allValues.extracting(range)
      for entry in columns.indices { sums[Int(columns[entry])] += values[entry] }
    }
  }

  /// How many of the given rows have both terms of each pair: terms x terms.
  static func countTogether(_ matrix: CSRMatrix, rows: Span<Int32>, terms: [Int]) -> [Int32] {
    var places = [Int32](repeating: -1, count: matrix.columnCount)
    for (place, term) in terms.enumerated() { places[term] = Int32(place) }
    var counts = [Int32](repeating: 0, count: terms.count * terms.count)
    var found = [Int](repeating: 0, count: terms.count)
    let width = terms.count
    let place = places.span
    var together = counts.mutableSpan
    var present = found.mutableSpan
    let allColumns = matrix.columnIndices.span
    for index in rows.indices {
      let columns = allColumns.extracting(matrix.entries(ofRow: Int(rows[index])))
      var count = 0
      for entry in columns.indices where place[Int(columns[entry])] >= 0 {
        present[count] = Int(place[Int(columns[entry])])
        count += 1
      }
      for one in 0..<count {
        for other in 0..<count { together[present[one] * width + present[other]] &+= 1 }
      }
    }
    return counts
  }

  /// The sums of equally long rows by column, rows in order.
  static func totals<Number: AdditiveArithmetic & Sendable>(
    _ rows: [[Number]], columnCount: Int, scheduler: BlockScheduler
  ) -> [Number] {
    var totals = [Number](repeating: .zero, count: columnCount)
    _ = scheduler.updateRows(&totals, width: 1, blockSize: 2_048) { range, totals in
      for row in rows {
        let numbers = row.span.extracting(range)
        for column in numbers.indices { totals[column] += numbers[column] }
      }
    }
    return totals
  }
}
