import BlockScheduling
import CAllocator
import Clustering
import PaperTrends
import TopicModeling

/// The runs of a benchmark one after the other, and what can be kept from one to the next.
struct BenchmarkSession {
  private struct Problem: Hashable {
    var topics: TopicModelOptions.TopicCount
    var seed: UInt64
  }

  private let labels: LabelledRecords?
  private var scoring: LabelScoring?
  private var runs: [ClusteringRun] = []
  /// What all runs read; from the first one.
  private var input: ClusteringBenchmarkResult.Input?
  private var files: [ReportRun.Input] = []
  /// The scores of each distinct result, by digest.
  private var qualities: [String: ClusteringQuality] = [:]
  /// The labels of papers in the first run of each problem, for stability.
  private var clusterings: [Problem: [Int32]] = [:]
  private var outsideWordCount = 0
  private var countWithoutTopic = 0

  init(labels: LabelledRecords?) { self.labels = labels }

  /// Does one run; the model is gone when it returns.
  mutating func measure(
    _ request: ClusteringBenchmark.Request,
    fit: (ClusteringBenchmark.Request) throws -> FittedCorpus
  ) throws -> ClusteringRun {
    let scheduler = BlockScheduler(threads: request.threads)
    Self.returnFreeMemory()
    var calibration = CalibrationLoop.seconds(scheduler: scheduler)
    let fitted = try fit(request)
    calibration += CalibrationLoop.seconds(scheduler: scheduler)
    try note(fitted)

    let problem = Problem(topics: request.topics, seed: request.seed)
    let digest = ResultDigest.of(fitted.model)
    let quality = qualities[digest] ?? quality(of: fitted, scheduler: scheduler)
    qualities[digest] = quality
    if clusterings[problem] == nil {
      clusterings[problem] = Singletons.separate(fitted.model.labels)
    }
    let run = ClusteringRun(
      threads: request.threads, seed: request.seed, topicsAsked: request.topics.asked,
      topics: fitted.model.topics.count, quality: quality, digest: digest, work: fitted.model.work,
      calibrationSeconds: calibration, stages: fitted.stages.map(ClusteringRun.Stage.init))
    runs.append(run)
    return run
  }

  /// All that was measured.
  func result(of benchmark: ClusteringBenchmark) -> ClusteringBenchmarkResult {
    ClusteringBenchmarkResult(
      input: input, files: files, labels: labelAccount, outsideWordCount: outsideWordCount,
      runs: runs,
      summaries: benchmark.topicCounts.map { topics in
        let kept = benchmark.seeds.compactMap { seed in
          runs.first { $0.topicsAsked == topics.asked && $0.seed == seed }
        }
        return QualitySummary(
          topics: topics.asked, of: kept.map(\.quality),
          stabilityARI: stability(topics: topics, seeds: benchmark.seeds))
      })
  }

  private mutating func note(_ fitted: FittedCorpus) throws {
    let now = ClusteringBenchmarkResult.Input(fitted)
    if let input, input.corpusDigest != now.corpusDigest {
      throw ClusteringBenchmarkError.inputChanged
    }
    guard input == nil else { return }
    input = now
    files = fitted.corpus.sources.map(ReportRun.Input.init)
    scoring = labels.map { LabelScoring($0, papers: fitted.corpus.papers) }
  }

  private mutating func quality(
    of fitted: FittedCorpus, scheduler: BlockScheduler
  ) -> ClusteringQuality {
    var (quality, outside) = ClusteringQuality.measure(fitted, scheduler: scheduler)
    outsideWordCount = max(outsideWordCount, outside)
    if let scoring {
      scoring.score(fitted.model.labels, into: &quality)
      countWithoutTopic = scoring.countWithoutTopic(fitted.model.labels)
    }
    return quality
  }

  private var labelAccount: ClusteringBenchmarkResult.Labels? {
    labels.map {
      ClusteringBenchmarkResult.Labels(
        source: $0.source, classes: $0.classNames.count, scored: $0.classes.count,
        withoutTopic: countWithoutTopic, withoutLabel: $0.unlabelledCount)
    }
  }

  /// Gives what the run before left free back to the system, so that no peak of this run holds it.
  private static func returnFreeMemory() {
    #if os(Linux)
      _ = malloc_trim(0)
    #endif
  }

  /// The mean adjusted Rand index of all pairs of seeds; nil for one seed.
  private func stability(topics: TopicModelOptions.TopicCount, seeds: [UInt64]) -> Double? {
    let labellings = seeds.compactMap { clusterings[Problem(topics: topics, seed: $0)] }
    var sum = 0.0
    var pairs = 0
    for (index, one) in labellings.enumerated() {
      for other in labellings[(index + 1)...] {
        sum += ContingencyTable(classes: one, clusters: other).adjustedRandIndex
        pairs += 1
      }
    }
    return pairs > 0 ? sum / Double(pairs) : nil
  }
}
