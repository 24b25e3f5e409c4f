import BenchmarkInputs
import CBenchmarkLoops
@_spi(Benchmarking) import Clustering
import Corpora
@_spi(Benchmarking) import LinearAlgebra
import PaperTrends
@_spi(Benchmarking) import TextFeatures

/// Runs each kernel once on a small fixed input, on one thread, inside a function that an
/// instruction counter can switch on; prints the kernels in order and what they computed.
///
/// The output is for `scripts/counts`: lines of `kernel NAME` and `work NAME COUNT`, with tabs.
@main
enum KernelCounts {
  static let scheduler = BlockScheduler(threads: 1)

  static func main() throws {
    print("variant\t\(KernelVariant.selected)")
    let texts = try SampleTexts.read()
    readAndTerms(texts)
    try sparseProducts(texts)
    try clustering()
  }

  private static func readAndTerms(_ texts: [String]) {
    let path = SampleTexts.path
    let read = counted("read") {
      (try? Corpus.read([path], scheduler: scheduler))?.papers.count ?? 0
    }
    precondition(read == texts.count, "the sample was not read")

    let tokens = counted("tokenizer") { Tokenizer.count(texts[...]) }
    precondition(tokens > 30_000 && tokens < 40_000, "the sample has about 36,000 words")
    work("tokens", tokens)
  }

  private static func sparseProducts(_ texts: [String]) throws {
    let tfidf = try counted("terms") {
      try TextFeatureModel.fit(texts, options: TextFeatureOptions(), scheduler: scheduler).tfidf
    }
    precondition(tfidf.rowCount == texts.count && tfidf.entryCount > 10_000)
    work("entries of the matrix", tfidf.entryCount)

    let width = 32
    let gram = GramOperator(tfidf, scheduler: scheduler)
    let q = SyntheticMatrices.dense(rows: tfidf.columnCount, columns: width, seed: 1)
    let z = counted("sparse product") { gram.apply(to: q, width: width, scheduler: scheduler) }
    precondition(z.count == q.count && z.contains { $0 != 0 })

    let svd = try counted("truncated SVD") {
      try TruncatedSVD.fit(
        tfidf, options: TruncatedSVDOptions(components: 25), seed: 1, scheduler: scheduler)
    }
    precondition(svd.explainedVarianceRatio.reduce(0, +) > 0.2, "25 components explain a fifth")
    work("passes of the SVD", svd.passes)
  }

  private static func clustering() throws {
    let points = SyntheticMatrices.points(
      rows: 3_000, columns: 32, clusters: 40, noise: 1.5, seed: 1)
    guard let pass = AssignmentPass(points) else { preconditionFailure("finite points") }
    let centroids = points.selectingRows(Array(0..<25))
    let assignment = counted("assignment") { pass.assign(to: centroids, scheduler: scheduler) }
    precondition(assignment.labels.prefix(25).elementsEqual(0..<25), "a point is its own nearest")

    let result = try counted("k-means") {
      try KMeans.fit(
        points, options: KMeansOptions(clusterCount: 25), seed: 1, scheduler: scheduler)
    }
    precondition(result.converged && result.inertia > 0)
    work("iterations of k-means", result.iterationCount)
    work("distance evaluations of k-means", result.work.products)
    work("exact distances of k-means", result.work.exactDistances)
    work("label changes of k-means", result.work.labelChanges)
  }

  private static func counted<Result, Failure: Error>(
    _ kernel: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var outcome: Swift.Result<Result, Failure>?
    let run = {
      do throws(Failure) { outcome = .success(try body()) } catch { outcome = .failure(error) }
    }
    withoutActuallyEscaping(run) { run in
      var run = run
      withUnsafeMutablePointer(to: &run) { pointer in
        bm_counted({ $0?.assumingMemoryBound(to: (() -> Void).self).pointee() }, pointer)
      }
    }
    print("kernel\t\(kernel)")
    guard let outcome else { preconditionFailure("\(kernel) did not run") }
    return try outcome.get()
  }

  private static func work(_ name: String, _ count: Int) { print("work\t\(name)\t\(count)") }
}
