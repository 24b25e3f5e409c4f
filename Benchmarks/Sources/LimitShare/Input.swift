import BenchmarkInputs
import PaperTrends

/// What the kernels are measured on.
struct Input {
  let matrix: CSRMatrix
  let texts: [String]
  let description: String

  /// The papers of a dump, or synthetic input of the same shape as a year of abstracts.
  init(dump: String?) throws {
    let scheduler = BlockScheduler(threads: 2)
    if let dump {
      let papers = try Corpus.read([dump], scheduler: scheduler).papers
      let all = papers.map { "\($0.title)\n\n\($0.abstract)" }
      matrix = try TextFeatureModel.fit(all, scheduler: scheduler).tfidf
      texts = Array(all.prefix(20_000))
    } else {
      matrix = try SyntheticMatrices.terms(
        rows: 112_000, columns: 31_728, draws: 112, seed: 1, scheduler: scheduler)
      texts = try SampleTexts.read(times: 40)
    }
    let megabytes = Double(texts.reduce(0) { $0 + $1.utf8.count }) / 1e6
    description =
      "\(dump ?? "synthetic") matrix of \(matrix.rowCount) x \(matrix.columnCount) with "
      + "\(matrix.entryCount) entries; \(megabytes.rounded()) MB of text"
  }
}
