import BlockScheduling
import LinearAlgebra

/// Topics improved by the words of their papers and by their papers' neighbours, in turn.
///
/// A pass takes the topic of each paper by words (the largest of ``TermScores``), lets it count
/// half and the shares of the neighbours' topics by words the other half, and gives the paper the
/// topic of the largest sum. These halves are also its memberships, from which the next pass
/// learns the topics' words: expectation and maximisation with a hard expectation, and a graph
/// as prior. Passes end when fewer than one paper in two hundred changes its topic.
struct TopicRefinement {
  /// The most passes.
  static let passLimit = 8
  /// Passes end when fewer than one paper in so many changes its topic.
  private static let settledShare = 200
  private static let blockSize = 512

  /// The topic of each paper, or -1.
  private(set) var labels: [Int32]
  /// The terms' scores that belong to the labels.
  private(set) var scores: TermScores
  /// How many passes there were.
  private(set) var passCount = 0

  /// Terms x papers: the transpose of the TF-IDF matrix.
  let transposed: CSRMatrix
  private let tfidf: CSRMatrix
  private let scheduler: BlockScheduler

  /// Refines labels.
  ///
  /// - Parameters:
  ///   - labels: The topic of each paper, -1 for papers without a term.
  ///   - topicCount: The number of topics k.
  ///   - tfidf: Papers x terms.
  ///   - graph: Papers x papers: the neighbours' weights, rows of sum 1 or without entries.
  ///   - scheduler: The workers.
  /// - Complexity: O(passes x entries x k).
  init(
    _ labels: [Int32], topicCount: Int, tfidf: CSRMatrix, graph: CSRMatrix,
    scheduler: BlockScheduler
  ) {
    self.labels = labels
    self.tfidf = tfidf
    self.scheduler = scheduler
    transposed = tfidf.transposed()
    // Made once: each pass writes all of it anew.
    var memberships = DenseMatrix(
      rowCount: labels.count, columnCount: TermScores.paddedCount(topicCount))
    _ = Self.vote(byWords: labels, graph: graph, into: &memberships, scheduler)
    scores = TermScores(
      transposed: transposed, memberships: memberships, topicCount: topicCount,
      scheduler: scheduler)
    while passCount < Self.passLimit {
      let votes = Self.vote(byWords: topicsByWords(), graph: graph, into: &memberships, scheduler)
      let changes = zip(votes, self.labels).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
      self.labels = votes
      scores = TermScores(
        transposed: transposed, memberships: memberships, topicCount: topicCount,
        scheduler: scheduler)
      passCount += 1
      if changes * Self.settledShare < labels.count { break }
    }
  }

  /// Half of each paper's topic by words, half of its neighbours', as papers x topics; and the
  /// largest.
  private static func vote(
    byWords: [Int32], graph: CSRMatrix, into memberships: inout DenseMatrix,
    _ scheduler: BlockScheduler
  ) -> [Int32] {
    let width = memberships.columnCount
    return scheduler.updateRows(&memberships.elements, width: width, blockSize: blockSize) {
      rows, span in
      RefinementKernels.vote(rows, byWords: byWords.span, graph: graph, width: width, into: &span)
    }.flatMap(\.self)
  }

  /// The topic of each paper that its words speak for most, ties to the smaller topic.
  private func topicsByWords() -> [Int32] {
    let (tfidf, scores) = (tfidf, scores)
    return scheduler.map(tfidf.rowCount, blockSize: Self.blockSize) { rows in
      let products = scores.products(of: rows, in: tfidf)
      return RefinementKernels.largest(
        rows, tfidf: tfidf, products: products.span, topicCount: scores.topicCount)
    }.flatMap(\.self)
  }
}

extension TermScores {
  /// The sums of the weighted log-probabilities of some rows: rows x k, padded.
  func products(of rows: Range<Int>, in tfidf: CSRMatrix) -> [Float] {
    let width = logProbabilities.columnCount
    var products = [Float](repeating: 0, count: rows.count * width)
    var span = products.mutableSpan
    SparseKernels.multiply(
      rows: rows, rowOffsets: tfidf.rowOffsets.span, columnIndices: tfidf.columnIndices.span,
      values: tfidf.values.span, by: logProbabilities.elements.span, width: width, into: &span)
    return products
  }
}
