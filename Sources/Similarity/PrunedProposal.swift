internal import BlockScheduling
internal import LinearAlgebra

/// Proposes the rows of the largest products of pruned rows, by posting lists of pruned rows.
struct PrunedProposal: CandidateProposal {
  private let weightCount: Int
  private let candidateCount: Int
  private let blocks: [PostingBlock]

  init(_ tfidf: CSRMatrix, weights: Int, candidates: Int, scheduler: BlockScheduler) {
    precondition(weights > 0 && candidates > 0, "pruned rows and candidates need a number above 0")
    weightCount = weights
    candidateCount = candidates
    blocks = scheduler.map(tfidf.rowCount, blockSize: PostingBlock.rowLimit) { rows in
      PostingBlock(of: rows, in: tfidf, keeping: weights)
    }
  }

  func candidates(
    ofRows queries: Range<Int>, in rows: CSRMatrix, leavingOut equal: [[Int32]],
    work: inout NeighborGraphWork
  ) -> [[Int32]] {
    let pruned = queries.map { query in
      rows.withRow(query) { PrunedRow($0, $1, keeping: weightCount) }
    }
    var proposed = [BestKeys](repeating: BestKeys(count: candidateCount), count: queries.count)
    var sums = [UInt16](repeating: 0, count: PostingBlock.rowLimit)
    for block in blocks {
      for query in pruned.indices {
        block.add(pruned[query], to: &sums, work: &work)
        for row in equal[query] where block.rows.contains(Int(row)) {
          sums[Int(row) - block.rows.lowerBound] = 0
        }
        proposed[query].offerAndClear(&sums, firstRow: block.rows.lowerBound)
      }
    }
    return proposed.map { best in
      best.keys().map { Int32(UInt32.max - UInt32(truncatingIfNeeded: $0)) }.sorted()
    }
  }
}

/// The largest of many scored rows, ties to the smaller row.
private struct BestKeys {
  private let count: Int
  private var kept: [UInt64] = []
  private var least: UInt16 = 1

  init(count: Int) { self.count = count }

  func keys() -> ArraySlice<UInt64> { kept.sorted(by: >).prefix(count) }

  mutating func offerAndClear(_ sums: inout [UInt16], firstRow: Int) {
    var sums = sums.mutableSpan
    for place in sums.indices {
      if sums[place] >= least {
        kept.append(UInt64(sums[place]) << 32 | UInt64(UInt32.max - UInt32(firstRow + place)))
        if kept.count >= 4 * count {
          kept.sort(by: >)
          kept.removeSubrange(count...)
          least = max(1, UInt16(kept[count - 1] >> 32))
        }
      }
      sums[place] = 0
    }
  }
}
