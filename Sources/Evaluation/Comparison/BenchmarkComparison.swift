/// The differences of two clustering benchmarks, and which of them fail.
public struct BenchmarkComparison: Sendable, Hashable, Encodable {
  /// One value that both benchmarks have.
  public struct Row: Sendable, Hashable, Encodable {
    /// What is compared, by the name that conditions give it.
    public var name: String
    /// The number of topics that was asked for.
    public var topics: String
    /// The worker threads; nil for values that do not depend on them.
    public var threads: Int?
    /// The value of the new benchmark; of time, in calibration loops.
    public var new: Double
    /// The value of the old benchmark.
    public var old: Double
    /// The conditions that hold for it.
    public var failed: [String]

    let subject: FailureCondition.Subject

    private enum CodingKeys: String, CodingKey { case name, topics, threads, new, old, failed }
  }

  /// All values that both benchmarks have.
  public private(set) var rows: [Row] = []
  /// Conditions that no value answers, so that they guard nothing.
  public let unanswered: [String]
  /// What makes the two hard to compare, in sentences.
  public let remarks: [String]

  /// Whether a condition holds.
  public var hasFailed: Bool { rows.contains { !$0.failed.isEmpty } }

  /// Compares two benchmarks.
  public init(
    new: ClusteringBenchmarkDocument, old: ClusteringBenchmarkDocument,
    conditions: [FailureCondition]
  ) {
    var rows: [Row] = []
    for summary in new.summaries {
      guard let before = old.summaries.first(where: { $0.topics == summary.topics }) else {
        continue
      }
      for metric in QualityMetric.allCases {
        guard let newScore = summary[metric], let oldScore = before[metric] else { continue }
        rows.append(
          Row(
            name: metric.rawValue, topics: summary.topics, threads: nil, new: newScore.mean,
            old: oldScore.mean, failed: [], subject: .quality(metric)))
      }
      if let newARI = summary.stabilityARI, let oldARI = before.stabilityARI {
        rows.append(
          Row(
            name: "stabilityARI", topics: summary.topics, threads: nil, new: newARI, old: oldARI,
            failed: [], subject: .stability))
      }
    }
    let pairs = new.run.stages.compactMap { stage in
      old.run.stages.first {
        ($0.name, $0.topics, $0.threads) == (stage.name, stage.topics, stage.threads)
      }.map { (new: stage, old: $0) }
    }
    for (stage, before) in pairs {
      rows.append(
        Row(
          name: Self.name("time", stage), topics: stage.topics, threads: stage.threads,
          new: stage.perCalibration, old: before.perCalibration, failed: [],
          subject: .time(stage: stage.name)))
    }
    for (stage, before) in pairs where stage.peakMemoryBytes > 0 && before.peakMemoryBytes > 0 {
      rows.append(
        Row(
          name: Self.name("memory", stage), topics: stage.topics, threads: stage.threads,
          new: Double(stage.peakMemoryBytes), old: Double(before.peakMemoryBytes), failed: [],
          subject: .memory(stage: stage.name)))
    }
    for index in rows.indices {
      let row = rows[index]
      rows[index].failed = conditions.filter {
        $0.subject == row.subject && $0.holds(new: row.new, old: row.old)
      }.map(\.description)
    }
    self.rows = rows
    unanswered = conditions.filter { condition in
      !rows.contains { $0.subject == condition.subject }
    }.map(\.description)
    remarks = Self.remarks(new, old)
  }

  /// The name of a stage's value as a condition writes it: `time` for all, `time.read` for one.
  private static func name(_ kind: String, _ stage: StageSummary) -> String {
    stage.name == StageSummary.total ? kind : "\(kind).\(stage.name)"
  }

  private static func remarks(
    _ new: ClusteringBenchmarkDocument, _ old: ClusteringBenchmarkDocument
  ) -> [String] {
    var remarks: [String] = []
    if new.papers?.corpusDigest != old.papers?.corpusDigest {
      remarks.append("The two read different papers.")
    }
    if new.labels != nil, old.labels != nil, new.labels?.scored != old.labels?.scored {
      remarks.append("The two scored different numbers of records.")
    }
    if new.runs.map(\.seed).max() != old.runs.map(\.seed).max()
      || new.runs.map(\.seed).min() != old.runs.map(\.seed).min()
    {
      remarks.append("The two used different seeds.")
    }
    if new.run.blas != old.run.blas { remarks.append("The two ran on different BLAS.") }
    return remarks
  }
}
