/// One stage over the seeds, for one number of threads and of topics.
public struct StageSummary: Sendable, Hashable, Codable {
  /// The name of the sum of all stages.
  public static let total = "total"

  /// The stage, or ``total``.
  public var name: String
  /// The worker threads.
  public var threads: Int
  /// The number of topics that was asked for, or `auto`.
  public var topics: String
  /// The median of the seconds.
  public var seconds: Double
  /// The fewest seconds.
  public var secondsLow: Double
  /// The most seconds.
  public var secondsHigh: Double
  /// The median of seconds over the calibration loop's of the same run.
  public var perCalibration: Double
  /// Kept papers by median second.
  public var papersPerSecond: Double
  /// Megabytes (10^6 bytes) of titles and abstracts by median second.
  public var megabytesPerSecond: Double
  /// The most memory that the process held in it, the median of the runs.
  public var peakMemoryBytes: Int

  /// The stages of runs that differ in seed only, in order, and their total.
  static func summaries(
    of runs: [ClusteringRun], input: ClusteringBenchmarkResult.Input?
  ) -> [StageSummary] {
    guard let first = runs.first else { return [] }
    let names = first.stages.map(\.name) + [total]
    return names.map { name in
      let seconds = runs.map { $0.seconds(of: name) }
      let ratios = zip(runs, seconds).map { $1 / $0.calibrationSeconds }
      let median = Self.median(seconds)
      return StageSummary(
        name: name, threads: first.threads, topics: first.topicsAsked, seconds: median,
        secondsLow: seconds.min() ?? 0, secondsHigh: seconds.max() ?? 0,
        perCalibration: Self.median(ratios),
        papersPerSecond: rate(Double(input?.kept ?? 0), median),
        megabytesPerSecond: rate(Double(input?.textBytes ?? 0) / 1e6, median),
        peakMemoryBytes: Int(Self.median(runs.map { Double($0.peakMemoryBytes(of: name)) })))
    }
  }

  private static func rate(_ amount: Double, _ seconds: Double) -> Double {
    seconds > 0 ? amount / seconds : 0
  }

  /// The middle value, of an even number the mean of the middle two; 0 for none.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension ClusteringRun {
  /// The seconds of a stage, or of all.
  fileprivate func seconds(of stage: String) -> Double {
    stage == StageSummary.total
      ? seconds : stages.filter { $0.name == stage }.reduce(0) { $0 + $1.seconds }
  }

  /// The peak of a stage, or of all.
  fileprivate func peakMemoryBytes(of stage: String) -> Int {
    stages.filter { stage == StageSummary.total || $0.name == stage }.map(\.peakMemoryBytes).max()
      ?? 0
  }
}
