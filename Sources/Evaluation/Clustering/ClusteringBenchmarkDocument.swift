public import Foundation
public import PaperTrends

/// A clustering benchmark as the JSON document that is written, and read again for comparison.
public struct ClusteringBenchmarkDocument: Sendable, Hashable, Codable {
  /// What the coherence of topic words depends on.
  public struct Coherence: Sendable, Hashable, Codable {
    /// The reference corpus.
    public var reference = "the dump's own titles and abstracts"
    /// The words of a window of `npmi`.
    public var npmiWindow: String
    /// The words of a window of `cv`.
    public var cvWindow: String
    /// The window of `uMass`.
    public var uMassWindow = CooccurrenceWindow.document.description
    /// The top words of a topic that count.
    public var topWords: Int
    /// What is added to the probability of a pair.
    public var epsilon: Double
    /// Topic words outside the reference corpus, in the run that has most of them.
    public var wordsOutside: Int
  }

  /// How the benchmark was run.
  public struct Run: Sendable, Hashable, Codable {
    /// The command as it was given.
    public var command: String
    /// The numbers of threads.
    public var threads: [Int]
    /// The files that were read.
    public var inputs: [ReportRun.Input]
    /// The BLAS that was loaded.
    public var blas: String
    /// The variant of the package's own loops.
    public var kernels: String
    /// The stages by threads and topics, medians over the seeds.
    public var stages: [StageSummary]

    /// Makes the account of a run from its parts.
    public init(
      command: String, threads: [Int], inputs: [ReportRun.Input], blas: String, kernels: String,
      stages: [StageSummary]
    ) {
      self.command = command
      self.threads = threads
      self.inputs = inputs
      self.blas = blas
      self.kernels = kernels
      self.stages = stages
    }
  }

  /// The kind of benchmark.
  public var benchmark = "clustering"
  /// The version of the package.
  public var version = paperTrendsVersion
  /// What was read and kept.
  public var papers: ClusteringBenchmarkResult.Input?
  /// What the runs were scored against.
  public var labels: ClusteringBenchmarkResult.Labels?
  /// The mean of entropies in NMI and AMI.
  public var nmiMean = "arithmetic"
  /// The space and distance of the scores without labels.
  public var space = "unit topic vectors, Euclidean"
  /// What the coherence of topic words depends on.
  public var coherence: Coherence
  /// Whether all thread counts gave the same digest for each seed and number of topics.
  public var digestsMatch: Bool
  /// The runs.
  public var runs: [ClusteringRun]
  /// The scores of the first number of topics.
  public var summary: QualitySummary?
  /// The scores of each number of topics.
  public var summaries: [QualitySummary]
  /// How the benchmark was run.
  public var run: Run

  /// The document of a result.
  public init(_ result: ClusteringBenchmarkResult, run: Run) {
    let options = TopicCoherence.Options()
    papers = result.input
    labels = result.labels
    coherence = Coherence(
      npmiWindow: options.npmiWindow.description, cvWindow: options.cvWindow.description,
      topWords: options.wordCount, epsilon: options.epsilon, wordsOutside: result.outsideWordCount)
    digestsMatch = result.disagreements.isEmpty
    runs = result.runs
    summary = result.summaries.first
    summaries = result.summaries
    self.run = run
  }

  /// The document in UTF-8: keys sorted, pretty-printed, with a line feed at the end.
  public func json() throws -> Data {
    try JSONDocument.data(self)
  }
}
