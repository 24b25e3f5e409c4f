public import BlockScheduling
internal import LinearAlgebra

/// How many of the exact nearest neighbours an index finds, on a sample of its rows.
public struct NeighborRecall: Sendable, Hashable {
  /// The rows of the sample.
  public var sampleSize: Int
  /// Neighbours in the exact lists of the sample.
  public var exact: Int
  /// How many of them the index found.
  public var found: Int

  /// The share that was found; 1 where there was nothing to find.
  public var share: Double { exact > 0 ? Double(found) / Double(exact) : 1 }
}

extension NeighborIndex {
  /// Compares the lists of a sample of the fitted rows with the exact ones.
  ///
  /// - Parameters:
  ///   - sampleSize: How many rows are asked for, or all if they are fewer.
  ///   - seed: What chooses them.
  ///   - scheduler: The workers.
  /// - Returns: The counts, the same for any number of threads.
  /// - Complexity: O(sample x entries) at most.
  public func recall(sampleSize: Int, seed: UInt64, scheduler: BlockScheduler) -> NeighborRecall {
    let rows = seededSample(
      of: tfidf.rowCount, size: sampleSize, seed: seed, purpose: "neighbor recall")
    let sample = tfidf.selectingRows(rows)
    let exactIndex = NeighborIndex(
      tfidf, options: NeighborGraphOptions(neighbors: options.neighbors, method: .exact),
      scheduler: scheduler)
    let exact = exactIndex.neighbors(ofRows: sample, scheduler: scheduler).graph
    let found = neighbors(ofRows: sample, scheduler: scheduler).graph
    var recall = NeighborRecall(sampleSize: rows.count, exact: 0, found: 0)
    for row in 0..<rows.count {
      let list = exact.indices[exact.entries(ofRow: row)].sorted()
      let others = found.indices[found.entries(ofRow: row)].sorted()
      recall.exact += list.count
      var place = 0
      for neighbor in others {
        while place < list.count, list[place] < neighbor { place += 1 }
        if place < list.count, list[place] == neighbor { recall.found += 1 }
      }
    }
    return recall
  }
}
