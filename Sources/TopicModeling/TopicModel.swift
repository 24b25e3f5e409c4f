public import Clustering
public import LinearAlgebra

/// A fitted topic model: an immutable value that names topics and assigns papers to them.
///
/// A paper's document vector is its TF-IDF row times the components, made by one kernel for the
/// fit and for ``assign(tfidf:scheduler:)``, and its topic is the nearest centroid; so assigning
/// the papers of the fit gives the topics of the fit, one by one or all at once.
public struct TopicModel: Sendable {
  /// The topics, by falling size; `topics[i].id` is i + 1.
  public let topics: [Topic]
  /// Topics x dimensions: the mean of the unit vectors of each topic's papers.
  public let centroids: DenseMatrix
  /// Topics x dimensions: what k-means began with in the run that was kept, in its own order.
  public let startingCentroids: DenseMatrix
  /// Terms x dimensions: the right singular vectors of the TF-IDF matrix.
  public let components: DenseMatrix
  /// The singular values, descending.
  public let singularValues: [Float]
  /// The share of the TF-IDF matrix's variance that the components explain.
  public let explainedVarianceRatio: Double
  /// Papers x dimensions: the unit document vectors of the fit; zero for papers without a term.
  public let documentVectors: DenseMatrix
  /// The index in `topics` of each paper of the fit, or -1 for papers without a term.
  public let labels: [Int32]
  /// The sum of squared distances of the unit vectors to their centroids.
  public let inertia: Double
  /// How much the fit computed.
  public let work: FitWork
  /// How the number of topics was chosen; nil where the user chose.
  public let topicCountChoice: ClusterCountChoice?
  /// What became of each seed, in the order of the seeds.
  public let seedOutcomes: [SeedOutcome]

  /// The topic of a paper of the fit, or nil where it has no term of the vocabulary.
  public func topic(ofPaper row: Int) -> Topic? {
    labels[row] >= 0 ? topics[Int(labels[row])] : nil
  }
}
