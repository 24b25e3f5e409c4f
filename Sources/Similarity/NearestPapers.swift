public import BlockScheduling
public import LinearAlgebra
public import TextFeatures

/// Finds the papers nearest a query by cosine of document vectors, with the terms they share.
///
/// Every score is a dot product of unit vectors by one kernel of ours in Double, so a list does
/// not depend on how many queries are asked at once, on threads or on the BLAS. Exact search: all
/// papers are scored.
public struct NearestPapers: Sendable {
  private let unitVectors: DenseMatrix
  private let tfidf: CSRMatrix
  private let vocabulary: Vocabulary

  /// Scores a block of this many papers at once.
  private static let blockSize = 2_048

  /// Searches among papers.
  ///
  /// - Parameters:
  ///   - unitVectors: Papers x dimensions, rows of length 1, or 0 for papers without a term.
  ///   - tfidf: Papers x terms, rows of length 1 or 0.
  ///   - vocabulary: The terms.
  public init(unitVectors: DenseMatrix, tfidf: CSRMatrix, vocabulary: Vocabulary) {
    precondition(
      unitVectors.rowCount == tfidf.rowCount && tfidf.columnCount == vocabulary.count,
      "vectors, TF-IDF rows and vocabulary are of different corpora")
    self.unitVectors = unitVectors
    self.tfidf = tfidf
    self.vocabulary = vocabulary
  }

  /// The `count` papers nearest the paper in `row`, itself left out.
  public func nearest(
    toPaper row: Int, count: Int, scheduler: BlockScheduler
  ) -> [SimilarPaper] {
    let entries = tfidf.entries(ofRow: row)
    return nearest(
      unitVector: unitVectors.row(row), termIDs: Array(tfidf.columnIndices[entries]),
      termWeights: Array(tfidf.values[entries]), count: count, leavingOut: row,
      scheduler: scheduler)
  }

  /// The `count` papers nearest a query, nearest first, ties to the earlier row.
  ///
  /// - Parameters:
  ///   - unitVector: The query's document vector, of length 1.
  ///   - termIDs: The terms of the query, ascending.
  ///   - termWeights: Their TF-IDF weights.
  ///   - count: How many papers are wanted.
  ///   - leavingOut: A row that is no answer, such as the query's own.
  ///   - scheduler: The workers.
  /// - Returns: Papers with a positive score, fewer than `count` where there are no more.
  /// - Complexity: O(papers x dimensions).
  public func nearest(
    unitVector: [Float], termIDs: [Int32], termWeights: [Float], count: Int,
    leavingOut: Int? = nil, scheduler: BlockScheduler
  ) -> [SimilarPaper] {
    let blocks = scheduler.map(unitVectors.rowCount, blockSize: Self.blockSize) { range in
      let query = unitVector.span
      var scored: [(row: Int, score: Double)] = []
      for row in range where row != leavingOut {
        let score = unitVectors.withRow(row) { DenseKernels.dot($0, query) }
        if score > 0 { scored.append((row, score)) }
      }
      return Self.best(scored, count)
    }
    return Self.best(Array(blocks.joined()), count).map { row, score in
      let shared = sharedTerms(row: row, termIDs: termIDs, termWeights: termWeights)
      return SimilarPaper(
        row: row, score: score, terms: shared,
        termScore: shared.reduce(0) { $0 + $1.contribution })
    }
  }

  private static func best(
    _ scored: [(row: Int, score: Double)], _ count: Int
  ) -> [(row: Int, score: Double)] {
    Array(scored.sorted { ($1.score, $0.row) < ($0.score, $1.row) }.prefix(count))
  }

  /// The terms of the query that the paper has, by falling product of weights, ties by id.
  private func sharedTerms(
    row: Int, termIDs: [Int32], termWeights: [Float]
  ) -> [SimilarPaper.SharedTerm] {
    var products: [(term: Int, product: Double)] = []
    tfidf.withRow(row) { columns, values in
      var position = 0
      for entry in columns.indices {
        while position < termIDs.count, termIDs[position] < columns[entry] { position += 1 }
        guard position < termIDs.count else { break }
        if termIDs[position] == columns[entry] {
          products.append(
            (Int(columns[entry]), Double(values[entry]) * Double(termWeights[position])))
        }
      }
    }
    return products.sorted { ($1.product, $0.term) < ($0.product, $1.term) }.map {
      SimilarPaper.SharedTerm(term: vocabulary.displayForm(at: $0.term), contribution: $0.product)
    }
  }
}
