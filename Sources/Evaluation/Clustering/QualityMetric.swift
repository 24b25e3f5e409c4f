/// A score of a clustering; the raw value is its key in JSON.
public enum QualityMetric: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable
{
  /// Normalised mutual information with the labels, by the arithmetic mean of the entropies.
  case nmi
  /// Adjusted mutual information with the labels, by the arithmetic mean of the entropies.
  case ami
  /// Adjusted Rand index against the labels.
  case ari
  /// V-measure against the labels, beta 1.
  case vMeasure
  /// Purity against the labels.
  case purity
  /// Accuracy against the labels under the best one-to-one map.
  case accuracy
  /// The share of the TF-IDF matrix's variance that the components explain.
  case explainedVariance
  /// The sum of squared distances to the centroids.
  case inertia
  /// The simplified silhouette.
  case simplifiedSilhouette
  /// The Davies-Bouldin index.
  case daviesBouldin
  /// The mean normalised PMI of topic words.
  case npmi
  /// C_v of topic words.
  case cv
  /// U_mass of topic words.
  case uMass
  /// The share of distinct words among the topics' words.
  case diversity
  /// 1 less the mean rank-biased overlap of topics' words.
  case invertedRBO

  /// The name for people, with what it depends on.
  public var title: String {
    switch self {
    case .nmi: "NMI (arithmetic mean)"
    case .ami: "AMI (arithmetic mean)"
    case .ari: "ARI"
    case .vMeasure: "V-measure"
    case .purity: "purity"
    case .accuracy: "accuracy"
    case .explainedVariance: "explained variance"
    case .inertia: "inertia"
    case .simplifiedSilhouette: "simplified silhouette"
    case .daviesBouldin: "Davies-Bouldin (lower is better)"
    case .npmi: "NPMI"
    case .cv: "C_v"
    case .uMass: "U_mass"
    case .diversity: "topic diversity"
    case .invertedRBO: "inverted RBO (p 0.9)"
    }
  }

  /// Whether it needs labels of people.
  public var needsLabels: Bool {
    switch self {
    case .nmi, .ami, .ari, .vMeasure, .purity, .accuracy: true
    default: false
    }
  }
}
