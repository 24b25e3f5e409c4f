import LinearAlgebra

/// Where the cluster of a seed starts: the mean direction of the papers that match it.
///
/// The seed's terms make a TF-IDF query. The papers that score at least half of the best score,
/// up to ``paperLimit``, and the example papers are taken; their unit vectors are averaged.
struct SeedStart {
  /// The largest number of papers that the terms of one seed may take.
  static let paperLimit = 50

  var name: String
  var missingPapers: [String]
  /// A unit vector, or nil where no paper matches.
  var vector: [Float]?

  /// - Parameters:
  ///   - query: The TF-IDF row of the seed's terms as a dense vector over the vocabulary.
  ///   - rowOfPaper: The row of each id.
  init(
    seed: TopicSeed, query: [Float], tfidf: CSRMatrix, unitVectors: DenseMatrix,
    rowOfPaper: [String: Int]
  ) {
    name = seed.name
    missingPapers = seed.papers.filter { rowOfPaper[$0] == nil }
    var rows = seed.papers.compactMap { rowOfPaper[$0] }
    rows += Self.bestMatches(query: query, tfidf: tfidf)
    let zero = [Float](repeating: 0, count: unitVectors.columnCount)
    var mean = zero
    for row in Set(rows).sorted() {
      unitVectors.withRow(row) { vector in
        for column in mean.indices { mean[column] += vector[column] }
      }
    }
    guard mean != zero else { return }
    var span = mean.mutableSpan
    DenseKernels.normalize(&span)
    vector = mean
  }

  private static func bestMatches(query: [Float], tfidf: CSRMatrix) -> [Int] {
    let scores = (0..<tfidf.rowCount).map { row in
      tfidf.withRow(row) { columns, values in
        var score = 0.0
        for entry in columns.indices {
          score += Double(values[entry]) * Double(query[Int(columns[entry])])
        }
        return score
      }
    }
    guard let best = scores.max(), best > 0 else { return [] }
    return Array(
      scores.indices.filter { scores[$0] >= best / 2 }
        .sorted { (scores[$1], $0) < (scores[$0], $1) }
        .prefix(paperLimit))
  }
}
