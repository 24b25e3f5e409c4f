internal import LinearAlgebra

/// Proposes every row that may be among the k nearest: all whose product in Float lies within the
/// rounding of that of the k-th.
struct ExactProposal: CandidateProposal {
  private let neighbors: Int
  private let rowCount: Int
  /// Terms x papers.
  private let postings: CSRMatrix

  let isCapped = false

  /// More than the rounding of a sum in Float of products of two unit rows, for rows of fewer than
  /// 10,000 entries: 10,000 x 2^-24 x 1.
  private static let rounding: Float = 6e-4

  init(_ tfidf: CSRMatrix, neighbors: Int) {
    self.neighbors = neighbors
    rowCount = tfidf.rowCount
    postings = tfidf.transposed()
  }

  func candidates(
    ofRows queries: Range<Int>, in rows: CSRMatrix, leavingOut equal: [[Int32]],
    work: inout NeighborGraphWork
  ) -> CandidateLists {
    var products = [Float](repeating: 0, count: rowCount)
    var span = products.mutableSpan
    var candidates = CandidateLists()
    for (query, equal) in zip(queries, equal) {
      rows.withRow(query) { columns, weights in
        for entry in columns.indices {
          let weight = weights[entry]
          postings.withRow(Int(columns[entry])) { targets, values in
            for position in targets.indices {
              span[Int(targets[position])] += weight * values[position]
            }
            work.postingProducts += targets.count
          }
        }
      }
      for row in equal { span[Int(row)] = 0 }
      var best = BestScores(count: neighbors)
      for row in span.indices { best.offer(span[row]) }
      let threshold = max(0, best.least - Self.rounding)
      var proposed: [Int32] = []
      for row in span.indices {
        if span[row] > threshold { proposed.append(Int32(row)) }
        span[row] = 0
      }
      candidates.append(proposed)
    }
    return candidates
  }
}

/// The largest of many numbers above 0.
private struct BestScores {
  /// Ascending; zeros until enough were offered.
  private var scores: [Float]

  init(count: Int) { scores = [Float](repeating: 0, count: count) }

  /// The last of the largest numbers, or 0 where there were fewer.
  var least: Float { scores[0] }

  mutating func offer(_ score: Float) {
    guard score > scores[0] else { return }
    var place = 1
    while place < scores.count, scores[place] < score {
      scores[place - 1] = scores[place]
      place += 1
    }
    scores[place - 1] = score
  }
}
