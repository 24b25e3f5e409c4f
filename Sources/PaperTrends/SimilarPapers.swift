public import BlockScheduling
import Corpora
public import Reporting
public import TextFeatures
import Similarity
import TopicModeling

/// An id that no paper of the corpus has.
public struct UnknownPaperError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The id asked for.
  public var id: String
  /// The id of the corpus that differs from it least, if one is close.
  public var nearest: String?

  /// Makes an error.
  public init(id: String, nearest: String?) {
    self.id = id
    self.nearest = nearest
  }

  /// One sentence with the nearest id.
  public var description: String {
    nearest.map { "no paper has the id '\(id)'; did you mean \($0)?" }
      ?? "no paper has the id '\(id)'; check it in the dump."
  }
}

extension FittedCorpus {
  /// The `count` papers nearest the one with this id.
  ///
  /// - Throws: ``UnknownPaperError`` with the nearest ids when there is no such paper.
  /// - Complexity: O(papers x dimensions).
  public func similar(
    toPaper id: String, count: Int, scheduler: BlockScheduler
  ) throws(UnknownPaperError) -> SimilarReport {
    guard let row = row(ofPaper: id) else {
      throw UnknownPaperError(
        id: id, nearest: NearestName.nearest(to: id, among: corpus.papers.lazy.map(\.id)))
    }
    let found = nearestPapers.nearest(toPaper: row, count: count, scheduler: scheduler)
    return SimilarReport(
      query: corpus.papers[row].id, queryTitle: corpus.papers[row].readableTitle,
      results: found.map(result))
  }

  /// The `count` papers nearest a text that need not be in the corpus; nil for a text without any
  /// term of the vocabulary.
  ///
  /// - Throws: ``TextFeatureError`` for a text of more terms than a matrix holds.
  public func similar(
    toText text: String, count: Int, scheduler: BlockScheduler
  ) throws(TextFeatureError) -> SimilarReport? {
    let tfidf = try features.transform(
      [withHyphenNames(texts.text(of: text))], scheduler: scheduler
    ).tfidf
    let entries = tfidf.entries(ofRow: 0)
    guard !entries.isEmpty else { return nil }
    let vector = model.documentVectors(ofTFIDF: tfidf, scheduler: scheduler).row(0)
    let found = nearestPapers.nearest(
      unitVector: vector, termIDs: Array(tfidf.columnIndices[entries]),
      termWeights: Array(tfidf.values[entries]), count: count, scheduler: scheduler)
    return SimilarReport(query: "text", queryTitle: nil, results: found.map(result))
  }

  /// A text with the hyphen names that its words ask for, where the words themselves are no terms.
  private func withHyphenNames(_ text: String) -> String {
    let vocabulary = features.vocabulary
    let names = Tokenizer.tokens(in: text).filter { vocabulary.id(of: $0.term) == nil }.flatMap {
      vocabulary.ids(askedFor: $0.term).map(vocabulary.term(at:))
    }
    return ([text] + names).joined(separator: "\n\n")
  }

  private var nearestPapers: NearestPapers {
    NearestPapers(
      unitVectors: model.documentVectors, tfidf: tfidf, vocabulary: features.vocabulary)
  }

  private func result(_ found: SimilarPaper) -> SimilarReport.Result {
    let topic = model.topic(ofPaper: found.row)
    return SimilarReport.Result(
      paper: Report.PaperLine(corpus.papers[found.row]), score: found.score, topic: topic?.id,
      topicLabel: topic?.label, terms: found.terms,
      latent: found.score - found.termScore)
  }

  private func row(ofPaper id: String) -> Int? {
    let spellings = [id, ArXivIdentifier(id)?.text, DOI(id)?.text].compactMap(\.self)
    return spellings.lazy.compactMap { id in
      corpus.papers.firstIndex { $0.id == id }
        ?? corpus.papers.firstIndex { $0.otherIDs.contains(id) }
    }.first
  }
}
