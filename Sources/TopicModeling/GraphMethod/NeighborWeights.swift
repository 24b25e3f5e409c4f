import BlockScheduling
import Clustering
import LinearAlgebra
import Similarity

/// How much each neighbour of a paper counts.
///
/// First by the words alone, w = cos² over the ``nearestCount`` nearest; then, when smoothed
/// vectors say which neighbours share more than words, w = cos² max(0, f_i · f_j)³ over the whole
/// list.
enum NeighborWeights {
  /// The neighbours that count before anything is smoothed.
  static let nearestCount = 20

  private static let blockSize = 512

  /// The graph of squared cosines.
  static func byWords(_ neighbors: NeighborGraph, scheduler: BlockScheduler) -> CSRMatrix {
    let length = neighbors.neighborCount
    let weights = neighbors.cosines.indices.map { entry in
      entry % length < nearestCount ? neighbors.cosines[entry] * neighbors.cosines[entry] : 0
    }
    return graph(neighbors, weights, scheduler)
  }

  /// The graph of squared cosines times the cubes of the smoothed vectors' products.
  static func byVectors(
    _ neighbors: NeighborGraph, _ vectors: DenseMatrix, scheduler: BlockScheduler
  ) -> CSRMatrix {
    let length = neighbors.neighborCount
    var weights = [Float](repeating: 0, count: neighbors.cosines.count)
    _ = scheduler.updateRows(&weights, width: length, blockSize: blockSize) { rows, span in
      for row in rows {
        let list = neighbors.entries(ofRow: row)
        vectors.withRow(row) { own in
          NeighborKernels.weigh(
            neighbors.indices.span.extracting(list), neighbors.cosines.span.extracting(list),
            vectors: vectors, own: own, into: &span, at: (row - rows.lowerBound) * length)
        }
      }
    }
    return graph(neighbors, weights, scheduler)
  }

  private static func graph(
    _ neighbors: NeighborGraph, _ weights: [Float], _ scheduler: BlockScheduler
  ) -> CSRMatrix {
    MutualGraph.rowStochastic(
      indices: neighbors.indices, weights: weights, listLength: neighbors.neighborCount,
      scheduler: scheduler)
  }
}
