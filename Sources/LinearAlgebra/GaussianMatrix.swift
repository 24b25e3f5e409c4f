public import BlockScheduling

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension SplitMix64 {
  /// Two independent standard normal values, by Marsaglia's polar method (1964).
  public mutating func nextGaussianPair() -> (Double, Double) {
    while true {
      let x = 2 * nextUnit() - 1
      let y = 2 * nextUnit() - 1
      let squaredRadius = x * x + y * y
      if squaredRadius < 1, squaredRadius > 0 {
        let scale = (-2 * log(squaredRadius) / squaredRadius).squareRoot()
        return (x * scale, y * scale)
      }
    }
  }
}

extension DenseMatrix {
  /// A matrix of independent standard normal entries.
  ///
  /// Each row has its own stream, keyed by seed, purpose and row, so any block of rows can be made
  /// alone and no thread count shows.
  public static func gaussian(
    rowCount: Int, columnCount: Int, seed: UInt64, purpose: String, scheduler: BlockScheduler
  ) -> DenseMatrix {
    guard rowCount > 0, columnCount > 0 else {
      return DenseMatrix(rowCount: rowCount, columnCount: columnCount)
    }
    var elements = [Float](repeating: 0, count: rowCount * columnCount)
    _ = scheduler.updateRows(&elements, width: columnCount, blockSize: 256) { rows, span in
      for row in rows {
        var generator = SplitMix64(seed: seed, purpose: purpose, index: row)
        let start = (row - rows.lowerBound) * columnCount
        for column in stride(from: 0, to: columnCount, by: 2) {
          let (first, second) = generator.nextGaussianPair()
          span[start + column] = Float(first)
          if column + 1 < columnCount { span[start + column + 1] = Float(second) }
        }
      }
    }
    return DenseMatrix(rowCount: rowCount, columnCount: columnCount, elements: elements)
  }
}
