import LinearAlgebra
import TextFeatures

/// Where the cluster of a seed starts: the mean direction of the papers that match it.
///
/// A paper matches a term of the seed when it has the whole phrase, or all of its words; the match
/// weighs as much as the weakest of their TF-IDF weights. The papers whose matches add up to at
/// least half of the best sum, up to ``paperLimit``, count by that sum, example papers as the best
/// one; the mean of their unit vectors is the start.
struct SeedStart {
  /// The largest number of papers that the terms of one seed may take.
  static let paperLimit = 50
  /// A seed counts as so many papers at its start.
  static let weight = 3

  let name: String
  let missingPapers: [String]
  /// The terms as the user wrote them.
  let terms: [String]
  /// The rows of the papers that have one of the terms.
  let matchingRows: Set<Int>
  /// The rows of the example papers.
  let exampleRows: [Int]
  /// A unit vector, or nil where no paper matches.
  let vector: [Float]?
  /// The rows that the start is the mean of, with their shares of the best match, by row.
  private let matches: [(row: Int, share: Float)]

  /// The start of `seed`; `rowOfPaper` gives the row of each id.
  init(
    _ seed: TopicSeed, vocabulary: Vocabulary, tfidf: CSRMatrix, unitVectors: DenseMatrix,
    rowOfPaper: [String: Int]
  ) {
    name = seed.name
    missingPapers = seed.papers.filter { rowOfPaper[$0] == nil }
    terms = seed.terms
    exampleRows = seed.papers.compactMap { rowOfPaper[$0] }
    var weightOfRow: [Int: Double] = [:]
    let scores = Self.scores(
      terms: seed.terms.flatMap { Self.termIDs($0, vocabulary) }, tfidf: tfidf)
    matchingRows = Set(scores.map(\.row))
    let nearest = Self.best(scores)
    for (row, score) in nearest { weightOfRow[row] = score }
    let best = nearest.first?.score ?? 1
    for row in exampleRows { weightOfRow[row] = best }
    let rows = weightOfRow.sorted { $0.key < $1.key }
    matches = rows.map { (row: $0.key, share: Float($0.value / best)) }

    var sums = [Double](repeating: 0, count: unitVectors.columnCount)
    for (row, weight) in rows {
      unitVectors.withRow(row) { vector in
        for column in sums.indices { sums[column] += weight * Double(vector[column]) }
      }
    }
    var mean = sums.map { Float($0) }
    guard mean.contains(where: { $0 != 0 }) else {
      vector = nil
      return
    }
    var span = mean.mutableSpan
    DenseKernels.normalize(&span)
    vector = mean
  }

  /// Adds the start to the vectors of the papers that match, the best match as much as its own.
  ///
  /// What is smoothed over neighbours forgets whose papers a seed asked for; so among few papers the
  /// seed has to be in the vectors before.
  func pull(_ unitVectors: inout DenseMatrix) {
    guard let vector else { return }
    for (row, share) in matches {
      let first = row * vector.count
      for column in vector.indices {
        unitVectors.elements[first + column] += share * vector[column]
      }
    }
  }

  /// The term, or the hyphen names that it asks for, or all its words together; none where a word is
  /// not in the vocabulary.
  ///
  /// Stop words inside a term are passed over.
  private static func termIDs(_ term: String, _ vocabulary: Vocabulary) -> [[Int32]] {
    if let id = vocabulary.id(of: Tokenizer.normalize(term)) { return [[Int32(id)]] }
    let named = vocabulary.ids(askedFor: term)
    if !named.isEmpty { return named.map { [Int32($0)] } }
    var ids: [Int32] = []
    for token in Tokenizer.tokens(in: term) where !stopWords.contains(token.term) {
      guard let id = vocabulary.id(of: token.term) else { return [] }
      ids.append(Int32(id))
    }
    return ids.isEmpty ? [] : [ids]
  }

  private static let stopWords = Set(StopWords.english).union(StopWords.scholarly)

  /// The rows that match a term, with the sum of their matches.
  private static func scores(terms: [[Int32]], tfidf: CSRMatrix) -> [(row: Int, score: Double)] {
    guard !terms.isEmpty else { return [] }
    return (0..<tfidf.rowCount).lazy
      .map { row in
        (row: row, score: terms.reduce(0) { $0 + weakestWeight(of: $1, row: row, tfidf) })
      }
      .filter { $0.score > 0 }
  }

  /// The rows of at least half the best score, best first, ties by row.
  private static func best(_ scores: [(row: Int, score: Double)]) -> [(row: Int, score: Double)] {
    let best = scores.map(\.score).max() ?? 0
    return Array(
      scores.filter { $0.score >= best / 2 }.sorted { ($1.score, $0.row) < ($0.score, $1.row) }
        .prefix(paperLimit))
  }

  /// The smallest weight of the given terms in a row; 0 where one is missing.
  private static func weakestWeight(of ids: [Int32], row: Int, _ tfidf: CSRMatrix) -> Double {
    let entries = tfidf.entries(ofRow: row)
    let columns = tfidf.columnIndices[entries]
    var weakest = Double.infinity
    for id in ids {
      let position = columns.partitioningIndex { $0 >= id }
      guard position < columns.endIndex, columns[position] == id else { return 0 }
      weakest = min(weakest, Double(tfidf.values[position]))
    }
    return weakest
  }
}

extension ArraySlice<Int32> {
  /// The first position of a sorted slice for which `isAtOrAfter` holds, by bisection.
  fileprivate func partitioningIndex(where isAtOrAfter: (Int32) -> Bool) -> Int {
    var lower = startIndex
    var upper = endIndex
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if isAtOrAfter(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
