/// The mean and the spread of a score over seeds.
public struct Spread: Sendable, Hashable, Codable {
  /// The arithmetic mean.
  public var mean: Double
  /// The standard deviation with n - 1; nil for one value.
  public var sd: Double?

  /// The spread of values; nil for none.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    sd = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
  }
}

/// The scores of one number of topics over all seeds.
public struct QualitySummary: Sendable, Hashable, Codable {
  /// The number of topics that was asked for, or `auto`.
  public var topics: String
  /// The mean adjusted Rand index of all pairs of seeds; nil for one seed.
  public var stabilityARI: Double?
  private var spreads: [QualityMetric: Spread] = [:]

  /// Summarises the scores of all seeds; a score that one of them lacks has no summary.
  public init(topics: String, of qualities: [ClusteringQuality], stabilityARI: Double?) {
    self.topics = topics
    self.stabilityARI = stabilityARI
    for metric in QualityMetric.allCases {
      let values = qualities.compactMap { $0[metric] }
      if values.count == qualities.count { spreads[metric] = Spread(values) }
    }
  }

  /// The mean and spread of one score, or nil where it does not apply.
  public subscript(metric: QualityMetric) -> Spread? { spreads[metric] }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }

    static let topics = Key("topics")
    static let stability = Key("stabilityARI")
  }

  /// Reads an object with `topics`, `stabilityARI` and a key for each score.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    topics = try object.decode(String.self, forKey: .topics)
    stabilityARI = try object.decodeIfPresent(Double.self, forKey: .stability)
    for metric in QualityMetric.allCases {
      spreads[metric] = try object.decodeIfPresent(Spread.self, forKey: Key(metric.rawValue))
    }
  }

  /// Writes an object with `topics`, `stabilityARI` and a key for each score.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(topics, forKey: .topics)
    try object.encodeIfPresent(stabilityARI, forKey: .stability)
    for (metric, spread) in spreads { try object.encode(spread, forKey: Key(metric.rawValue)) }
  }
}
