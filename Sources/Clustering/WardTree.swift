public import LinearAlgebra

/// Weighted centroids merged two by two, always those whose union adds least to the sum of squares.
///
/// Ward (1963), "Hierarchical grouping to optimize an objective function", Journal of the American
/// Statistical Association 58(301). The merges are found by chains of nearest neighbours (Murtagh
/// 1983, "A survey of recent advances in hierarchical clustering algorithms", The Computer Journal
/// 26(4)) with the update formula of Lance and Williams (1967), and are then put in ascending
/// order of height. Ties go to the smaller node.
public struct WardTree: Sendable, Hashable {
  /// Two nodes that become one.
  public struct Merge: Sendable, Hashable {
    /// The smaller of the two nodes: a leaf, or `leafCount` + the number of an earlier merge.
    public let left: Int
    /// The larger of the two nodes.
    public let right: Int
    /// What the merge adds to the sum of squared distances to the centroids.
    public let height: Double
  }

  /// The number of centroids, c.
  public let leafCount: Int
  /// The merges by ascending height, c - 1 of them, or fewer where leaves were to stay apart.
  public let merges: [Merge]

  /// Merges the rows of `centroids`.
  ///
  /// - Parameters:
  ///   - centroids: c rows.
  ///   - weights: The weight of each centroid, the number of points behind it; none below 0.
  ///   - apart: The first so many leaves are never merged with each other, directly or by others.
  /// - Complexity: O(c² (c's columns + 1)) time, O(c²) memory.
  public init(centroids: DenseMatrix, weights: [Double], apart: Int = 0) {
    precondition(
      centroids.rowCount == weights.count && apart <= weights.count,
      "\(centroids.rowCount) centroids need as many weights, not \(weights.count)")
    leafCount = centroids.rowCount
    var chain = WardChain(
      costs: WardKernels.costs(centroids, weights: weights, apart: apart), weights: weights)
    merges = Self.ordered(chain.run(), leafCount: leafCount)
  }

  /// The group of each leaf when the tree is cut into `count` groups, numbered by smallest leaf.
  ///
  /// - Parameter count: From the number of separate trees to `leafCount`.
  /// - Returns: A group for each leaf, 0..<count.
  public func groups(count: Int) -> [Int32] {
    let kept = leafCount - count
    precondition(
      (0...merges.count).contains(kept), "a tree of \(leafCount) leaves has no \(count) groups")
    var parents = Array(0..<leafCount + kept)
    for (number, merge) in merges.prefix(kept).enumerated() {
      parents[merge.left] = leafCount + number
      parents[merge.right] = leafCount + number
    }
    for node in parents.indices.reversed() { parents[node] = parents[parents[node]] }
    var groupOfRoot: [Int: Int32] = [:]
    return (0..<leafCount).map { leaf in
      let group = groupOfRoot[parents[leaf]] ?? Int32(groupOfRoot.count)
      groupOfRoot[parents[leaf]] = group
      return group
    }
  }

  /// Merges named by their smallest leaves, put in order of height and named by nodes.
  private static func ordered(_ found: [WardChain.Merge], leafCount: Int) -> [Merge] {
    // A chain finds a merge after those below it, so the order of finding breaks ties.
    let order = found.indices.sorted {
      (found[$0].height, $0) < (found[$1].height, $1)
    }
    var nodeOfSlot = Array(0..<leafCount)
    return order.enumerated().map { number, index in
      let merge = found[index]
      let (left, right) = (nodeOfSlot[merge.kept], nodeOfSlot[merge.gone])
      nodeOfSlot[merge.kept] = leafCount + number
      return Merge(left: min(left, right), right: max(left, right), height: merge.height)
    }
  }
}

/// The chain of nearest neighbours that finds Ward's merges.
private struct WardChain {
  /// Two slots that become one; the smaller slot is kept.
  struct Merge {
    var kept: Int
    var gone: Int
    var height: Double
  }

  private var costs: [Double]
  private var weights: [Double]
  private var isAlive: [Bool]

  init(costs: [Double], weights: [Double]) {
    self.costs = costs
    self.weights = weights
    isAlive = [Bool](repeating: true, count: weights.count)
  }

  mutating func run() -> [Merge] {
    var merges: [Merge] = []
    var chain: [Int] = []
    var start = 0
    while true {
      if chain.isEmpty {
        while start < isAlive.count, !isAlive[start] { start += 1 }
        guard start < isAlive.count else { return merges }
        chain = [start]
      }
      let tip = chain[chain.count - 1]
      let previous = chain.count > 1 ? chain[chain.count - 2] : nil
      let nearest = WardKernels.nearest(
        to: tip, preferring: previous, costs: costs.span, isAlive: isAlive.span)
      guard nearest.cost < .infinity else {
        // All that is left stays apart from the tip, so no merge can reach it.
        isAlive[tip] = false
        chain.removeLast()
        continue
      }
      guard nearest.slot == previous else {
        chain.append(nearest.slot)
        continue
      }
      chain.removeLast(2)
      let merge = Merge(
        kept: min(tip, nearest.slot), gone: max(tip, nearest.slot), height: nearest.cost)
      merges.append(merge)
      WardKernels.merge(merge.kept, merge.gone, costs: &costs, weights: weights, isAlive: isAlive)
      weights[merge.kept] += weights[merge.gone]
      isAlive[merge.gone] = false
    }
  }
}
