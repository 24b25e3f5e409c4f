public import Foundation
import LinearAlgebra

/// The arrays and tables of a fitted corpus as files, for notebooks.
///
/// The same fit gives the same bytes. Rows of `tfidf`, `document-vectors`, `topic-vectors`,
/// `neighbors`, `neighbor-cosines`, `labels` and `papers.tsv` are papers in canonical order;
/// columns of `tfidf`, lines of `vocabulary.txt`, entries of `idf` and rows of `components` are
/// terms. Row m of `tree` names the two nodes that the m-th merge unites, those below the number
/// of topics being topics and the others earlier merges, and `tree-heights` what it costs. By
/// latent semantic analysis lists of neighbours are empty.
public struct CorpusExport: Sendable {
  private let fitted: FittedCorpus

  /// What is written of `fitted`.
  public init(_ fitted: FittedCorpus) { self.fitted = fitted }

  /// The names of all files of an export, sorted.
  public static let fileNames = [
    "centroids.npy", "components.npy", "document-vectors.npy", "idf.npy", "labels.npy",
    "manifest.json", "neighbor-cosines.npy", "neighbors.npy", "papers.tsv", "singular-values.npy",
    "starting-centroids.npy", "tfidf-data.npy", "tfidf-indices.npy", "tfidf-indptr.npy",
    "tfidf-shape.npy", "topic-vectors.npy", "topics.tsv", "tree-heights.npy", "tree.npy",
    "vocabulary.txt",
  ]

  /// Writes the folder at `folder`, whole or not at all; an earlier export there is replaced.
  ///
  /// All files are written to a folder beside it, which then takes its name.
  ///
  /// - Throws: ``CorpusExportError``.
  public func write(to folder: URL) throws(CorpusExportError) {
    let folder = folder.standardizedFileURL
    let place = ExportPlace(folder)
    try place.prepare()
    do {
      try writeFiles(to: place.partial)
    } catch {
      place.discard()
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    try place.commit()
  }

  /// Clears what an export to `folder` that is broken off has left, and brings back the export that
  /// it would have replaced.
  public static func abandon(_ folder: URL) { ExportPlace(folder.standardizedFileURL).abandon() }

  private func writeFiles(to folder: URL) throws {
    var manifest = ExportManifest(fitted)
    func write<Element: NPYElement>(_ elements: [Element], _ shape: [Int], _ name: String) throws {
      let file = "\(name).npy"
      try NPYFile.write(elements, shape: shape, to: folder.appendingPathComponent(file))
      manifest.arrays.append(
        ExportManifest.ArrayFile(file: file, type: Element.numpyType, shape: shape))
    }
    func write(_ matrix: DenseMatrix, _ name: String) throws {
      try write(matrix.elements, [matrix.rowCount, matrix.columnCount], name)
    }
    let (tfidf, model) = (fitted.tfidf, fitted.model)
    let idf = fitted.features.inverseDocumentFrequency
    try write(model.centroids, "centroids")
    try write(model.components, "components")
    try write(model.documentVectors, "document-vectors")
    try write(idf, [idf.count], "idf")
    try write(model.labels, [model.labels.count], "labels")
    let lists = [tfidf.rowCount, model.neighbors?.neighborCount ?? 0]
    try write(model.neighbors?.cosines ?? [], lists, "neighbor-cosines")
    try write(model.neighbors?.indices ?? [], lists, "neighbors")
    try write(model.singularValues, [model.singularValues.count], "singular-values")
    try write(model.startingCentroids, "starting-centroids")
    try write(tfidf.values, [tfidf.entryCount], "tfidf-data")
    try write(tfidf.columnIndices, [tfidf.entryCount], "tfidf-indices")
    try write(tfidf.rowOffsets, [tfidf.rowOffsets.count], "tfidf-indptr")
    try write([Int64(tfidf.rowCount), Int64(tfidf.columnCount)], [2], "tfidf-shape")
    try write(model.topicVectors, "topic-vectors")
    let merges = model.tree.nodes.compactMap(\.children)
    try write(merges.map { Float($0.height) }, [merges.count], "tree-heights")
    try write(merges.flatMap { [Int32($0.left), Int32($0.right)] }, [merges.count, 2], "tree")
    for (name, text) in [
      ("papers.tsv", ExportTables.papers(fitted)), ("topics.tsv", ExportTables.topics(fitted)),
      ("vocabulary.txt", ExportTables.vocabulary(fitted)), ("manifest.json", try manifest.json()),
    ] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }
}

/// Why an export cannot be written.
public enum CorpusExportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Something that is no export stands where it should go; `found` is a file of it.
  case occupied(path: String, found: String)
  /// The system does not let it be written.
  case cannotWrite(path: String, reason: String)

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .occupied(let path, let found):
      "\(path) holds '\(found)', which is no part of an export; name a folder that is new or empty."
    case .cannotWrite(let path, let reason):
      "\(path) cannot be written (\(reason)); check that its folder exists and allows it."
    }
  }
}
