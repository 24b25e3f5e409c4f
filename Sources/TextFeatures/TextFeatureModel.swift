public import BlockScheduling
public import LinearAlgebra

/// A fitted way from texts to TF-IDF rows: a vocabulary and the weights of its terms.
///
/// Row i, column t of a matrix holds w(tf) idf(t) by ``TextFeatureOptions``, and each row that has
/// a term has Euclidean norm 1; a text with no term of the vocabulary has an empty row. A row
/// depends on its text and the model alone: not on the batch, the threads, or whether it was made
/// in the fit.
public struct TextFeatureModel: Sendable, Hashable {
  /// The terms.
  public let vocabulary: Vocabulary
  /// The number of texts that the model was fitted on.
  public let documentCount: Int
  /// How it was fitted.
  public let options: TextFeatureOptions

  let matcher: PhraseMatcher
  let weights: TermWeights

  /// Puts a model together from its parts, for instance as they were saved.
  public init(vocabulary: Vocabulary, documentCount: Int, options: TextFeatureOptions) {
    self.vocabulary = vocabulary
    self.documentCount = documentCount
    self.options = options
    matcher = PhraseMatcher(vocabulary, stopWords: options.stopWords)
    weights = TermWeights(
      documentFrequency: vocabulary.documentFrequency, documentCount: documentCount,
      options: options)
  }

  /// By term: its inverse document frequency.
  public var inverseDocumentFrequency: [Float] { weights.inverseDocumentFrequency }

  /// The rows of texts under the fitted vocabulary: how often each term occurs, and its weight.
  ///
  /// The two matrices share their pattern.
  ///
  /// - Throws: ``TextFeatureError/tooManyEntries(_:)``.
  /// - Complexity: O(bytes + entries log entries of a row).
  public func transform(
    _ texts: TextSource, scheduler: BlockScheduler
  ) throws(TextFeatureError) -> (counts: CSRMatrix, tfidf: CSRMatrix) {
    let blocks = scheduler.map(
      texts.count, blockSize: TokenizedBlock.textCount(of: texts.count)
    ) { range in
      let words = matcher.lexicon.words
      var rule = StreamRule(matcher.lexicon, keepsNeighbours: true)
      var builder = RowBuilder(matcher, termCount: vocabulary.count, room: 0)
      var scanner = TokenScanner()
      var text = WordText()
      var stream = TokenStream()
      var ids = TextIDs()
      for index in range {
        stream.removeAll()
        text.load(index, of: texts)
        ids.restart()
        text.withTerms(&scanner) { scanner, _, place in
          ids.put(words.id(of: scanner.key), at: place)
        } all: { found, _ in
          words.find(found, &ids)
          rule.append(found, ids.ids.span.extracting(found.indices), to: &stream)
        }
        builder.append(stream)
      }
      return builder.rows
    }
    return try SparseRows.matrices(blocks, weights: weights, scheduler: scheduler)
  }

  /// The rows of texts that are strings.
  ///
  /// - Throws: ``TextFeatureError/tooManyEntries(_:)``.
  public func transform(
    _ texts: [String], scheduler: BlockScheduler
  ) throws(TextFeatureError) -> (counts: CSRMatrix, tfidf: CSRMatrix) {
    try transform(TextSource(texts), scheduler: scheduler)
  }
}
