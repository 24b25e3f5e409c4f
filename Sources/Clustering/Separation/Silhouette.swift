public import BlockScheduling
public import LinearAlgebra

/// The silhouette of a labelling, on all points or on a sample of stated size and seed.
///
/// s = (b - a) / max(a, b), a the mean distance to the other points of the own cluster, b the
/// smallest mean distance to the points of another; 0 for the only point of a cluster. Rousseeuw
/// (1987). With a sample, distances are those among the sample alone.
public struct Silhouette: Sendable, Hashable {
  /// The points measured, in ascending order.
  public let sample: [Int]
  /// s of each point of the sample.
  public let values: [Double]
  /// The mean of the values; 0 if there are none.
  public let mean: Double

  private static let blockSize = 64

  /// Measures the points, or `sampleSize` of them if there are more.
  ///
  /// - Parameters:
  ///   - points: n rows.
  ///   - labels: The cluster of each point, from 0.
  ///   - sampleSize: How many points are drawn, without replacement; nil for all.
  ///   - seed: What the draw depends on.
  ///   - scheduler: The threads; they change no bit of the result.
  /// - Complexity: O(m^2 d) for m points measured.
  public init(
    _ points: DenseMatrix, labels: [Int32], sampleSize: Int? = nil, seed: UInt64,
    scheduler: BlockScheduler
  ) {
    precondition(labels.count == points.rowCount, "each point needs one label")
    let sample = seededSample(
      of: points.rowCount, size: sampleSize ?? points.rowCount, seed: seed,
      purpose: "silhouette sample")
    let rows = points.selectingRows(sample)
    let clusters = sample.map { labels[$0] }
    let clusterCount = Int(clusters.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: clusterCount)
    for cluster in clusters { sizes[Int(cluster)] += 1 }
    values = scheduler.map(rows.rowCount, blockSize: Self.blockSize) { [sizes] range in
      range.map { ClusterKernels.silhouette(of: $0, rows, labels: clusters, sizes: sizes) }
    }.flatMap { $0 }
    self.sample = sample
    mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
