extension ContingencyTable {
  /// The share of items that belong to their cluster's largest class; 1 at one item a cluster, so
  /// never a score on its own.
  public var purity: Double { share(ofLargestBy: \.clusterIndex, count: clusterSizes.count) }

  /// The share of items that lie in their class's largest cluster; 1 when there is one cluster.
  public var inversePurity: Double { share(ofLargestBy: \.classIndex, count: classSizes.count) }

  /// ACC: the share of items that agree under the best one-to-one map of clusters to classes.
  ///
  /// The map is found by ``MaximumMatching`` on the table padded with zeros to a square.
  ///
  /// - Complexity: O(max(R, C)^3).
  public var accuracy: Double {
    guard itemCount > 0 else { return 1 }
    let size = max(classSizes.count, clusterSizes.count)
    var weights = [Int](repeating: 0, count: size * size)
    for cell in cells { weights[cell.classIndex * size + cell.clusterIndex] = cell.count }
    let matching = MaximumMatching(weights: weights, size: size)
    return Double(matching.total) / Double(itemCount)
  }

  private func share(ofLargestBy part: KeyPath<Cell, Int>, count: Int) -> Double {
    guard itemCount > 0 else { return 1 }
    var largest = [Int](repeating: 0, count: count)
    for cell in cells {
      largest[cell[keyPath: part]] = max(largest[cell[keyPath: part]], cell.count)
    }
    return Double(largest.reduce(0, +)) / Double(itemCount)
  }
}
