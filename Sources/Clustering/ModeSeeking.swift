public import BlockScheduling
public import LinearAlgebra

/// Points grouped by the mode of the density that each climbs to: clusters without a random start.
///
/// The density of a point is the weight of the edges between it and its neighbours, in both
/// directions. A point's parent is the nearest of its neighbours that is denser; one without such a
/// neighbour is a mode, and all points whose parents lead to a mode are its group (Koontz, Narendra
/// and Fukunaga 1976, "A graph-theoretic approach to nonparametric cluster analysis", IEEE
/// Transactions on Computers C-25(9)). Groups need not be round, their number follows from the
/// data, and a point that is added or left out moves only the groups about it.
///
/// The more neighbours a point looks at, the fewer modes there are. Here a point looks at its
/// ``nearestCount`` nearest, and at half as many as long as there are fewer modes than wanted.
public struct ModeSeeking: Sendable, Hashable {
  /// The neighbours that a point looks at, unless more modes are wanted.
  public static let nearestCount = 20
  /// The most groups, so that merging them stays cheap: beyond, points of the smallest groups go to
  /// the nearest of the others.
  static let groupLimit = 4_096

  /// The group of each point, numbered by the rows of the modes.
  public private(set) var labels: [Int32]
  /// The mean of each group.
  public private(set) var centroids: DenseMatrix
  /// The number of points of each group.
  public private(set) var sizes: [Int]

  /// Groups points.
  ///
  /// - Parameters:
  ///   - points: n rows, for the means of the groups.
  ///   - indices: n lists of neighbours of equal length, list after list, the nearest first; -1 for
  ///     none.
  ///   - weights: The weight of each entry, none below 0.
  ///   - listLength: The length of a list.
  ///   - wanted: The groups wanted at least. Without enough neighbours each point is a group.
  ///   - scheduler: The threads; they change no bit of the result.
  /// - Complexity: O(n (neighbours + columns)); beyond the limit of groups O(n groups columns).
  public init(
    _ points: DenseMatrix, indices: [Int32], weights: [Float], listLength: Int, wanted: Int,
    scheduler: BlockScheduler
  ) {
    precondition(
      indices.count == weights.count && indices.count == points.rowCount * listLength,
      "\(points.rowCount) points need as many lists of \(listLength) neighbours")
    labels = []
    var groupCount = 0
    var length = min(Self.nearestCount, listLength)
    while true {
      (labels, groupCount) = Self.climb(
        ModeKernels.parents(
          indices: indices.span, weights: weights.span, listLength: listLength, nearest: length))
      if groupCount >= wanted || length == 0 { break }
      length /= 2
    }
    let means = GroupMeans(of: points, groups: labels, count: groupCount)
    (centroids, sizes) = (means.means, means.weights.map { Int($0) })
    if groupCount > max(Self.groupLimit, wanted) {
      dissolve(points, keeping: max(Self.groupLimit, wanted), scheduler)
    }
  }

  /// The sum of squared distances of unit points to the means of their groups.
  public var inertia: Double {
    sizes.indices.reduce(0) { sum, group in
      let length = centroids.withRow(group) { DenseKernels.squaredNorm($0) }
      return sum + Double(sizes[group]) * (1 - length)
    }
  }

  /// The mode that each point's parents lead to, numbered from 0 by row.
  private static func climb(_ parents: [Int32]) -> (labels: [Int32], count: Int) {
    var roots = parents
    for point in roots.indices {
      // A parent is denser, so there are no circles; each path is walked once and cut short.
      var root = Int32(point)
      while roots[Int(root)] != root { root = roots[Int(root)] }
      var step = Int32(point)
      while step != root { (roots[Int(step)], step) = (root, roots[Int(step)]) }
    }
    var groupOfMode = [Int32](repeating: -1, count: roots.count)
    var count: Int32 = 0
    for point in roots.indices where roots[point] == point {
      groupOfMode[point] = count
      count += 1
    }
    return (roots.map { groupOfMode[Int($0)] }, Int(count))
  }

  /// Keeps the `count` largest groups, ties to the smaller, and gives the points of the others to
  /// the nearest centroid.
  private mutating func dissolve(
    _ points: DenseMatrix, keeping count: Int, _ scheduler: BlockScheduler
  ) {
    let kept = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(count).sorted()
    var places = [Int32](repeating: -1, count: sizes.count)
    for (place, group) in kept.enumerated() { places[group] = Int32(place) }
    labels = labels.map { places[Int($0)] }
    let homeless = labels.indices.filter { labels[$0] < 0 }
    let nearest = CentroidAssignment(
      points.selectingRows(homeless), to: centroids.selectingRows(kept), scheduler: scheduler)
    for (place, point) in homeless.enumerated() { labels[point] = nearest.labels[place] }
    let means = GroupMeans(of: points, groups: labels, count: kept.count)
    (centroids, sizes) = (means.means, means.weights.map { Int($0) })
  }
}
