public import BlockScheduling

extension CSRMatrix {
  /// The sum of the squares of all entries, in Double.
  public func squaredFrobeniusNorm(scheduler: BlockScheduler) -> Double {
    scheduler.map(entryCount, blockSize: 1 << 17) { entries in
      DenseKernels.squaredNorm(values.span.extracting(entries))
    }.reduce(0, +)
  }

  /// The first row with an entry that is infinite or not a number.
  func firstRowNotFinite(scheduler: BlockScheduler) -> Int? {
    let rows = scheduler.map(rowCount, blockSize: 4_096) { rows -> Int? in
      let values = values.span
      return rows.first { row in
        // The sum of x - x is 0 where all are finite and not a number elsewhere.
        var sum: Float = 0
        for entry in entries(ofRow: row) { sum += values[entry] - values[entry] }
        return sum != 0
      }
    }
    return rows.lazy.compactMap(\.self).first
  }

  /// The sum of each column, in Double.
  public func columnSums() -> [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    var span = sums.mutableSpan
    let columns = columnIndices.span
    let entries = values.span
    for entry in columns.indices { span[Int(columns[entry])] += Double(entries[entry]) }
    return sums
  }

  /// The sum over columns of their variance, zeros included.
  public func totalVariance(scheduler: BlockScheduler) -> Double {
    guard rowCount > 0 else { return 0 }
    let rows = Double(rowCount)
    let squaredMeans = columnSums().reduce(0) { $0 + ($1 / rows) * ($1 / rows) }
    return max(0, squaredFrobeniusNorm(scheduler: scheduler) / rows - squaredMeans)
  }
}
