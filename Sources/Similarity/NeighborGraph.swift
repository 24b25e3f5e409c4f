public import BlockScheduling
public import LinearAlgebra

/// The nearest neighbours of papers by the cosine of their TF-IDF rows, as a value.
///
/// Row i holds up to k neighbours, by falling cosine, ties to the smaller row; a neighbour shares
/// at least one term. A row with fewer than k of them is filled up with row -1 and cosine 0.
public struct NeighborGraph: Sendable, Hashable {
  /// The number of papers that have a list.
  public let rowCount: Int
  /// The length k of each list.
  public let neighborCount: Int
  /// n x k rows of the fitted papers, row-major; -1 where a list has ended.
  public let indices: [Int32]
  /// n x k cosines, from 0 to 1, parallel to `indices`; 0 where a list has ended.
  public let cosines: [Float]

  /// Wraps lists that the caller has sorted and filled up.
  ///
  /// - Parameters:
  ///   - rowCount: The number n of papers that have a list.
  ///   - neighborCount: The length k of each list.
  ///   - indices: n x k rows, row-major.
  ///   - cosines: n x k cosines.
  public init(rowCount: Int, neighborCount: Int, indices: [Int32], cosines: [Float]) {
    precondition(
      indices.count == rowCount * neighborCount && cosines.count == indices.count,
      "\(indices.count) neighbours are not \(rowCount) lists of \(neighborCount)")
    self.rowCount = rowCount
    self.neighborCount = neighborCount
    self.indices = indices
    self.cosines = cosines
  }

  /// The neighbours of every row of `tfidf` among all its rows.
  ///
  /// This is ``NeighborIndex/neighbors(ofRows:scheduler:)`` of an index of these very rows, so a
  /// paper that is asked for again as a new one gets the list that it has here.
  ///
  /// - Parameters:
  ///   - tfidf: Papers x terms, no weight below 0, rows of length 1 or 0.
  ///   - options: The number of neighbours and the way to find them.
  ///   - scheduler: The workers.
  /// - Returns: The graph and how much was computed for it.
  public static func build(
    _ tfidf: CSRMatrix, options: NeighborGraphOptions = NeighborGraphOptions(),
    scheduler: BlockScheduler
  ) -> (graph: NeighborGraph, work: NeighborGraphWork) {
    NeighborIndex(tfidf, options: options, scheduler: scheduler)
      .neighbors(ofRows: tfidf, scheduler: scheduler)
  }

  /// Where the neighbours of `row` lie in `indices` and `cosines`, those that fill up left out.
  public func entries(ofRow row: Int) -> Range<Int> {
    let start = row * neighborCount
    let list = indices.span.extracting(start..<start + neighborCount)
    var count = neighborCount
    while count > 0, list[count - 1] < 0 { count -= 1 }
    return start..<start + count
  }

  /// The lists of the given rows, numbered anew in their order; neighbours that are not among them
  /// are left out.
  public func selectingRows(_ rows: [Int]) -> NeighborGraph {
    guard rows.count < rowCount else { return self }
    var places = [Int32](repeating: -1, count: rowCount)
    for (place, row) in rows.enumerated() { places[row] = Int32(place) }
    var indices = [Int32](repeating: -1, count: rows.count * neighborCount)
    var cosines = [Float](repeating: 0, count: indices.count)
    for (place, row) in rows.enumerated() {
      var next = place * neighborCount
      for entry in entries(ofRow: row) where places[Int(self.indices[entry])] >= 0 {
        indices[next] = places[Int(self.indices[entry])]
        cosines[next] = self.cosines[entry]
        next += 1
      }
    }
    return NeighborGraph(
      rowCount: rows.count, neighborCount: neighborCount, indices: indices, cosines: cosines)
  }
}
