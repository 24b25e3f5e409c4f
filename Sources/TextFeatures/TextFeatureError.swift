/// Why texts cannot become a TF-IDF matrix.
public enum TextFeatureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The smallest document frequency is below 1.
  case minimumDocumentFrequency(Int)
  /// The largest share of documents is not above 0 and up to 1.
  case maximumDocumentShare(Double)
  /// The matrix has more entries than 32-bit offsets can number.
  case tooManyEntries(Int)
  /// A vocabulary's arrays have different lengths.
  case unevenVocabulary(terms: Int, documentFrequencies: Int, displayForms: Int)
  /// A vocabulary has a term twice.
  case repeatedTerm(String)
  /// A vocabulary has a term that no text can yield.
  case malformedTerm(String)

  /// One sentence with the value at fault.
  public var description: String {
    switch self {
    case .minimumDocumentFrequency(let value):
      "the smallest document frequency must be at least 1, not \(value)"
    case .maximumDocumentShare(let value):
      "the largest share of documents must be above 0 and at most 1, not \(value)"
    case .tooManyEntries(let count):
      "the matrix would have \(count) entries; \(Int32.max) is the most, so fit fewer texts"
    case .unevenVocabulary(let terms, let frequencies, let forms):
      "a vocabulary of \(terms) terms has \(frequencies) frequencies and \(forms) display forms"
    case .repeatedTerm(let term): "the vocabulary has the term \"\(term)\" twice"
    case .malformedTerm(let term): "the vocabulary's term \"\(term)\" is no term of any text"
    }
  }
}
