import BlockScheduling
import LinearAlgebra
import TextFeatures
import TrendAnalysis

/// The terms whose trends are tested: those of the vocabulary, and the words of manner that it leaves
/// out.
///
/// Words such as `underscores` say nothing of a subject and are no terms of topics. That they come
/// and go is still worth saying, apart, as style.
package struct TrendTerms: Sendable {
  /// The terms as they are looked up.
  package private(set) var terms: [String]
  /// The terms as they are shown.
  package private(set) var displayForms: [String]
  /// The papers of each.
  package private(set) var postings: TermPostings

  init(_ fitted: FittedCorpus, scheduler: BlockScheduler) throws(TextFeatureError) {
    let vocabulary = fitted.features.vocabulary
    terms = (0..<vocabulary.count).map(vocabulary.term)
    displayForms = (0..<vocabulary.count).map(vocabulary.displayForm)
    let transposed = fitted.counts.transposed()
    var offsets = transposed.rowOffsets.map(Int.init)
    var papers = transposed.columnIndices
    if fitted.options.text.stopWords == .englishAndScholarly {
      let rows = fitted.corpus.papers.indices.filter { !fitted.counts.entries(ofRow: $0).isEmpty }
      var options = fitted.options.text
      options.stopWords = .english
      options.phrases = .none
      options.maximumDocumentShare = 1
      let (features, counts, _) = try TextFeatureModel.fit(
        fitted.texts.source(fitted.corpus.papers, rows: rows), options: options,
        scheduler: scheduler)
      let manner = Set(StopWords.scholarly)
      let words = counts.transposed()
      for word in 0..<words.rowCount where manner.contains(features.vocabulary.term(at: word)) {
        terms.append(features.vocabulary.term(at: word))
        displayForms.append(features.vocabulary.displayForm(at: word))
        papers += words.columnIndices[words.entries(ofRow: word)].map { Int32(rows[Int($0)]) }
        offsets.append(papers.count)
      }
    }
    postings = TermPostings(offsets: offsets, papers: papers)
  }
}
