import ArgumentParser
import Foundation
import PaperTrends

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write arrays and tables of a fit, for notebooks.",
    discussion: """
      Fits SOURCE as 'report' does and writes a folder that NumPy, Julia and R read: tfidf-data, \
      tfidf-indices, tfidf-indptr and tfidf-shape .npy (papers x terms in compressed sparse rows), \
      vocabulary.txt and idf.npy (terms in the order of the columns), components.npy (terms x \
      dimensions), singular-values.npy, document-vectors.npy (papers x dimensions, unit rows), \
      topic-vectors.npy (the same, smoothed over neighbours: the space of the centroids), \
      neighbors.npy and neighbor-cosines.npy (papers x nearest papers, -1 where a list ends), \
      tree.npy and tree-heights.npy (merges of topics, two nodes each, by ascending height), \
      centroids.npy (topics x dimensions), starting-centroids.npy (what k-means began with), \
      labels.npy (topic less 1 of each paper, -1 for none), papers.tsv, topics.tsv and \
      manifest.json.

      In Python: scipy.sparse.csr_matrix((data, indices, indptr), shape=shape) with the four tfidf \
      arrays. The same input gives the same bytes. The folder appears whole or not at all; an \
      earlier export is replaced, anything else is left alone.
      """)

  @Argument(help: ArgumentHelp("A dump file or a folder of them, or -.", valueName: "source"))
  var source: String

  @Option(name: .customLong("to"), help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var destination: String

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Topics") var topics: TopicOptions
  @OptionGroup(title: "Model") var model: ModelOptions
  @OptionGroup(title: "Running") var running: RunOptions

  func validate() throws {
    guard !destination.isEmpty else { throw ValidationError("--to needs the name of a folder.") }
  }

  func run() throws {
    try CommandFailure.reporting {
      let runner = PipelineRunner(
        inputs: [source], input: input, model: model, topics: topics, running: running)
      let fitted = try runner.fit(asOf: nil)
      let run = running.json ? runner.reportRun(fitted) : nil
      let folder = URL(fileURLWithPath: destination)
      let interruption = Interruption(writing: destination) { CorpusExport.abandon(folder) }
      defer { withExtendedLifetime(interruption) {} }
      do {
        try CorpusExport(fitted).write(to: folder)
      } catch {
        throw CommandFailure(code: .cannotCreate, message: "\(error)")
      }
      if let run {
        try StandardOutput.write(json: document(fitted, run: run.value))
      } else {
        try StandardOutput.write(text(fitted))
      }
    }
  }

  private func text(_ fitted: FittedCorpus) -> String {
    let (tfidf, model) = (fitted.tfidf, fitted.model)
    return """
      Wrote \(destination): \(FixedPoint.count(tfidf.rowCount, "paper")) x \
      \(FixedPoint.count(tfidf.columnCount, "term")), \
      \(FixedPoint.count(tfidf.entryCount, "entry", "entries")); \
      \(FixedPoint.count(model.components.columnCount, "dimension")), \
      \(FixedPoint.count(model.topics.count, "topic")).

      """
  }

  private struct Document: Encodable {
    var folder: String
    var files: [String]
    var corpusDigest: String
    var run: ReportRun
  }

  private func document(_ fitted: FittedCorpus, run: ReportRun) -> Document {
    Document(
      folder: destination, files: CorpusExport.fileNames, corpusDigest: fitted.digest, run: run)
  }
}
