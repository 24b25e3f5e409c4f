import BlockScheduling
import LinearAlgebra
import TestSupport
import Testing

@testable import TextFeatures

@Suite struct TextFeatureModelTests {
  private typealias Fit = (model: TextFeatureModel, counts: CSRMatrix, tfidf: CSRMatrix)

  /// More texts than two blocks.
  private static let many = MadeUpTexts.texts(2 * TokenizedBlock.textCount(of: 0) + 301, length: 6)

  private func fit(
    _ texts: [String], threads: Int = 1, order: UInt64? = nil,
    options: TextFeatureOptions = TextFeatureOptions()
  ) throws -> Fit {
    try TextFeatureModel.fit(
      texts, options: options, scheduler: BlockScheduler(threads: threads, blockOrderSeed: order))
  }

  private func row(_ matrix: CSRMatrix, _ row: Int) -> (columns: [Int32], bits: [UInt32]) {
    let entries = matrix.entries(ofRow: row)
    return (Array(matrix.columnIndices[entries]), matrix.values[entries].map(\.bitPattern))
  }

  // MARK: Properties

  @Test func theSameBitsForAnyThreadsAndBlockOrder() throws {
    let reference = try fit(Self.many)
    for (threads, order) in [(2, nil), (5, nil), (1, 7), (3, 11)] as [(Int, UInt64?)] {
      let other = try fit(Self.many, threads: threads, order: order)
      #expect(other.model == reference.model)
      #expect(other.counts == reference.counts)
      #expect(other.tfidf.values.map(\.bitPattern) == reference.tfidf.values.map(\.bitPattern))
    }
  }

