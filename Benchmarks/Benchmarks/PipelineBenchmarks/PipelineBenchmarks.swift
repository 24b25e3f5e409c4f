import Benchmark
import Foundation
import PaperTrends

/// The stages of the pipeline on the sample corpus, repeated until it is worth timing; each checks
/// its result, so that a fast wrong answer fails.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)
  Benchmark.defaultConfiguration.maxIterations = 20

  let scheduler = BlockScheduler(threads: ProcessInfo.processInfo.activeProcessorCount)
  let texts = repeatedSample(times: 20)

  Benchmark("terms: tokens, phrases, vocabulary, TF-IDF") { benchmark in
    let fitted = try TextFeatureModel.fit(
      texts, options: TextFeatureOptions(), scheduler: scheduler)
    precondition(fitted.tfidf.rowCount == texts.count && fitted.model.vocabulary.count > 1_000)
    blackHole(fitted)
  }

  Benchmark("truncated SVD, 100 components") { benchmark in
    let matrix = try TextFeatureModel.fit(
      texts, options: TextFeatureOptions(), scheduler: scheduler
    ).tfidf
    benchmark.startMeasurement()
    let result = try TruncatedSVD.fit(
      matrix, options: TruncatedSVDOptions(components: 100), seed: 1, scheduler: scheduler)
    benchmark.stopMeasurement()
    precondition(result.explainedVarianceRatio.reduce(0, +) > 0.5)
    blackHole(result)
  }

  Benchmark("k-means, 5,280 x 100, k = 50") { benchmark in
    let matrix = try TextFeatureModel.fit(
      texts, options: TextFeatureOptions(), scheduler: scheduler
    ).tfidf
    let points = try TruncatedSVD.fit(
      matrix, options: TruncatedSVDOptions(components: 100), seed: 1, scheduler: scheduler
    ).documentVectors.withUnitRows(scheduler: scheduler)
    benchmark.startMeasurement()
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 50), seed: 1, scheduler: scheduler)
    benchmark.stopMeasurement()
    precondition(result.converged && result.inertia < 0.8 * Double(points.rowCount))
    blackHole(result)
  }
}

/// The sample corpus again and again, each copy with a word of its own.
func repeatedSample(times: Int) -> [String] {
  struct Record: Decodable { var title, abstract: String }
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("notebooks-data/sample-papers.jsonl")
  let records =
    ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
  precondition(records.count == 264, "the sample corpus is not where it belongs: \(file.path)")
  return (0..<times).flatMap { copy in
    records.map { "\($0.title)\n\n\($0.abstract) copy\(copy)x" }
  }
}
