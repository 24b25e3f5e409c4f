/// The loop of k-means++ that is ours beside the distances.
enum SeedingKernels {
  /// Lowers `closest` to `squared` where that is smaller.
  static func lower(_ closest: inout MutableSpan<Float>, to squared: Span<Float>) {
    precondition(closest.count == squared.count, "each point has one distance")
    for point in squared.indices {
      let distance = squared[point]
      closest[point] = distance < closest[point] ? distance : closest[point]
    }
  }
}
