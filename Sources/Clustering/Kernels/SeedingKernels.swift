/// The loops of k-means++ that are ours beside the distances.
enum SeedingKernels {
  /// Lowers the numbers of one of several rows to those of another one.
  static func lower(_ rows: inout MutableSpan<Float>, row: Int, to other: Int, width: Int) {
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      let lowered = unsafe UnsafeMutableBufferPointer(
        rebasing: rows[row * width..<(row + 1) * width])
      let others = unsafe UnsafeMutableBufferPointer(
        rebasing: rows[other * width..<(other + 1) * width])
      for index in 0..<width {
        let number = unsafe others[index]
        unsafe lowered[index] = number < lowered[index] ? number : lowered[index]
      }
    }
  }

  /// The smaller one of each two numbers.
  static func minima(_ left: Span<Float>, _ right: Span<Float>) -> [Float] {
    precondition(left.count == right.count, "each number has a partner")
    return left.indices.map { right[$0] < left[$0] ? right[$0] : left[$0] }
  }
}
