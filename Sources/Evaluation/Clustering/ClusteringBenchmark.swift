public import PaperTrends
public import TopicModeling

/// Runs the whole path from dump files to topics again and again, and measures each run.
///
/// For every seed, every number of topics and every number of threads, in turn, so that noise of
/// the machine falls on all of them alike. Nothing is shared between runs: each reads the files
/// anew. What is computed depends on seed and topics alone, so runs that differ in threads only
/// must have one digest.
public struct ClusteringBenchmark: Sendable {
  /// What one run is asked for.
  public struct Request: Sendable, Hashable {
    /// The number of topics.
    public var topics: TopicModelOptions.TopicCount
    /// The seed of every random choice.
    public var seed: UInt64
    /// The worker threads.
    public var threads: Int
  }

  /// What a benchmark tells while it works.
  public enum Event: Sendable {
    /// A run begins, the `number`-th of `count`.
    case began(Request, number: Int, count: Int)
    /// A run is over.
    case ended(ClusteringRun, number: Int, count: Int)
  }

  /// The numbers of topics.
  public var topicCounts: [TopicModelOptions.TopicCount]
  /// The seeds; means and spreads are over them.
  public var seeds: [UInt64]
  /// The numbers of threads.
  public var threadCounts: [Int]
  /// What the runs are scored against, if anything.
  public var labels: LabelledRecords?

  /// A benchmark of every combination of the three lists, none of which may be empty.
  public init(
    topicCounts: [TopicModelOptions.TopicCount], seeds: [UInt64], threadCounts: [Int],
    labels: LabelledRecords?
  ) {
    precondition(
      !topicCounts.isEmpty && !seeds.isEmpty && !threadCounts.isEmpty,
      "a benchmark needs topics, seeds and threads")
    self.topicCounts = topicCounts
    self.seeds = seeds
    self.threadCounts = threadCounts
    self.labels = labels
  }

  /// Runs the pipeline on files for every combination.
  ///
  /// - Throws: What ``FittedCorpus/fit(inputs:options:observe:)`` throws, and
  ///   ``ClusteringBenchmarkError``.
  public func run(
    inputs: [String], options: PipelineOptions, observe: (Event) -> Void = { _ in }
  ) throws -> ClusteringBenchmarkResult {
    try run(
      fit: { request in
        var options = options
        options.topics.topicCount = request.topics
        options.seed = request.seed
        options.threads = request.threads
        return try FittedCorpus.fit(inputs: inputs, options: options)
      }, observe: observe)
  }

  /// Runs `fit` for every combination.
  ///
  /// - Parameters:
  ///   - fit: Reads the files and fits a model; only the stages that it records are timed.
  ///   - observe: Is told of each run.
  /// - Returns: What was measured.
  /// - Throws: What `fit` throws, and ``ClusteringBenchmarkError``.
  public func run(
    fit: (Request) throws -> FittedCorpus, observe: (Event) -> Void = { _ in }
  ) throws -> ClusteringBenchmarkResult {
    var session = BenchmarkSession(labels: labels)
    for (index, request) in requests.enumerated() {
      observe(.began(request, number: index + 1, count: requests.count))
      let run = try session.measure(request, fit: fit)
      observe(.ended(run, number: index + 1, count: requests.count))
    }
    return session.result(of: self)
  }

  /// All combinations, in the order in which they run.
  public var requests: [Request] {
    seeds.flatMap { seed in
      topicCounts.flatMap { topics in
        threadCounts.map { Request(topics: topics, seed: seed, threads: $0) }
      }
    }
  }
}
