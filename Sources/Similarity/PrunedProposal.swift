internal import BlockScheduling
internal import LinearAlgebra

/// Proposes the rows of the largest products of pruned rows, by posting lists of pruned rows.
///
/// Blocks of rows take turns, and on each of them the queries: a block's lists and the sums of one
/// query stay in the cache.
struct PrunedProposal: CandidateProposal {
  private let weightCount: Int
  private let candidateCount: Int
  private let blocks: [PostingBlock]
  let isCapped: Bool

  /// The most rows of a posting list, those of the largest weights.
  ///
  /// So the cost of a query stops growing with the papers. On abstracts the first list becomes as
  /// long at about 50,000 of them.
  static let postingLimit = 4_096

  /// Inverts the pruned rows of a matrix.
  init(_ tfidf: CSRMatrix, weights: Int, candidates: Int, scheduler: BlockScheduler) {
    precondition(weights > 0 && candidates > 0, "pruned rows and candidates need a number above 0")
    weightCount = weights
    candidateCount = max(1, min(candidates, tfidf.rowCount))
    let parts = scheduler.map(tfidf.rowCount, blockSize: 2_048) { rows in
      PrunedRows(rows, of: tfidf, keeping: weights)
    }
    let all = PrunedRows(joining: parts)
    let pruned = all.limitingColumns(to: Self.postingLimit, columnCount: tfidf.columnCount)
    isCapped = pruned.columns.count < all.columns.count
    blocks = scheduler.map(tfidf.rowCount, blockSize: PostingBlock.rowLimit) { rows in
      PostingBlock(of: rows, in: pruned, columnCount: tfidf.columnCount)
    }
  }

  func candidates(
    ofRows queries: Range<Int>, in rows: CSRMatrix, leavingOut equal: [[Int32]],
    work: inout NeighborGraphWork
  ) -> CandidateLists {
    let pruned = PrunedRows(queries, of: rows, keeping: weightCount)
    let columns = pruned.columns.span
    let weights = pruned.weights.span
    var largest = LargestSums(
      count: candidateCount, queries: queries.count, blockSize: PostingBlock.rowLimit)
    var sums = [UInt16](repeating: 0, count: PostingBlock.rowLimit)
    var sumSpan = sums.mutableSpan
    for block in blocks {
      for query in 0..<queries.count {
        let entries = pruned.entries(ofRow: query)
        NeighborKernels.addProducts(
          columns: columns.extracting(entries), weights: weights.extracting(entries),
          postings: block, to: &sumSpan)
        work.postingProducts += block.postingCount(ofColumns: columns.extracting(entries))
        for row in equal[query] where block.rows.contains(Int(row)) {
          sumSpan[Int(row) - block.rows.lowerBound] = 0
        }
        largest.take(&sumSpan, firstRow: block.rows.lowerBound, query: query)
      }
    }
    var lists = CandidateLists()
    for query in 0..<queries.count { lists.append(largest.rows(ofQuery: query)) }
    return lists
  }
}
