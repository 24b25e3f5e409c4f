public import Clustering
public import LinearAlgebra
public import Similarity

/// A fitted topic model: an immutable value that names topics and assigns papers to them.
///
/// A paper's document vector is its TF-IDF row times the components, made by one kernel for the
/// fit and for ``assign(tfidf:scheduler:)``. Its topic follows from its TF-IDF row alone: by
/// latent semantic analysis it is the nearest centroid, by the graph method what its neighbours
/// and its words say (``TopicModelOptions/Method``). The fit ends with that very rule, so assigning
/// the papers of the fit gives the topics of the fit, one by one or all at once.
public struct TopicModel: Sendable {
  /// The topics, by falling size; `topics[i].id` is i + 1.
  public let topics: [Topic]
  /// How the topics were made.
  public let method: TopicModelOptions.Method
  /// Topics x dimensions: the mean of the topic vectors of each topic's papers.
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
  /// Papers x dimensions: the unit vectors in which topics are compact: the document vectors, by the
  /// graph method smoothed over the neighbours.
  public let topicVectors: DenseMatrix
  /// The index in `topics` of each paper of the fit, or -1 for papers without a term.
  public let labels: [Int32]
  /// How clearly each paper belongs to its topic rather than to the next one, 0 to 1; 0 for papers
  /// without a term.
  public let certainties: [Float]
  /// The topics merged two by two, up to one that holds all papers.
  public let tree: TopicTree
  /// The nearest neighbours of each paper by words; nil by latent semantic analysis.
  public let neighbors: NeighborGraph?
  /// The sum of squared distances of the topic vectors to their centroids.
  public let inertia: Double
  /// How much the fit computed.
  public let work: FitWork
  /// How the number of topics was chosen; nil where the user chose.
  public let topicCountChoice: ClusterCountChoice?
  /// What became of each seed, in the order of the seeds.
  public let seedOutcomes: [SeedOutcome]

  /// The rule of the graph method.
  let graphAssignment: GraphAssignment?

  /// The topic of a paper of the fit, or nil where it has no term of the vocabulary.
  public func topic(ofPaper row: Int) -> Topic? {
    labels[row] >= 0 ? topics[Int(labels[row])] : nil
  }
}
