internal import LinearAlgebra

/// A way to find the rows that may be among the nearest.
protocol CandidateProposal: Sendable {
  /// Whether rows are left out that share a query's terms, so that its cost stays bounded.
  var isCapped: Bool { get }

  /// The fitted rows that are worth a full product with each query.
  ///
  /// A query's candidates depend on its row and on the fitted rows alone.
  ///
  /// - Parameters:
  ///   - queries: Rows of `rows`.
  ///   - rows: The matrix of the queries.
  ///   - equal: For each query the fitted rows that are no candidates.
  ///   - work: Where the multiply-adds are counted.
  /// - Returns: One list a query.
  func candidates(
    ofRows queries: Range<Int>, in rows: CSRMatrix, leavingOut equal: [[Int32]],
    work: inout NeighborGraphWork
  ) -> CandidateLists
}

/// Lists of fitted rows, one a query, each ascending.
struct CandidateLists: Sendable {
  private(set) var offsets = [0]
  private(set) var rows: [Int32] = []

  /// Adds the list of the next query.
  mutating func append(_ list: some Sequence<Int32>) {
    rows.append(contentsOf: list)
    offsets.append(rows.count)
  }
}
