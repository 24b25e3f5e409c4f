internal import LinearAlgebra

/// Full products of one row with many, in Double: the query is written out as a dense row once,
/// and each candidate's entries gather from it.
struct CosineScorer {
  private let fitted: CSRMatrix
  private let count: Int
  private var dense: [Float]

  /// A scorer that keeps the `count` best of the rows of `fitted`.
  init(_ fitted: CSRMatrix, keeping count: Int) {
    self.fitted = fitted
    self.count = count
    dense = [Float](repeating: 0, count: fitted.columnCount)
  }

  /// Writes the candidates of the largest cosines with a query, ties to the smaller row, into
  /// `indices` and `cosines` from `start` on.
  ///
  /// - Parameters:
  ///   - candidates: Fitted rows, ascending.
  ///   - columns: The terms of the query.
  ///   - values: Their weights.
  ///   - start: Where the list begins.
  ///   - indices: Where rows go.
  ///   - cosines: Where cosines go.
  mutating func keepNearest(
    among candidates: Span<Int32>, columns: Span<Int32>, values: Span<Float>,
    from start: Int, indices: inout MutableSpan<Int32>, cosines: inout MutableSpan<Float>
  ) {
    let fitted = fitted
    let count = count
    var products = [Float](repeating: 0, count: candidates.count)
    var dense = self.dense.mutableSpan
    var scores = products.mutableSpan
    for entry in columns.indices { dense[Int(columns[entry])] = values[entry] }
    NeighborKernels.products(of: candidates, in: fitted, with: dense.span, into: &scores)
    for entry in columns.indices { dense[Int(columns[entry])] = 0 }
    for place in candidates.indices { scores[place] = min(max(scores[place], 0), 1) }

    let least = Float(bitPattern: NeighborKernels.bits(ofLargest: count, of: scores.span))
    var above = 0
    for place in candidates.indices where scores[place] > least { above += 1 }
    var ties = least > 0 ? count - above : 0
    var kept = 0
    for place in candidates.indices where scores[place] >= least && scores[place] > 0 {
      if scores[place] == least {
        guard ties > 0 else { continue }
        ties -= 1
      }
      // Insertion keeps equal cosines in the order of their rows.
      var rank = start + kept
      while rank > start, cosines[rank - 1] < scores[place] {
        cosines[rank] = cosines[rank - 1]
        indices[rank] = indices[rank - 1]
        rank -= 1
      }
      cosines[rank] = scores[place]
      indices[rank] = candidates[place]
      kept += 1
    }
  }
}
