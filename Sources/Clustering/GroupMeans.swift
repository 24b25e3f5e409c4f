package import LinearAlgebra

/// The weighted means of rows by group, summed in Double in the order of the rows.
package struct GroupMeans: Sendable {
  /// Groups x columns.
  package let means: DenseMatrix
  /// The summed weight of each group.
  package let weights: [Double]

  /// Takes the means of rows; each group needs a row of weight above 0.
  ///
  /// - Parameters:
  ///   - rows: n rows.
  ///   - weights: The weight of each row; nil for 1.
  ///   - groups: The group of each row, 0..<count.
  ///   - count: The number of groups.
  /// - Complexity: O(n columns).
  package init(of rows: DenseMatrix, weights: [Double]? = nil, groups: [Int32], count: Int) {
    let width = rows.columnCount
    var sums = [Double](repeating: 0, count: count * width)
    var totals = [Double](repeating: 0, count: count)
    var span = sums.mutableSpan
    for (index, group) in groups.enumerated() {
      let weight = weights?[index] ?? 1
      totals[Int(group)] += weight
      rows.withRow(index) { row in
        for column in row.indices {
          span[Int(group) * width + column] += weight * Double(row[column])
        }
      }
    }
    means = DenseMatrix(
      rowCount: count, columnCount: width,
      elements: sums.indices.map { Float(sums[$0] / totals[$0 / width]) })
    self.weights = totals
  }
}
