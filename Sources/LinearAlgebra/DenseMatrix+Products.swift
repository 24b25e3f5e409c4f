public import BlockScheduling

extension DenseMatrix {
  /// The matrix with rows and columns exchanged.
  public func transposed() -> DenseMatrix {
    var exchanged = [Float](repeating: 0, count: elements.count)
    var target = exchanged.mutableSpan
    let source = elements.span
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        target[column * rowCount + row] = source[row * columnCount + column]
      }
    }
    return DenseMatrix(rowCount: columnCount, columnCount: rowCount, elements: exchanged)
  }

  /// The same matrix with each row scaled to unit length; rows of zeros stay as they are.
  public func withUnitRows(scheduler: BlockScheduler) -> DenseMatrix {
    var scaled = self
    scaled.normalizeRows(scheduler: scheduler)
    return scaled
  }

  /// Scales each row to unit length in place; rows of zeros stay.
  public mutating func normalizeRows(scheduler: BlockScheduler) {
    guard columnCount > 0 else { return }
    let columnCount = columnCount
    _ = scheduler.updateRows(&elements, width: columnCount, blockSize: 1_024) { rows, span in
      for row in 0..<rows.count {
        DenseKernels.normalize(&span, in: row * columnCount..<(row + 1) * columnCount)
      }
    }
  }

  /// A^T A in Double, row-major, with only the upper triangle filled.
  ///
  /// Products of Floats are exact in Double, so singular values down to about 1e-8 of the largest
  /// can be read from it.
  ///
  /// - Complexity: O(rows · columns²).
  public func gram(scheduler: BlockScheduler) -> [Double] {
    ColumnKernels.gram(elements, width: columnCount, scheduler: scheduler)
  }

  /// The sum and the sum of squares of each column, in Double.
  public func columnSums(scheduler: BlockScheduler) -> (sums: [Double], squares: [Double]) {
    var sums = [Double](repeating: 0, count: columnCount)
    var squares = sums
    let partials = scheduler.map(rowCount, blockSize: 4_096) { rows in
      var sums = [Double](repeating: 0, count: columnCount)
      var squares = sums
      let elements = elements.span
      for row in rows {
        let values = elements.extracting(row * columnCount..<(row + 1) * columnCount)
        for column in values.indices {
          let value = Double(values[column])
          sums[column] += value
          squares[column] += value * value
        }
      }
      return (sums, squares)
    }
    for (partialSums, partialSquares) in partials {
      for column in 0..<columnCount {
        sums[column] += partialSums[column]
        squares[column] += partialSquares[column]
      }
    }
    return (sums, squares)
  }
}
