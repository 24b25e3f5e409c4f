public import BlockScheduling
public import LinearAlgebra

/// Vectors that are pulled towards those of their neighbours in a graph.
///
/// Random walks with restart: F starts as E and becomes (1 - a) E + a R F, `steps` times, with R
/// the graph's weights scaled to rows of sum 1 (Zhou and others 2003, "Learning with local and
/// global consistency", section 2, with R for the symmetric normalisation). The rows of the result
/// have length 1. A row without neighbours keeps its direction.
public enum GraphSmoothing {
  /// The share a of a row that comes from its neighbours.
  public static let neighborShare: Float = 0.9
  /// How often the neighbours' rows are mixed in: news travels so many edges far.
  public static let steps = 6

  private static let blockSize = 1_024

  /// Smooths the rows of `vectors` over a graph.
  ///
  /// - Parameters:
  ///   - vectors: n rows E.
  ///   - graph: n x n weights R, rows of sum 1 or without entries.
  ///   - scheduler: The threads; they change no bit of the result.
  /// - Returns: n rows of length 1, or 0 where there was nothing to mix.
  /// - Complexity: O(steps x edges x columns).
  public static func smooth(
    _ vectors: DenseMatrix, over graph: CSRMatrix, scheduler: BlockScheduler
  ) -> DenseMatrix {
    guard vectors.columnCount > 0 else { return vectors }
    var smoothed = vectors
    for _ in 0..<steps {
      var mixed = graph.times(smoothed, scheduler: scheduler)
      _ = scheduler.updateRows(
        &mixed.elements, width: vectors.columnCount, blockSize: blockSize
      ) { rows, span in
        let range = rows.lowerBound * vectors.columnCount..<rows.upperBound * vectors.columnCount
        let own = vectors.elements.span.extracting(range)
        for index in own.indices {
          span[index] = (1 - neighborShare) * own[index] + neighborShare * span[index]
        }
      }
      smoothed = mixed
    }
    return smoothed.withUnitRows(scheduler: scheduler)
  }
}
