extension CSRMatrix {
  /// The sum of the squares of all entries, in Double.
  public func squaredFrobeniusNorm() -> Double { DenseKernels.squaredNorm(values.span) }

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
  public func totalVariance() -> Double {
    guard rowCount > 0 else { return 0 }
    let rows = Double(rowCount)
    let squaredMeans = columnSums().reduce(0) { $0 + ($1 / rows) * ($1 / rows) }
    return max(0, squaredFrobeniusNorm() / rows - squaredMeans)
  }
}
