internal import BlockScheduling
internal import LinearAlgebra

extension LloydProblem {
  /// Which points go to the empty clusters: those farthest from their centroids.
  ///
  /// Each empty cluster, in the order of ids, takes the farthest point that is left, ties to the
  /// smaller id. The points taken differ from each other, and none is the last of its cluster. A
  /// point that lies on its centroid but for rounding is not taken: with fewer distinct points
  /// than clusters some clusters stay empty.
  func relocations(
    of sums: CentroidSums, labels: [Int32], centroids: DenseMatrix
  ) -> [LabelChange] {
    let empty = sums.counts.indices.filter { sums.counts[$0] == 0 }
    guard !empty.isEmpty else { return [] }
    let distances = scheduler.map(points.rowCount, blockSize: 2_048) { range in
      range.map { point in
        points.withRow(point) { row in
          centroids.withRow(Int(labels[point])) { DistanceKernels.squaredDistance(row, $0) }
        }
      }
    }.flatMap { $0 }
    let rounding = 0x1p-40 * (squaredNorms.max() ?? 0)
    let farthest = distances.indices.filter { distances[$0] > rounding }
      .sorted { (distances[$1], $0) < (distances[$0], $1) }
    var counts = sums.counts
    var changes: [LabelChange] = []
    for point in farthest {
      guard changes.count < empty.count else { break }
      let from = Int(labels[point])
      guard counts[from] > 1, !changes.contains(where: { isCopy(point, Int($0.point)) }) else {
        continue
      }
      counts[from] -= 1
      changes.append(
        LabelChange(
          point: Int32(point), from: labels[point], to: Int32(empty[changes.count])))
    }
    return changes
  }

  private func isCopy(_ point: Int, _ other: Int) -> Bool {
    points.withRow(point) { row in
      points.withRow(other) { DistanceKernels.squaredDistance(row, $0) == 0 }
    }
  }
}
