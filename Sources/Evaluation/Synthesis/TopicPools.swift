import PaperTrends

/// What the papers of each topic are made of.
///
/// A pool lists the content words of a topic's papers, once for each paper that has them, so that
/// one draw from it finds a word with its probability in the topic. Papers without a topic have
/// the last pool.
struct TopicPools: Sendable {
  /// By topic: the words of its papers.
  private(set) var words: [[Int32]]
  /// By topic: its papers.
  private(set) var papers: [[Int32]]
  /// By paper: its topic.
  let topics: [Int32]
  /// By paper: the share of its words that comes from a neighbouring topic.
  let neighbourShares: [Float]
  /// By topic: the topics with the nearest centroids, nearest first.
  private let neighbours: [[Int32]]

  private static let neighbourLimit = 6

  init(_ found: SourceTopics, _ surface: SurfaceWords, scheduler: BlockScheduler) {
    topics = found.labels
    neighbourShares = found.neighbourShares
    words = [[Int32]](repeating: [], count: found.count)
    papers = words
    for (paper, topic) in topics.enumerated() {
      papers[Int(topic)].append(Int32(paper))
      words[Int(topic)] += surface.distinctContent[paper]
    }
    neighbours = Self.neighbours(of: found.centroids, scheduler: scheduler)
  }

  /// Draws the topic that lends a paper of `topic` some of its words; the nearest ones most often.
  func neighbour(of topic: Int, _ generator: inout SplitMix64) -> Int {
    guard topic < neighbours.count, !neighbours[topic].isEmpty else { return topic }
    let nearest = neighbours[topic]
    let first = generator.nextIndex(below: nearest.count)
    let second = generator.nextIndex(below: nearest.count)
    return Int(nearest[min(first, second)])
  }

  private static func neighbours(
    of centroids: DenseMatrix, scheduler: BlockScheduler
  ) -> [[Int32]] {
    scheduler.map(centroids.rowCount, blockSize: 16) { topics in
      topics.map { topic in
        centroids.withRow(topic) { own in
          nearest(neighbourLimit, to: own, among: centroids, leavingOut: topic)
        }
      }
    }
    .flatMap { $0 }
  }

  /// The rows that lie nearest a point, by Euclidean distance in Double, ties to the smaller row.
  private static func nearest(
    _ limit: Int, to point: Span<Float>, among rows: DenseMatrix, leavingOut excluded: Int
  ) -> [Int32] {
    var best: [(distance: Double, row: Int32)] = []
    for row in 0..<rows.rowCount where row != excluded {
      let distance = rows.withRow(row) {
        DenseKernels.squaredNorm($0) - 2 * DenseKernels.dot($0, point)
      }
      guard best.count < limit || distance < best[best.count - 1].distance else { continue }
      let place = best.firstIndex { distance < $0.distance } ?? best.count
      best.insert((distance, Int32(row)), at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.row)
  }
}
