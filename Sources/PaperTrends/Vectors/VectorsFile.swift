public import Corpora
public import LinearAlgebra
import Foundation

/// Vectors of papers that the user brings, in place of the truncated SVD.
public struct VectorsFile: Sendable, Hashable {
  /// A NumPy array, papers x dimensions, float32 or float64.
  public var path: String
  /// A text file with the id of each row, one a line; nil where the rows are in the order of the
  /// input's records.
  public var idsPath: String?

  /// Names the files.
  public init(path: String, idsPath: String? = nil) {
    self.path = path
    self.idsPath = idsPath
  }

  /// The vector of each paper of `corpus`, in its order.
  ///
  /// Vectors of other papers are passed over; of an id that comes twice the first row counts.
  ///
  /// - Throws: ``VectorsFileError`` for a file that cannot be read, numbers that do not fit, papers
  ///   without a vector, and vectors without a direction.
  public func vectors(of corpus: Corpus) throws(VectorsFileError) -> DenseMatrix {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw VectorsFileError(path: path, reason: "cannot be read; check the path")
    }
    let matrix: DenseMatrix
    do {
      matrix = try NPYMatrix.read(data)
    } catch {
      throw VectorsFileError(path: path, reason: error.reason)
    }
    let ids = try rowIDs(corpus, rowCount: matrix.rowCount)
    let rowOfID = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = corpus.papers.map { rowOfID[$0.id] }
    let missing = rows.indices.filter { rows[$0] == nil }
    if let first = missing.first {
      throw VectorsFileError(
        path: idsPath ?? path,
        reason: "has no vector for \(corpus.papers[first].id)"
          + (missing.count > 1 ? " and \(missing.count - 1) more papers" : "")
          + "; add them, or leave the papers out of the input")
    }
    let selected = matrix.selectingRows(rows.compactMap(\.self))
    try checkDirections(selected, papers: corpus.papers)
    return selected
  }

  /// The id of each row.
  private func rowIDs(_ corpus: Corpus, rowCount: Int) throws(VectorsFileError) -> [String] {
    guard let idsPath else {
      guard corpus.droppedCount == 0, corpus.recordIDs.count == rowCount else {
        throw VectorsFileError(
          path: path,
          reason: "has \(rowCount) rows, but the input \(corpus.read) records of which"
            + " \(corpus.droppedCount) were dropped; say with --vector-ids whose each row is")
      }
      return corpus.recordIDs
    }
    guard let text = try? String(contentsOfFile: idsPath, encoding: .utf8) else {
      throw VectorsFileError(path: idsPath, reason: "cannot be read as text; check the path")
    }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces.union(.newlines))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count == rowCount else {
      throw VectorsFileError(
        path: idsPath,
        reason:
          "has \(lines.count) lines, but \(path) \(rowCount) rows; write one id a line, in the"
          + " order of the rows")
    }
    return lines.map { ArXivIdentifier($0)?.text ?? $0 }
  }

  private func checkDirections(
    _ vectors: DenseMatrix, papers: [Paper]
  ) throws(VectorsFileError) {
    for (row, paper) in papers.enumerated() {
      let squared = vectors.withRow(row) { DenseKernels.squaredNorm($0) }
      guard squared.isFinite else {
        throw VectorsFileError(
          path: path,
          reason: "has a value that is infinite or no number in the vector of \(paper.id); mend it")
      }
      guard squared > 0 else {
        throw VectorsFileError(
          path: path,
          reason: "has a vector of zeros for \(paper.id), which has no direction; mend it"
        )
      }
    }
  }
}

/// Why a file of vectors cannot be used.
public struct VectorsFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// What is wrong and what to do.
  public var reason: String

  /// One sentence.
  public var description: String { "\(path) \(reason)." }
}
