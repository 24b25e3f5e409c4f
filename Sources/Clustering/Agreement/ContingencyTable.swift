/// How often each class meets each cluster: what every score against labels is made from.
///
/// Classes U are the truth, clusters V the labelling that is judged; n_ij counts the items of
/// class i in cluster j, a_i are the sums of rows, b_j of columns, n of all. Only cells that are
/// not empty are stored, ordered by class, then by cluster, so that sums over them have one order
/// and two labellings of millions of classes still fit. Logarithms are natural, 0 log 0 = 0.
///
/// Labels may be any integers; only which items share one matters. A labelling of nothing agrees
/// with itself: scores of an empty table are 1, sums 0.
public struct ContingencyTable: Sendable, Hashable {
  /// A cell that is not empty.
  public struct Cell: Sendable, Hashable {
    /// The row, an index into ``ContingencyTable/classSizes``.
    public let classIndex: Int
    /// The column, an index into ``ContingencyTable/clusterSizes``.
    public let clusterIndex: Int
    /// n_ij, at least 1.
    public let count: Int
  }

  /// The cells that are not empty, by class, then by cluster.
  public let cells: [Cell]
  /// a_i, by ascending label of the class.
  public let classSizes: [Int]
  /// b_j, by ascending label of the cluster.
  public let clusterSizes: [Int]
  /// n, the number of items.
  public let itemCount: Int

  /// Counts two labellings of the same items.
  ///
  /// - Complexity: O(n log n).
  public init(classes: [Int32], clusters: [Int32]) {
    precondition(
      classes.count == clusters.count,
      "\(classes.count) and \(clusters.count) labels are not of the same items")
    let rows = Self.indices(of: classes)
    let columns = Self.indices(of: clusters)
    var classSizes = [Int](repeating: 0, count: rows.count)
    var clusterSizes = [Int](repeating: 0, count: columns.count)
    var pairs: [UInt64] = []
    pairs.reserveCapacity(classes.count)
    for (row, column) in zip(rows.indices, columns.indices) {
      classSizes[row] += 1
      clusterSizes[column] += 1
      pairs.append(UInt64(row) << 32 | UInt64(column))
    }
    pairs.sort()
    var cells: [Cell] = []
    var start = 0
    while start < pairs.count {
      let pair = pairs[start]
      let end = pairs[start...].firstIndex { $0 != pair } ?? pairs.count
      cells.append(
        Cell(
          classIndex: Int(pair >> 32), clusterIndex: Int(pair & 0xFFFF_FFFF),
          count: end - start))
      start = end
    }
    self.cells = cells
    self.classSizes = classSizes
    self.clusterSizes = clusterSizes
    itemCount = classes.count
  }

  /// Each label's place among the distinct labels in ascending order.
  private static func indices(of labels: [Int32]) -> (count: Int, indices: [Int]) {
    var distinct: [Int32] = []
    for label in labels.sorted() where distinct.last != label { distinct.append(label) }
    let indices = labels.map { label in
      var range = 0..<distinct.count
      while range.count > 1 {
        let middle = range.lowerBound + range.count / 2
        range =
          distinct[middle] <= label
          ? middle..<range.upperBound : range.lowerBound..<middle
      }
      return range.lowerBound
    }
    return (distinct.count, indices)
  }
}
