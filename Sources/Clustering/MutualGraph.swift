public import BlockScheduling
public import LinearAlgebra

/// Lists of weighted neighbours as a graph without direction.
public enum MutualGraph {
  private static let blockSize = 4_096

  /// The matrix G + G^T of lists G, each row scaled to the sum 1; rows without edges stay empty.
  ///
  /// An edge that both ends name counts with both weights, one that only one names counts for
  /// both ends.
  ///
  /// - Parameters:
  ///   - indices: n lists of equal length, list after list; -1 for no neighbour.
  ///   - weights: The weight of each entry; an entry of weight 0 is no edge.
  ///   - listLength: The length of a list.
  ///   - scheduler: The threads; they change no bit of the result.
  /// - Returns: n x n weights.
  /// - Complexity: O(n x listLength²).
  public static func rowStochastic(
    indices: [Int32], weights: [Float], listLength: Int, scheduler: BlockScheduler
  ) -> CSRMatrix {
    let rowCount = indices.count / listLength
    let incoming = GraphKernels.transposed(
      indices: indices.span, weights: weights.span, listLength: listLength)
    let blocks = scheduler.map(rowCount, blockSize: blockSize) { rows in
      GraphKernels.union(
        of: rows, indices: indices.span, weights: weights.span, listLength: listLength,
        incoming: incoming)
    }
    var offsets: [Int32] = [0]
    var columns: [Int32] = []
    var values: [Float] = []
    offsets.reserveCapacity(rowCount + 1)
    let total = blocks.reduce(0) { $0 + $1.columns.count }
    columns.reserveCapacity(total)
    values.reserveCapacity(total)
    for block in blocks {
      let start = Int32(columns.count)
      offsets += block.ends.map { start + $0 }
      columns += block.columns
      values += block.values
    }
    return CSRMatrix(
      uncheckedRowCount: rowCount, columnCount: rowCount, rowOffsets: offsets,
      columnIndices: columns, values: values)
  }
}
