import BlockScheduling
import LinearAlgebra
import Similarity

/// The frozen rule that gives a paper its topic, from its text alone.
///
/// 1. The nearest fitted papers by TF-IDF, its own text left out.
/// 2. Its vector, smoothed once over the neighbours' vectors by squared cosines and once by the
///    weights that follow from the first result.
/// 3. Half the softmax of 40 times the mean log-probability of its words, half the neighbours'
///    topics by those weights; the largest sum is its topic, and the distance to the second
///    largest is its certainty.
///
/// The fit ends with this very rule over all its papers, so a paper of the fit that comes again,
/// alone or in any batch, gets the topic that it had.
struct GraphAssignment: Sendable {
  /// The words of a paper count as so many independent ones, however long it is: of hundreds of
  /// words many say the same.
  static let effectiveLength: Double = 40
  private static let blockSize = 256

  /// The fitted rows, frozen.
  let index: NeighborIndex
  /// Terms x dimensions, or none where the fit's vectors do not come from terms.
  let components: DenseMatrix?
  /// Fitted papers x dimensions: the smoothed vectors.
  let vectors: DenseMatrix
  /// The group of each fitted paper at the end of the refinement, -1 for papers without a term.
  let votes: [Int32]
  /// The terms' scores for each group.
  let scores: TermScores
  /// The topic of each group; -1 for groups that no fitted paper is in.
  var topicOfGroup: [Int32]

  /// What the rule says of some rows.
  struct Outcome: Sendable {
    /// The group of each row, -1 for rows without a term.
    var groups: [Int32] = []
    /// The margin of the largest sum over the second largest, 0 to 1.
    var certainties: [Float] = []
    /// Rows x dimensions: the smoothed vectors.
    var vectors: [Float] = []
  }

  /// Applies the rule to TF-IDF rows whose neighbours may be known.
  ///
  /// - Complexity: O(rows x neighbours x dimensions + entries x k) and the search of neighbours.
  func outcome(
    _ rows: CSRMatrix, neighbors known: NeighborGraph? = nil, scheduler: BlockScheduler
  ) -> Outcome {
    let neighbors = known ?? index.neighbors(ofRows: rows, scheduler: scheduler).graph
    let blocks = scheduler.map(rows.rowCount, blockSize: Self.blockSize) { range in
      outcome(range, of: rows, neighbors: neighbors)
    }
    var all = Outcome()
    all.vectors.reserveCapacity(rows.rowCount * vectors.columnCount)
    for block in blocks {
      all.groups += block.groups
      all.certainties += block.certainties
      all.vectors += block.vectors
    }
    return all
  }

  private func outcome(
    _ range: Range<Int>, of rows: CSRMatrix, neighbors: NeighborGraph
  ) -> Outcome {
    let width = vectors.columnCount
    let products = scores.products(of: range, in: rows)
    let scoreWidth = scores.logProbabilities.columnCount
    var own = [Float](repeating: 0, count: range.count * width)
    if let components {
      var span = own.mutableSpan
      SparseKernels.multiply(
        rows: range, rowOffsets: rows.rowOffsets.span, columnIndices: rows.columnIndices.span,
        values: rows.values.span, by: components.elements.span, width: width, into: &span)
    }
    var result = Outcome()
    var scratch = VoteScratch(
      topicCount: scores.topicCount, width: width, listLength: neighbors.neighborCount)
    for row in range {
      let entries = rows.entries(ofRow: row)
      guard !entries.isEmpty else {
        result.groups.append(-1)
        result.certainties.append(0)
        result.vectors += repeatElement(0, count: width)
        continue
      }
      let list = neighbors.entries(ofRow: row)
      let place = row - range.lowerBound
      scratch.smooth(
        own.span.extracting(place * width..<(place + 1) * width),
        neighbors.indices.span.extracting(list), neighbors.cosines.span.extracting(list),
        vectors: vectors)
      scratch.score(
        products.span.extracting(place * scoreWidth..<(place + 1) * scoreWidth),
        weights: rows.values.span.extracting(entries),
        neighbors: neighbors.indices.span.extracting(list), votes: votes.span,
        excluding: topicOfGroup.span)
      result.groups.append(scratch.group)
      result.certainties.append(scratch.margin)
      result.vectors += scratch.vector
    }
    return result
  }
}
