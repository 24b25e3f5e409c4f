internal import BlockScheduling

/// The exact decomposition of a matrix with few rows or few columns.
enum SmallSideSVD {
  /// The first `count` right singular vectors of `matrix`, as orthonormal columns in order; fewer
  /// where the rank is lower.
  ///
  /// Few columns: the eigenvectors of A^T A. Few rows: U from A A^T, then A^T U / s. Both Gram
  /// matrices are in Double.
  ///
  /// - Complexity: O(entries · smaller side + smaller side³).
  static func rightSingularVectors(
    of matrix: CSRMatrix, count: Int, scheduler: BlockScheduler
  ) throws(LAPACKError) -> DenseMatrix {
    let fewColumns = matrix.columnCount <= matrix.rowCount
    // Rows of `tall` are many and short; the Gram matrix is that of its columns.
    let tall = fewColumns ? matrix : matrix.transposed()
    let order = tall.columnCount
    let eigen = try SymmetricEigen(
      ofUpperTriangle: columnGram(of: tall, scheduler: scheduler), order: order)
    let largest = max(eigen.values.first ?? 0, 0)
    let kept = min(count, eigen.values.prefix { $0 > 1e-13 * largest && $0 > 0 }.count)
    guard kept > 0 else { return DenseMatrix(rowCount: matrix.columnCount, columnCount: 0) }
    if fewColumns {
      var elements = [Float](repeating: 0, count: order * kept)
      for row in 0..<order {
        for column in 0..<kept {
          elements[row * kept + column] = Float(eigen.vectors[column * order + row])
        }
      }
      return DenseMatrix(rowCount: order, columnCount: kept, elements: elements)
    }
    return try leftSingularVectors(of: tall, eigen, count: kept, scheduler: scheduler)
  }

  /// The columns A U / s of a tall matrix A with A^T A = U s² U^T, made orthonormal again.
  private static func leftSingularVectors(
    of tall: CSRMatrix, _ eigen: SymmetricEigen, count: Int, scheduler: BlockScheduler
  ) throws(LAPACKError) -> DenseMatrix {
    let order = tall.columnCount
    var scaled = [Double](repeating: 0, count: order * count)
    for column in 0..<count {
      let scale = 1 / eigen.values[column].squareRoot()
      for row in 0..<order {
        scaled[row * count + column] = eigen.vectors[column * order + row] * scale
      }
    }
    let scaledVectors = scaled
    var elements = [Float](repeating: 0, count: tall.rowCount * count)
    _ = scheduler.updateRows(&elements, width: count, blockSize: 512) { rows, span in
      var sums = [Double](repeating: 0, count: count)
      for row in rows {
        for column in sums.indices { sums[column] = 0 }
        for entry in tall.entries(ofRow: row) {
          let value = Double(tall.values[entry])
          let start = Int(tall.columnIndices[entry]) * count
          for column in sums.indices { sums[column] += value * scaledVectors[start + column] }
        }
        let start = (row - rows.lowerBound) * count
        for column in sums.indices { span[start + column] = Float(sums[column]) }
      }
    }
    return try OrthonormalBasis.ofColumns(
      DenseMatrix(rowCount: tall.rowCount, columnCount: count, elements: elements))
  }

  /// A^T A of a matrix with few columns in Double, upper triangle.
  private static func columnGram(of tall: CSRMatrix, scheduler: BlockScheduler) -> [Double] {
    let order = tall.columnCount
    let blockSize = ColumnKernels.gramBlockSize(rowCount: tall.rowCount, order: max(order, 1))
    let partials = scheduler.map(tall.rowCount, blockSize: blockSize) { rows in
      var sum = [Double](repeating: 0, count: order * order)
      for row in rows {
        tall.withRow(row) { columns, values in
          for first in columns.indices {
            let start = Int(columns[first]) * order
            let value = Double(values[first])
            for second in first..<columns.count {
              sum[start + Int(columns[second])] += value * Double(values[second])
            }
          }
        }
      }
      return sum
    }
    var total = [Double](repeating: 0, count: order * order)
    for partial in partials {
      for index in total.indices { total[index] += partial[index] }
    }
    return total
  }
}
