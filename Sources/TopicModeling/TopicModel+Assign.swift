public import BlockScheduling
public import LinearAlgebra
public import Similarity
import Clustering

/// The topic of a paper that a model was asked about.
public struct TopicAssignment: Sendable, Hashable {
  /// The index of the topic, or nil where the paper has no term of the vocabulary.
  public var topic: Int?
  /// How clearly the paper belongs to it rather than to the next one, 0 to 1.
  public var certainty: Float

  /// Makes an assignment.
  public init(topic: Int?, certainty: Float) {
    self.topic = topic
    self.certainty = certainty
  }
}

extension TopicModel {
  /// What the search of neighbours found of the exact ones, where its lists were cut for speed.
  ///
  /// - Parameters:
  ///   - sampleSize: How many fitted papers are asked for.
  ///   - seed: What chooses them.
  ///   - scheduler: The workers.
  /// - Returns: The counts; nil where no list was cut, or the method has no neighbours.
  /// - Complexity: O(sample x entries) at most.
  public func neighborRecall(
    sampleSize: Int, seed: UInt64, scheduler: BlockScheduler
  ) -> NeighborRecall? {
    guard let index = graphAssignment?.index, index.hasCappedLists else { return nil }
    return index.recall(sampleSize: sampleSize, seed: seed, scheduler: scheduler)
  }

  /// The unit document vectors of TF-IDF rows over this model's vocabulary; empty rows stay zero.
  ///
  /// Each vector depends on its row alone. Where the fit's vectors were given and do not come from
  /// terms, it is the mean direction of the row's neighbours, weighted by their squared cosines.
  /// - Complexity: O(entries x dimensions), or a search of neighbours.
  public func documentVectors(ofTFIDF rows: CSRMatrix, scheduler: BlockScheduler) -> DenseMatrix {
    if let graphAssignment, graphAssignment.components == nil {
      return graphAssignment.index.means(of: documentVectors, near: rows, scheduler: scheduler)
    }
    return rows.times(components, scheduler: scheduler).withUnitRows(scheduler: scheduler)
  }

  /// The topic of each TF-IDF row, as an index in ``topics``; nil for rows without a term.
  ///
  /// - Complexity: That of ``assignments(tfidf:scheduler:)``.
  public func assign(tfidf rows: CSRMatrix, scheduler: BlockScheduler) -> [Int?] {
    assignments(tfidf: rows, scheduler: scheduler).map(\.topic)
  }

  /// The topic of each TF-IDF row with its certainty.
  ///
  /// The rule is that of the fit and depends on each row alone: a paper of the fit gets its topic
  /// of the fit, whether it comes alone or in a batch.
  /// - Complexity: O(entries x dimensions + rows x topics x dimensions), by the graph method the
  ///   search of neighbours and O(entries x topics).
  public func assignments(tfidf rows: CSRMatrix, scheduler: BlockScheduler) -> [TopicAssignment] {
    if let graphAssignment {
      let outcome = graphAssignment.outcome(rows, scheduler: scheduler)
      return zip(outcome.groups, outcome.certainties).map { group, certainty in
        TopicAssignment(
          topic: group < 0 ? nil : Int(graphAssignment.topicOfGroup[Int(group)]),
          certainty: certainty)
      }
    }
    let vectors = documentVectors(ofTFIDF: rows, scheduler: scheduler)
    let assigned = CentroidAssignment(vectors, to: centroids, scheduler: scheduler)
    return (0..<rows.rowCount).map {
      rows.entries(ofRow: $0).isEmpty
        ? TopicAssignment(topic: nil, certainty: 0)
        : TopicAssignment(
          topic: Int(assigned.labels[$0]), certainty: assigned.certainty(ofPoint: $0))
    }
  }

  /// The cosine of the papers in `rows` with the centroid of a topic, by its index.
  public func cosines(ofPapers rows: [Int], toTopic topic: Int) -> [Double] {
    let centroid = centroids.row(topic)
    let length = DenseKernels.squaredNorm(centroid.span).squareRoot()
    return rows.map { row in
      topicVectors.withRow(row) { DenseKernels.dot($0, centroid.span) } / max(length, 1e-300)
    }
  }
}

extension CentroidAssignment {
  /// One less the distance to the own centroid as a share of that to the next one, 0 to 1.
  func certainty(ofPoint point: Int) -> Float {
    let other = otherDistances[point]
    guard other < .infinity else { return 1 }
    return other > 0 ? Float(max(0, 1 - ownDistances[point] / other)) : 0
  }
}
