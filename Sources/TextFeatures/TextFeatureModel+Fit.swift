public import BlockScheduling
public import LinearAlgebra

/// What a fit tells while it runs.
public enum TextFeatureEvent: Sendable, Hashable {
  /// All texts are scanned.
  case scanned(texts: Int, words: Int)
  /// The phrases are found.
  case foundPhrases(Int)
  /// The vocabulary stands.
  case choseVocabulary(terms: Int)
}

extension TextFeatureModel {
  /// Fits a vocabulary to texts and gives their rows.
  ///
  /// Each text is scanned once. The result is the same for any thread count; in another order of
  /// the texts the model is the same and the rows are in that order.
  ///
  /// - Parameters:
  ///   - texts: Title, blank line and abstract of each paper.
  ///   - options: What is a term, and how terms weigh.
  ///   - scheduler: The threads to use.
  ///   - observe: Called as the steps end.
  /// - Returns: The model, and two matrices with one row a text, one column a term and the same
  ///   pattern: the counts and the TF-IDF weights.
  /// - Throws: ``TextFeatureError`` for options out of range or a matrix too large.
  /// - Complexity: O(bytes + entries log entries of a row).
  public static func fit(
    _ texts: TextSource, options: TextFeatureOptions = TextFeatureOptions(),
    scheduler: BlockScheduler, observe: (TextFeatureEvent) -> Void = { _ in }
  ) throws(TextFeatureError) -> (model: TextFeatureModel, counts: CSRMatrix, tfidf: CSRMatrix) {
    try options.validate()
    let stopWords = Lexicon(stopWords: options.stopWords)
    let findsPhrases = options.phrases != .none
    var blocks = scheduler.map(
      texts.count, blockSize: TokenizedBlock.textCount(of: texts.count)
    ) { range in
      TokenizedBlock(texts, range, stopWords: stopWords, keepsNeighbours: findsPhrases)
    }
    let corpus = CorpusWords(blocks, stopWords: stopWords, scheduler: scheduler)
    observe(.scanned(texts: texts.count, words: corpus.count))

    let frequent = corpus.frequent(
      minimum: options.minimumForWords(documentCount: texts.count), scheduler: scheduler)
    let candidates = CandidateWords(corpus, frequent, stopWords: stopWords)
    let ids = corpus.places(in: frequent, scheduler: scheduler)
    let spellings = Spellings(
      blocks, ids: ids, candidates: candidates, scheduler: scheduler)
    var streams = blocks.map(\.stream)
    let tallies = findsPhrases ? [] : blocks.map(\.tallies)
    blocks = []
    var phrases: [Collocations.Phrase] = []
    if findsPhrases {
      _ = scheduler.updateRows(&streams, width: 1, blockSize: 1) { block, stream in
        let numbers = ids[block.lowerBound]
        stream[0].renumber(numbers.span)
      }
      phrases = Collocations.find(
        in: streams, lexicon: candidates.lexicon, wordOccurrences: candidates.occurrences,
        total: corpus.occurrenceCount,
        minimumDocumentFrequency: options.minimumForPhrases(documentCount: texts.count),
        scheduler: scheduler)
    }
    observe(.foundPhrases(phrases.count))

    let vocabulary = candidates.vocabulary(
      phrases: phrases, spellings: spellings,
      maximum: options.maximumForWords(documentCount: texts.count))
    observe(.choseVocabulary(terms: vocabulary.count))

    let model = TextFeatureModel(
      vocabulary: vocabulary, documentCount: texts.count, options: options)
    var rows: [SparseRows]
    if findsPhrases {
      let newIDs = model.matcher.ids(of: candidates.lexicon)
      rows = scheduler.updateRows(&streams, width: 1, blockSize: 1) { _, stream in
        var builder = RowBuilder(
          model.matcher, termCount: vocabulary.count, room: stream[0].ids.count)
        stream[0].renumber(newIDs.span)
        builder.append(stream[0])
        stream[0] = TokenStream()
        return builder.rows
      }
    } else {
      let terms = vocabulary.ids(of: candidates.lexicon)
      rows = scheduler.updateRows(&streams, width: 1, blockSize: 1) { block, stream in
        let numbers = ids[block.lowerBound].map { $0 < 0 ? $0 : terms[Int($0)] }
        stream[0].renumber(numbers.span)
        var rows = SparseRows(terms: stream[0])
        for (number, tally) in zip(numbers, tallies[block.lowerBound]) where number >= 0 {
          rows.entryCount += Int(tally.documentFrequency)
        }
        stream[0] = TokenStream()
        return rows
      }
    }
    let matrices = try SparseRows.matrices(rows, weights: model.weights, scheduler: scheduler)
    return (model, matrices.counts, matrices.tfidf)
  }

  /// Fits a vocabulary to texts that are strings.
  ///
  /// - Throws: ``TextFeatureError`` for options out of range or a matrix too large.
  public static func fit(
    _ texts: [String], options: TextFeatureOptions = TextFeatureOptions(),
    scheduler: BlockScheduler, observe: (TextFeatureEvent) -> Void = { _ in }
  ) throws(TextFeatureError) -> (model: TextFeatureModel, counts: CSRMatrix, tfidf: CSRMatrix) {
    try fit(TextSource(texts), options: options, scheduler: scheduler, observe: observe)
  }
}
