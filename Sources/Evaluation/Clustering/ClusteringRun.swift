public import PaperTrends

/// What was measured of one run.
public struct ClusteringRun: Sendable, Hashable, Codable {
  /// One stage of the run.
  public struct Stage: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Wall-clock seconds.
    public var seconds: Double
    /// The most memory that the process held in it.
    public var peakMemoryBytes: Int

    /// The stage that a pipeline recorded.
    public init(_ record: ReportRun.Stage) {
      name = record.name
      seconds = record.seconds
      peakMemoryBytes = record.peakMemoryBytes
    }
  }

  /// The worker threads.
  public var threads: Int
  /// The seed.
  public var seed: UInt64
  /// The number of topics that were asked for, or `auto`.
  public var topicsAsked: String
  /// The number of topics that were found.
  public var topics: Int
  /// The scores.
  public var quality: ClusteringQuality
  /// The SHA-256 of labels, centroids, document vectors and the topics' words.
  public var digest: String
  /// What was computed.
  public var work: FitWork
  /// Seconds of the calibration loop, run before and after, both together.
  public var calibrationSeconds: Double
  /// The stages in order.
  public var stages: [Stage]

  /// The seconds of all stages together.
  public var seconds: Double { stages.reduce(0) { $0 + $1.seconds } }
}
