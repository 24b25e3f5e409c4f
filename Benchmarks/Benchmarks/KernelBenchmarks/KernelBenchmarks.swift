import Benchmark
import BenchmarkInputs
@_spi(Benchmarking) import Clustering
import Foundation
@_spi(Benchmarking) import LinearAlgebra
import PaperTrends
@_spi(Benchmarking) import TextFeatures

/// The inner loops, with their rates; each checks its result.
let benchmarks: @Sendable () -> Void = {
  let rate = BenchmarkMetric.custom(
    "0.1 GFLOP/s", polarity: .prefersLarger, useScalingFactor: false)
  let byteRate = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)
  Benchmark.defaultConfiguration.metrics = [.wallClock]
  Benchmark.defaultConfiguration.maxDuration = .seconds(3)
  Benchmark.defaultConfiguration.maxIterations = 30
  let threadCounts = [1, 2]

  for threads in threadCounts {
    let scheduler = BlockScheduler(threads: threads)

    Benchmark(
      "sparse product A^T(AQ), 20,000 x 20,000, 32 columns, \(threads) threads",
      configuration: .init(metrics: [.wallClock, rate])
    ) { benchmark in
      let matrix = try SyntheticMatrices.terms(
        rows: 20_000, columns: 20_000, draws: 100, seed: 1, scheduler: scheduler)
      let gram = GramOperator(matrix, scheduler: scheduler)
      let q = SyntheticMatrices.dense(rows: matrix.columnCount, columns: 32, seed: 1)
      let clock = ContinuousClock()
      benchmark.startMeasurement()
      let start = clock.now
      let z = gram.apply(to: q, width: 32, scheduler: scheduler)
      let seconds = (clock.now - start) / .seconds(1)
      benchmark.stopMeasurement()
      benchmark.measurement(rate, Int(4 * Double(matrix.entryCount) * 32 / seconds / 1e8))
      // The same by the two products apart, the columns one by one as sums in another order.
      let apart = matrix.transposeTimes(
        matrix.times(
          DenseMatrix(rowCount: matrix.columnCount, columnCount: 32, elements: q),
          scheduler: scheduler), scheduler: scheduler
      ).elements
      precondition(zip(z, apart).allSatisfy { abs($0 - $1) <= 1e-3 * max(1, abs($1)) })
      blackHole(z)
    }

    Benchmark(
      "E-step without bounds, 60,000 x 100, k = 100, \(threads) threads",
      configuration: .init(metrics: [.wallClock, rate])
    ) { benchmark in
      let points = SyntheticMatrices.points(
        rows: 60_000, columns: 100, clusters: 100, noise: 1.5, seed: 1)
      let centroids = points.selectingRows(Array(0..<100))
      guard let pass = AssignmentPass(points) else { preconditionFailure("finite points") }
      let clock = ContinuousClock()
      benchmark.startMeasurement()
      let start = clock.now
      let result = pass.assign(to: centroids, scheduler: scheduler)
      let seconds = (clock.now - start) / .seconds(1)
      benchmark.stopMeasurement()
      benchmark.measurement(rate, Int(2 * 60_000.0 * 100 * 100 / seconds / 1e8))
      precondition(result.labels.prefix(100).elementsEqual(0..<100), "a point is its own nearest")
      blackHole(result)
    }

    Benchmark(
      "tokenizer, \(threads) threads", configuration: .init(metrics: [.wallClock, byteRate])
    ) { benchmark in
      let texts = try SampleTexts.read(times: 40)
      let bytes = texts.reduce(0) { $0 + $1.utf8.count }
      let clock = ContinuousClock()
      benchmark.startMeasurement()
      let start = clock.now
      let tokens = scheduler.map(texts.count, blockSize: 256) { range in
        Tokenizer.count(texts[range])
      }.reduce(0, +)
      let seconds = (clock.now - start) / .seconds(1)
      benchmark.stopMeasurement()
      benchmark.measurement(byteRate, Int(Double(bytes) / seconds / 1e6))
      precondition(tokens > bytes / 12 && tokens < bytes / 4, "a word has about six letters")
      blackHole(tokens)
    }
  }
}
