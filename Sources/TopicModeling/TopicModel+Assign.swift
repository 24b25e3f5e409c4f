public import BlockScheduling
public import LinearAlgebra
import Clustering

extension TopicModel {
  /// The unit document vectors of TF-IDF rows over this model's vocabulary; empty rows stay zero.
  ///
  /// Each vector depends on its row alone.
  /// - Complexity: O(entries x dimensions).
  public func documentVectors(ofTFIDF rows: CSRMatrix, scheduler: BlockScheduler) -> DenseMatrix {
    rows.times(components, scheduler: scheduler).withUnitRows(scheduler: scheduler)
  }

  /// The topic of each TF-IDF row, as an index in ``topics``; nil for rows without a term.
  ///
  /// The rule is that of the fit: a paper of the fit gets its topic of the fit, whether it comes
  /// alone or in a batch.
  /// - Complexity: O(entries x dimensions + rows x topics x dimensions).
  public func assign(tfidf rows: CSRMatrix, scheduler: BlockScheduler) -> [Int?] {
    let vectors = documentVectors(ofTFIDF: rows, scheduler: scheduler)
    let assigned = CentroidAssignment(vectors, to: centroids, scheduler: scheduler)
    return (0..<rows.rowCount).map {
      rows.entries(ofRow: $0).isEmpty ? nil : Int(assigned.labels[$0])
    }
  }

  /// The cosine of the papers in `rows` with the centroid of a topic, by its index.
  public func cosines(ofPapers rows: [Int], toTopic topic: Int) -> [Double] {
    let centroid = centroids.row(topic)
    let length = DenseKernels.squaredNorm(centroid.span).squareRoot()
    return rows.map { row in
      documentVectors.withRow(row) { DenseKernels.dot($0, centroid.span) } / max(length, 1e-300)
    }
  }
}
