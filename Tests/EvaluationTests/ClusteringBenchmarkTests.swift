import BlockScheduling
import Corpora
import Foundation
import PaperTrends
import TestSupport
import Testing

@testable import Evaluation

@Suite struct ClusteringBenchmarkTests {
  static let options: PipelineOptions = {
    guard let today = PublicationDate(year: 2026, month: 1, day: 1) else {
      preconditionFailure("the day exists")
    }
    return PipelineOptions(threads: 1, today: today)
  }()

  /// One benchmark for all tests, which take a while unoptimised.
  static let result = Result {
    let labels = try LabelledRecords.read(
      [Tool.sample], source: .categories, options: CorpusReadingOptions(),
      scheduler: BlockScheduler(threads: 1))
    return try ClusteringBenchmark(
      topicCounts: [.fixed(6)], seeds: [3, 4], threadCounts: [1, 2], labels: labels
    ).run(inputs: [Tool.sample], options: options)
  }

  @Test func runsOfOneSeedHaveOneDigest() throws {
    let result = try Self.result.get()
    #expect(result.runs.map(\.seed) == [3, 3, 4, 4])
    #expect(result.runs.map(\.threads) == [1, 2, 1, 2])
    #expect(result.disagreements.isEmpty)
    #expect(result.runs[0].digest == result.runs[1].digest)
    #expect(result.runs[0].digest != result.runs[2].digest)
    #expect(result.runs.allSatisfy { $0.topics == 6 && $0.calibrationSeconds > 0 })
  }

  @Test func scoresAreThereAndInRange() throws {
    let result = try Self.result.get()
    for run in result.runs {
      for metric in QualityMetric.allCases {
        let value = try #require(run.quality[metric], "\(metric)")
        #expect(value.isFinite)
        if metric != .uMass, metric != .inertia, metric != .daviesBouldin {
          #expect((-1...1).contains(value), "\(metric): \(value)")
        }
      }
      // By the arithmetic mean, NMI is the V-measure.
      let (nmi, vMeasure) = (run.quality[.nmi] ?? 0, run.quality[.vMeasure] ?? 1)
      #expect(abs(nmi - vMeasure) < 1e-12)
    }
    let labels = try #require(result.labels)
    #expect(labels.scored == result.input?.read)
    let summary = try #require(result.summaries.first)
    let nmi = [0, 2].compactMap { result.runs[$0].quality[.nmi] }
    #expect(summary[.nmi]?.mean == (nmi[0] + nmi[1]) / 2)
    #expect(abs((summary[.nmi]?.sd ?? 0) - abs(nmi[0] - nmi[1]) / 2.0.squareRoot()) < 1e-12)
    #expect((-1...1).contains(try #require(summary.stabilityARI)))
  }

  @Test func workIsThatOfTheFit() throws {
    let result = try Self.result.get()
    let fitted = try FittedCorpus.fit(
      inputs: [Tool.sample],
      options: {
        var options = Self.options
        options.topics.topicCount = .fixed(6)
        options.seed = 3
        return options
      }())
    let work = result.runs[0].work
    #expect(work.iterations > 1)
    #expect(work.labelChanges >= fitted.corpus.papers.count)
    #expect(work.distanceEvaluations >= 6 * fitted.corpus.papers.count)
    #expect(result.runs[1].work == work)
    #expect(result.runs[0].quality[.inertia] == fitted.model.inertia)
    #expect(result.runs[0].digest == ResultDigest.of(fitted.model))
  }

