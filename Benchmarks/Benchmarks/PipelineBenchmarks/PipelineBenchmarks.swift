import Benchmark
import BenchmarkInputs
import Foundation
import PaperTrends

/// The stages and the whole pipeline on the sample corpus and variations of it, enough to be worth
/// timing.
///
/// Each checks its result, so that a fast wrong answer fails, and prints its quality beside its
/// time: inertia, explained variance in hundredths of a per cent.
let benchmarks: @Sendable () -> Void = {
  let inertia = BenchmarkMetric.custom("inertia", useScalingFactor: false)
  let variance = BenchmarkMetric.custom(
    "explained variance, 0.01 %", polarity: .prefersLarger, useScalingFactor: false)
  let iterations = BenchmarkMetric.custom("iterations", useScalingFactor: false)
  let evaluations = BenchmarkMetric.custom("distance evaluations", useScalingFactor: false)
  let terms = BenchmarkMetric.custom("terms", useScalingFactor: false)
  Benchmark.defaultConfiguration.metrics = [.wallClock, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)
  Benchmark.defaultConfiguration.maxIterations = 20

  let copies = 20
  let scheduler = BlockScheduler(threads: ProcessInfo.processInfo.activeProcessorCount)
  func features() throws -> CSRMatrix {
    try TextFeatureModel.fit(try SampleTexts.read(times: copies), scheduler: scheduler).tfidf
  }
  func decomposition() throws -> TruncatedSVDResult {
    try TruncatedSVD.fit(
      try features(), options: TruncatedSVDOptions(components: 100), seed: 1,
      scheduler: scheduler)
  }

  Benchmark(
    "terms: tokens, phrases, vocabulary, TF-IDF",
    configuration: .init(metrics: [.wallClock, .peakMemoryResident, terms])
  ) { benchmark in
    let texts = try SampleTexts.read(times: copies)
    benchmark.startMeasurement()
    let fitted = try TextFeatureModel.fit(texts, scheduler: scheduler)
    benchmark.stopMeasurement()
    benchmark.measurement(terms, fitted.model.vocabulary.count)
    precondition(fitted.tfidf.rowCount == texts.count && fitted.model.vocabulary.count > 1_000)
    blackHole(fitted)
  }

  Benchmark(
    "truncated SVD, 100 components",
    configuration: .init(metrics: [.wallClock, .peakMemoryResident, variance])
  ) { benchmark in
    let matrix = try features()
    benchmark.startMeasurement()
    let result = try TruncatedSVD.fit(
      matrix, options: TruncatedSVDOptions(components: 100), seed: 1, scheduler: scheduler)
    benchmark.stopMeasurement()
    let explained = result.explainedVarianceRatio.reduce(0, +)
    benchmark.measurement(variance, Int((explained * 10_000).rounded()))
    precondition(explained > 0.334 && explained < 0.336, "100 components explain 33.5 %")
    blackHole(result)
  }

  Benchmark(
    "k-means, \(264 * copies) x 100, k = 50",
    configuration: .init(
      metrics: [.wallClock, .peakMemoryResident, inertia, iterations, evaluations])
  ) { benchmark in
    let points = try decomposition().documentVectors.withUnitRows(scheduler: scheduler)
    benchmark.startMeasurement()
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 50), seed: 1, scheduler: scheduler)
    benchmark.stopMeasurement()
    benchmark.measurement(inertia, Int(result.inertia.rounded()))
    benchmark.measurement(iterations, result.iterationCount)
    benchmark.measurement(evaluations, result.work.products)
    precondition(result.converged && result.inertia < 3_450, "seed 1 gives 3,378")
    let again = CentroidAssignment(points, to: result.centroids, scheduler: scheduler)
    precondition(again.labels == result.labels, "a fixed point of Lloyd's algorithm")
    blackHole(result)
  }

  Benchmark(
    "from a dump of \(264 * copies) papers to 20 labelled topics",
    configuration: .init(metrics: [.wallClock, .peakMemoryResident, inertia, variance])
  ) { benchmark in
    let dump = try SampleTexts.writeDump(times: copies)
    defer { try? FileManager.default.removeItem(at: dump) }
    guard let today = PublicationDate(year: 2100) else { preconditionFailure("a year") }
    var options = PipelineOptions(threads: scheduler.threads, today: today)
    options.topics.topicCount = .fixed(20)
    benchmark.startMeasurement()
    let fitted = try FittedCorpus.fit(inputs: [dump.path], options: options)
    benchmark.stopMeasurement()
    let model = fitted.model
    benchmark.measurement(inertia, Int(model.inertia.rounded()))
    benchmark.measurement(variance, Int((model.explainedVarianceRatio * 10_000).rounded()))
    precondition(fitted.corpus.papers.count == 264 * copies && model.topics.count == 20)
    precondition(model.topics.allSatisfy { !$0.label.isEmpty }, "every topic has a name")
    blackHole(fitted)
  }
}
