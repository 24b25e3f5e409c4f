internal import LinearAlgebra

/// The loops behind ``CentroidSums``.
enum CentroidSumKernels {
  /// The largest magnitude of each column over a range of rows.
  static func columnMaxima(_ points: DenseMatrix, _ range: Range<Int>) -> [Float] {
    let width = points.columnCount
    let elements = points.elements.span
    var maxima = [Float](repeating: 0, count: width)
    var span = maxima.mutableSpan
    for row in range {
      let values = elements.extracting(row * width..<(row + 1) * width)
      for column in values.indices {
        let magnitude = values[column].magnitude
        span[column] = magnitude > span[column] ? magnitude : span[column]
      }
    }
    return maxima
  }

  /// Adds the changes of `range` to `sums`: each point's row leaves one cluster and joins another.
  static func add(
    _ changes: [LabelChange], _ range: Range<Int>, points: DenseMatrix, scales: [Double],
    into sums: inout [Int64]
  ) {
    let width = points.columnCount
    let elements = points.elements.span
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      for change in changes[range] {
        let start = Int(change.point) * width
        let row = elements.extracting(start..<start + width)
        if change.from >= 0 {
          let from = Int(change.from) * width
          let sum = unsafe UnsafeMutableBufferPointer(rebasing: sums[from..<from + width])
          for column in row.indices {
            unsafe sum[column] &-= fixedPoint(row[column], scales[column])
          }
        }
        let to = Int(change.to) * width
        let sum = unsafe UnsafeMutableBufferPointer(rebasing: sums[to..<to + width])
        for column in row.indices {
          unsafe sum[column] &+= fixedPoint(row[column], scales[column])
        }
      }
    }
  }

  /// Adds one array of sums to another.
  static func add(_ partial: [Int64], into sums: inout [Int64]) {
    let partial = partial.span
    var sums = sums.mutableSpan
    for index in partial.indices { sums[index] &+= partial[index] }
  }

  /// The integer nearest `value * scale`, for magnitudes below 2^51.
  ///
  /// Adding 1.5 * 2^52 leaves the integer in the low bits of the sum: two vector instructions
  /// where a conversion would need one scalar instruction an element.
  @inline(__always)
  private static func fixedPoint(_ value: Float, _ scale: Double) -> Int64 {
    let shift = 0x1.8p52
    return Int64(bitPattern: (Double(value) * scale + shift).bitPattern)
      &- Int64(bitPattern: shift.bitPattern)
  }
}