  @Test(arguments: [1, 2]) func anotherOrderOfTextsPermutesTheRows(seed: Int) throws {
    let reference = try fit(Self.many)
    var generator = SplitMix64(seed: UInt64(seed), purpose: "order")
    var order = Array(Self.many.indices)
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, generator.nextIndex(below: last + 1))
    }
    let permuted = try fit(order.map { Self.many[$0] }, threads: 2)
    #expect(permuted.model == reference.model)
    for (place, original) in order.enumerated() {
      #expect(row(permuted.tfidf, place) == row(reference.tfidf, original))
      #expect(row(permuted.counts, place) == row(reference.counts, original))
    }
  }

  @Test func transformGivesTheRowsOfTheFit() throws {
    let reference = try fit(Self.many)
    let batch = try reference.model.transform(Self.many, scheduler: BlockScheduler(threads: 2))
    #expect(batch.counts == reference.counts)
    #expect(batch.tfidf == reference.tfidf)
    for index in stride(from: 0, to: Self.many.count, by: 211) {
      let alone = try reference.model.transform(
        [Self.many[index]], scheduler: BlockScheduler(threads: 1))
      #expect(row(alone.tfidf, 0) == row(reference.tfidf, index))
      #expect(row(alone.counts, 0) == row(reference.counts, index))
    }
  }

  @Test func aModelFromItsPartsGivesTheSameRows() throws {
    let reference = try fit(Self.many)
    let vocabulary = reference.model.vocabulary
    let again = TextFeatureModel(
      vocabulary: try Vocabulary(
        terms: vocabulary.terms, documentFrequency: vocabulary.documentFrequency,
        displayForms: vocabulary.displayForms),
      documentCount: reference.model.documentCount, options: reference.model.options)
    #expect(again == reference.model)
    let rows = try again.transform(Self.many, scheduler: BlockScheduler(threads: 1))
    #expect(rows.tfidf == reference.tfidf)
  }

  @Test func rowsHaveUnitNormAndTheirColumnsAscend() throws {
    let reference = try fit(Self.many)
    #expect(reference.counts.columnIndices == reference.tfidf.columnIndices)
    for index in 0..<reference.tfidf.rowCount {
      let values = reference.tfidf.values[reference.tfidf.entries(ofRow: index)]
      let norm = values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(values.isEmpty || abs(norm - 1) < 1e-6)
    }
    _ = try CSRMatrix(
      rowCount: reference.tfidf.rowCount, columnCount: reference.tfidf.columnCount,
      rowOffsets: reference.tfidf.rowOffsets, columnIndices: reference.tfidf.columnIndices,
      values: reference.tfidf.values)
  }

  @Test func documentFrequencyIsTheNumberOfRowsWithTheTerm() throws {
    let reference = try fit(Self.many)
    var found = [Int32](repeating: 0, count: reference.counts.columnCount)
    for column in reference.counts.columnIndices { found[Int(column)] += 1 }
    #expect(found == reference.model.vocabulary.documentFrequency)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 >= $1 })
  }

  // MARK: Reference values

  private static let toy = [
    "graph search finds graph paths", "paths through trees and graph search",
    "trees grow slowly slowly slowly", "rivers carry water",
  ]

  private func toyOptions(_ form: TextFeatureOptions.TermFrequency) -> TextFeatureOptions {
    var options = TextFeatureOptions()
    options.phrases = .none
    options.stopWords = .none
    options.termFrequency = form
    options.minimumDocumentFrequency = 1
    options.maximumDocumentShare = 1
    return options
  }

  /// By hand: n = 4; "graph" has df 2, so idf = ln(5/3) + 1, and tf 2 in the first text, so
  /// w = 1 + ln 2; "finds" has df 1.
  @Test func weightsFollowTheFormulas() throws {
    let fit = try fit(Self.toy, options: toyOptions(.sublinear))
    let (rare, shared) = (1.916_290_731_874_155, 1.510_825_623_765_990_7)
    let graph = 1.693_147_180_559_945_3 * shared
    let norm = (graph * graph + rare * rare + 2 * shared * shared).squareRoot()
    let expected = ["graph": graph / norm, "finds": rare / norm, "search": shared / norm]
    for (term, value) in expected {
      #expect(relativeError(Double(try weight(fit, term, row: 0)), value) < 1e-7)
    }
    let id = try #require(fit.model.vocabulary.id(of: "finds"))
    #expect(relativeError(Double(fit.model.inverseDocumentFrequency[id]), rare) < 1e-7)
  }

  private func weight(_ fit: Fit, _ term: String, row: Int) throws -> Float {
    let id = try #require(fit.model.vocabulary.id(of: term))
    let entries = fit.tfidf.entries(ofRow: row)
    let entry = try #require(entries.first { fit.tfidf.columnIndices[$0] == Int32(id) })
    return fit.tfidf.values[entry]
  }

  /// TfidfVectorizer of scikit-learn 1.9.1 on the same texts.
  @Test(arguments: [
    (TextFeatureOptions.TermFrequency.sublinear, 0, "finds", 0.498436458),
    (.sublinear, 0, "graph", 0.665361176), (.sublinear, 0, "paths", 0.392973029),
    (.sublinear, 1, "and", 0.472120027), (.sublinear, 1, "trees", 0.372224852),
    (.sublinear, 2, "slowly", 0.854921173), (.sublinear, 2, "grow", 0.407374519),
    (.sublinear, 3, "water", 0.577350269), (.raw, 0, "finds", 0.459822070),
    (.raw, 0, "graph", 0.725058004), (.raw, 2, "slowly", 0.920505597),
    (.raw, 2, "trees", 0.241912395),
  ])
  func weightsAgreeWithScikitLearn(
    form: TextFeatureOptions.TermFrequency, row: Int, term: String, value: Double
  ) throws {
    let fit = try fit(Self.toy, options: toyOptions(form))
    #expect(abs(Double(try weight(fit, term, row: row)) - value) < 5e-8)
  }

  @Test func withoutInverseDocumentFrequencyEveryTermWeighsOne() throws {
    var options = toyOptions(.raw)
    options.inverseDocumentFrequency = .none
    let fit = try fit(Self.toy, options: options)
    #expect(fit.model.inverseDocumentFrequency.allSatisfy { $0 == 1 })
    #expect(abs(try weight(fit, "graph", row: 0) - 2 / Float(7).squareRoot()) < 1e-6)
  }

  // MARK: Edges

  @Test func textsWithoutTermsHaveEmptyRows() throws {
    let fit = try fit(["", "of the and", "12 3.5 %", "amber birch", "amber birch", "amber"])
    #expect((0..<3).allSatisfy { fit.tfidf.entries(ofRow: $0).isEmpty })
    #expect(fit.tfidf.rowCount == 6)
    let other = try fit.model.transform(["unknown words"], scheduler: BlockScheduler(threads: 1))
    #expect(other.tfidf.rowCount == 1)
    #expect(other.tfidf.entryCount == 0)
    #expect(other.tfidf.columnCount == fit.model.vocabulary.count)
  }

  @Test func noTextsGiveAnEmptyModel() throws {
    let fit = try fit([])
    #expect(fit.model.vocabulary.count == 0)
    #expect(fit.tfidf.rowCount == 0)
    #expect(try fit.model.transform([], scheduler: BlockScheduler(threads: 2)).tfidf.rowCount == 0)
  }

  @Test func optionsOutOfRangeAreNamed() {
    var options = TextFeatureOptions()
    options.minimumDocumentFrequency = 0
    #expect(throws: TextFeatureError.minimumDocumentFrequency(0)) {
      try fit(["amber"], options: options)
    }
    options = TextFeatureOptions()
    options.maximumDocumentShare = 1.5
    #expect(throws: TextFeatureError.maximumDocumentShare(1.5)) {
      try fit(["amber"], options: options)
    }
  }

  @Test func boundsOnDocumentFrequencyHold() throws {
    let texts = (0..<20).map {
      "common, amber\($0 / 10)q, rare\($0)q, " + ($0 < 11 ? "frequent" : "")
    }
    var options = TextFeatureOptions()
    #expect(try fit(texts).model.vocabulary.terms == ["amber0q", "amber1q"])
    options.maximumDocumentShare = 0.55
    #expect(
      try fit(texts, options: options).model.vocabulary.terms == ["frequent", "amber0q", "amber1q"])
    options.maximumDocumentShare = 1
    options.minimumDocumentFrequency = 1
    #expect(try fit(texts, options: options).model.vocabulary.count >= 24)
  }

  @Test(arguments: [
    (1, 1), (9, 1), (38, 2), (400, 2), (1_000, 3), (3_000, 4), (10_000, 5), (9_000_000, 5),
  ])
  func theSmallestDocumentFrequencyGrows(count: Int, expected: Int) {
    #expect(
      TextFeatureOptions.defaultMinimumDocumentFrequency(documentCount: count) == expected)
  }

  @Test func theFitTellsItsSteps() throws {
    var events: [TextFeatureEvent] = []
    let fit = try TextFeatureModel.fit(
      Self.toy, scheduler: BlockScheduler(threads: 1), observe: { events.append($0) })
    #expect(events.count == 3)
    #expect(events.last == .choseVocabulary(terms: fit.model.vocabulary.count))
  }
}
