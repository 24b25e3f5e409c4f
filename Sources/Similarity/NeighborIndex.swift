public import BlockScheduling
public import LinearAlgebra

/// Fitted rows, frozen, that give new rows their nearest neighbours by one rule.
///
/// 1. *Propose*: posting lists (for each term the rows that have it) are walked for each term of
///    the query, and products are added up per fitted row.
/// 2. *Score*: the full rows of the best are multiplied in Double, in a fixed order.
/// 3. *Keep* the k best by that cosine, rounded to Float; ties to the smaller row.
///
/// Rows that equal the query's row entry for entry are left out before step 2: a fitted paper is
/// not its own neighbour, by its content and not by its number. So a fitted paper that comes again
/// as a new one gets the same list, one by one or in a batch.
public struct NeighborIndex: Sendable {
  /// The number of neighbours and the way to find them.
  public let options: NeighborGraphOptions
  /// The fitted rows: papers x terms.
  public let tfidf: CSRMatrix
  let equalRows: EqualRows
  let proposal: any CandidateProposal

  /// Whether posting lists were cut to the most rows that a term proposes.
  public var hasCappedLists: Bool { proposal.isCapped }

  /// Queries that one task takes.
  private static let queriesPerTask = 512

  /// Makes an index of rows.
  ///
  /// - Parameters:
  ///   - tfidf: Papers x terms, no weight below 0, rows of length 1 or 0.
  ///   - options: The number of neighbours and the way to find them.
  ///   - scheduler: The workers.
  /// - Complexity: O(entries + papers log papers).
  public init(
    _ tfidf: CSRMatrix, options: NeighborGraphOptions = NeighborGraphOptions(),
    scheduler: BlockScheduler
  ) {
    precondition(options.neighbors > 0, "a list holds at least one neighbour")
    self.options = options
    self.tfidf = tfidf
    equalRows = EqualRows(tfidf)
    proposal =
      switch options.method {
      case .exact: ExactProposal(tfidf, neighbors: options.neighbors)
      case .pruned(let weights, let candidates):
        PrunedProposal(
          tfidf, weights: weights, candidates: max(candidates, options.neighbors),
          scheduler: scheduler)
      }
  }

  /// The neighbours of each of `rows` among the fitted rows.
  ///
  /// - Parameters:
  ///   - rows: Any number of rows x the same terms, no weight below 0, rows of length 1 or 0.
  ///   - scheduler: The workers.
  /// - Returns: One list a row and how much was computed; a list depends on its row alone.
  public func neighbors(
    ofRows rows: CSRMatrix, scheduler: BlockScheduler
  ) -> (graph: NeighborGraph, work: NeighborGraphWork) {
    precondition(
      rows.columnCount == tfidf.columnCount,
      "rows of \(rows.columnCount) terms have no neighbours among rows of \(tfidf.columnCount)")
    let count = options.neighbors
    let blocks = scheduler.map(rows.rowCount, blockSize: Self.queriesPerTask) { queries in
      lists(of: queries, in: rows)
    }
    var indices: [Int32] = []
    var cosines: [Float] = []
    indices.reserveCapacity(rows.rowCount * count)
    cosines.reserveCapacity(rows.rowCount * count)
    var work = NeighborGraphWork()
    for block in blocks {
      indices += block.indices
      cosines += block.cosines
      work += block.work
    }
    let graph = NeighborGraph(
      rowCount: rows.rowCount, neighborCount: count, indices: indices, cosines: cosines)
    return (graph, work)
  }

  private func lists(
    of queries: Range<Int>, in rows: CSRMatrix
  ) -> (indices: [Int32], cosines: [Float], work: NeighborGraphWork) {
    let equal = queries.map { rows.withRow($0, equalRows.rows(equalTo:_:)) }
    var work = NeighborGraphWork()
    let width = options.neighbors
    let candidates = proposal.candidates(ofRows: queries, in: rows, leavingOut: equal, work: &work)
    work.scoredPairs = candidates.rows.count
    var scorer = CosineScorer(tfidf, keeping: width)
    var indices = [Int32](repeating: -1, count: queries.count * width)
    var cosines = [Float](repeating: 0, count: queries.count * width)
    var indexSpan = indices.mutableSpan
    var cosineSpan = cosines.mutableSpan
    for (list, query) in queries.enumerated() {
      let proposed = candidates.offsets[list]..<candidates.offsets[list + 1]
      rows.withRow(query) { columns, values in
        scorer.keepNearest(
          among: candidates.rows.span.extracting(proposed), columns: columns, values: values,
          from: list * width, indices: &indexSpan, cosines: &cosineSpan)
      }
    }
    return (indices, cosines, work)
  }
}
