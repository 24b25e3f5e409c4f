/// The scores of one clustering; those that do not apply are missing.
public struct ClusteringQuality: Sendable, Hashable, Codable {
  private var values: [QualityMetric: Double] = [:]

  /// No scores yet.
  public init() {}

  /// One score, or nil where it does not apply.
  public subscript(metric: QualityMetric) -> Double? {
    get { values[metric] }
    set { values[metric] = newValue }
  }

  /// Reads an object with a key for each score; keys that are no metric are passed over.
  public init(from decoder: any Decoder) throws {
    for (key, value) in try [String: Double](from: decoder) {
      if let metric = QualityMetric(rawValue: key) { values[metric] = value }
    }
  }

  /// Writes an object with a key for each score.
  public func encode(to encoder: any Encoder) throws {
    try Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) }).encode(to: encoder)
  }
}
