import Foundation
import LinearAlgebra
import Reporting

/// What an export says about itself.
struct ExportManifest: Encodable {
  /// An array, its element type and shape.
  struct ArrayFile: Encodable {
    var file: String
    var type: String
    var shape: [Int]
  }

  /// The number of this arrangement of files.
  let format = 1
  let version = paperTrendsVersion
  let corpusDigest: String
  let seed: UInt64
  let papers: Int
  let terms: Int
  let dimensions: Int
  let topics: Int
  let inertia: Double
  let explainedVariance: Double
  var arrays: [ArrayFile] = []

  init(_ fitted: FittedCorpus) {
    corpusDigest = fitted.digest
    seed = fitted.options.seed
    papers = fitted.tfidf.rowCount
    terms = fitted.tfidf.columnCount
    dimensions = fitted.model.components.columnCount
    topics = fitted.model.topics.count
    inertia = fitted.model.inertia
    explainedVariance = fitted.model.explainedVarianceRatio
  }

  func json() throws -> String {
    try JSONDocument.text(self)
  }
}