  @Test func stagesAreSummarisedByThreads() throws {
    let result = try Self.result.get()
    let names = result.runs[0].stages.map(\.name)
    #expect(
      names == [
        "read", "terms", "decomposition", "neighbors", "smoothing", "clustering", "refinement",
        "labels",
      ])
    #expect(result.stages.map(\.name) == (names + ["total"]) + (names + ["total"]))
    let rows = names.count + 1
    #expect(
      result.stages.map(\.threads)
        == Array(repeating: 1, count: rows) + Array(repeating: 2, count: rows))
    for stage in result.stages {
      #expect(stage.secondsLow <= stage.seconds && stage.seconds <= stage.secondsHigh)
      #expect(stage.perCalibration > 0 && stage.papersPerSecond > 0)
    }
  }

  @Test func aThreadCountThatChangesTheResultIsFound() throws {
    let benchmark = ClusteringBenchmark(
      topicCounts: [.fixed(4)], seeds: [1], threadCounts: [1, 2], labels: nil)
    let result = try benchmark.run(fit: { request in
      var options = Self.options
      options.topics.topicCount = request.topics
      options.seed = UInt64(request.threads)
      return try FittedCorpus.fit(inputs: [Tool.sample], options: options)
    })
    #expect(result.disagreements.map { $0.map(\.threads) } == [[1, 2]])
    #expect(result.summaries[0].stabilityARI == nil)
    #expect(result.summaries[0][.nmi] == nil)
    #expect(result.summaries[0][.inertia]?.sd == nil)
  }

  @Test func aDumpThatChangesBetweenRunsIsRefused() throws {
    let benchmark = ClusteringBenchmark(
      topicCounts: [.fixed(4)], seeds: [1], threadCounts: [1, 2], labels: nil)
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(separator: "\n")
    #expect(throws: ClusteringBenchmarkError.inputChanged) {
      try benchmark.run(fit: { request in
        let path = try folder.write(
          "dump.jsonl", lines.dropLast(request.threads).joined(separator: "\n"))
        var options = Self.options
        options.topics.topicCount = request.topics
        return try FittedCorpus.fit(inputs: [path], options: options)
      })
    }
  }

  // MARK: - The document

  static func document() throws -> ClusteringBenchmarkDocument {
    let result = try Self.result.get()
    return ClusteringBenchmarkDocument(
      result,
      run: ClusteringBenchmarkDocument.Run(
        command: "papertrends bench clustering dump.jsonl", threads: [1, 2], inputs: result.files,
        blas: "a BLAS", kernels: "plain", stages: result.stages))
  }

  /// The paths of all values, arrays by their first element.
  static func paths(_ value: Any, _ prefix: String = "") -> Set<String> {
    if let object = value as? [String: Any] {
      return object.reduce(into: []) { $0.formUnion(paths($1.value, "\(prefix).\($1.key)")) }
    }
    if let array = value as? [Any] {
      return array.first.map { paths($0, prefix + "[]") } ?? [prefix + "[]"]
    }
    return [String(prefix.dropFirst())]
  }

  @Test func theKeysThatScriptsRelyOnAreThere() throws {
    let data = try Self.document().json()
    let paths = Self.paths(try JSONSerialization.jsonObject(with: data))
    let metrics = QualityMetric.allCases.map(\.rawValue)
    #expect(
      metrics == [
        "nmi", "ami", "ari", "vMeasure", "purity", "accuracy", "explainedVariance", "inertia",
        "simplifiedSilhouette", "daviesBouldin", "npmi", "cv", "uMass", "diversity",
        "invertedRBO",
      ])
    var expected: Set = [
      "benchmark", "version", "nmiMean", "space", "digestsMatch",
      "coherence.reference", "coherence.npmiWindow", "coherence.cvWindow",
      "coherence.uMassWindow", "coherence.topWords", "coherence.epsilon",
      "coherence.wordsOutside", "run.command", "run.threads[]", "run.blas", "run.kernels",
    ]
    expected.formUnion(
      ["read", "kept", "dropped", "duplicates", "textBytes", "corpusDigest"].map { "papers.\($0)" })
    expected.formUnion(
      ["source", "classes", "scored", "withoutTopic", "withoutLabel"].map { "labels.\($0)" })
    expected.formUnion(
      ["threads", "seed", "topics", "topicsAsked", "digest", "calibrationSeconds"]
        .map { "runs[].\($0)" })
    expected.formUnion(metrics.map { "runs[].quality.\($0)" })
    expected.formUnion(
      ["matrixPasses", "iterations", "distanceEvaluations", "exactDistances", "labelChanges"]
        .map { "runs[].work.\($0)" })
    expected.formUnion(["name", "seconds", "peakMemoryBytes"].map { "runs[].stages[].\($0)" })
    for summary in ["summary", "summaries[]"] {
      expected.formUnion(["\(summary).topics", "\(summary).stabilityARI"])
      expected.formUnion(metrics.flatMap { ["\(summary).\($0).mean", "\(summary).\($0).sd"] })
    }
    expected.formUnion(["path", "sha256"].map { "run.inputs[].\($0)" })
    expected.formUnion(
      [
        "name", "threads", "topics", "seconds", "secondsLow", "secondsHigh", "perCalibration",
        "papersPerSecond", "megabytesPerSecond", "peakMemoryBytes",
      ].map { "run.stages[].\($0)" })
    #expect(paths == expected, "\(paths.symmetricDifference(expected).sorted())")
  }

  @Test func theDocumentReadsBackEqual() throws {
    let document = try Self.document()
    let again = try JSONDecoder().decode(
      ClusteringBenchmarkDocument.self, from: try document.json())
    #expect(again == document)
  }

  // MARK: - Comparison

  private func slower(
    _ document: ClusteringBenchmarkDocument, by factor: Double
  ) -> ClusteringBenchmarkDocument {
    var document = document
    for index in document.run.stages.indices {
      document.run.stages[index].perCalibration *= factor
      document.run.stages[index].peakMemoryBytes *= 2
    }
    return document
  }

  @Test func aBenchmarkDoesNotDifferFromItself() throws {
    let document = try Self.document()
    let comparison = BenchmarkComparison(
      new: document, old: document,
      conditions: try FailureCondition.parse("nmi<-0.01 time>+10% memory.read>+10% nmi>0 ari<0"))
    #expect(!comparison.hasFailed)
    #expect(comparison.unanswered.isEmpty)
    #expect(comparison.remarks.isEmpty)
    #expect(
      comparison.rows.count == QualityMetric.allCases.count + 1 + 2 * document.run.stages.count)
  }

  @Test func secondsAloneAreNoDifference() throws {
    let old = try Self.document()
    var new = old
    for index in new.run.stages.indices { new.run.stages[index].seconds *= 5 }
    let comparison = BenchmarkComparison(
      new: new, old: old, conditions: try FailureCondition.parse("time>+10% time.read>+10%"))
    #expect(!comparison.hasFailed)
  }

  @Test func whatLiesBeyondABoundFails() throws {
    let old = try Self.document()
    let comparison = BenchmarkComparison(
      new: slower(old, by: 1.2), old: old,
      conditions: try FailureCondition.parse("time>+10% time.read>+30% memory>+50% time.terms<0%"))
    #expect(comparison.hasFailed)
    let failed = comparison.rows.filter { !$0.failed.isEmpty }
    #expect(failed.map(\.name) == ["time", "time", "memory", "memory"])
    #expect(failed.map(\.threads) == [1, 2, 1, 2])
    #expect(failed[0].failed == ["time>+10%"])
  }

  @Test func aConditionThatNothingAnswersIsNamed() throws {
    let old = try Self.document()
    var new = old
    new.summaries = []
    new.papers?.corpusDigest = "another"
    let comparison = BenchmarkComparison(
      new: new, old: old, conditions: try FailureCondition.parse("nmi<0 time.rest>1%"))
    #expect(comparison.unanswered == ["nmi<0", "time.rest>1%"])
    #expect(comparison.remarks == ["The two read different papers."])
  }
}
