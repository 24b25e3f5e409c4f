extension TextFeatureOptions {
  /// The smallest number of documents for a term in a corpus of a size: 1 below ten documents,
  /// 2 below a thousand, 3 below three thousand, 4 below ten thousand, then 5.
  public static func defaultMinimumDocumentFrequency(documentCount: Int) -> Int {
    switch documentCount {
    case ..<10: 1
    case ..<1_000: 2
    case ..<3_000: 3
    case ..<10_000: 4
    default: 5
    }
  }

  /// The smallest number of documents for a word of a corpus of `documentCount` documents.
  func minimumForWords(documentCount: Int) -> Int {
    minimumDocumentFrequency ?? Self.defaultMinimumDocumentFrequency(documentCount: documentCount)
  }

  /// The smallest number of documents for a phrase: up to hundreds of papers that for a word, but
  /// at least 2; beyond, where set expressions of authors repeat as well, one more; twice as many
  /// from ten thousand.
  func minimumForPhrases(documentCount: Int) -> Int {
    let words = minimumForWords(documentCount: documentCount)
    return words < 3 ? 2 : words < 5 ? words + 1 : 2 * words
  }

  /// The largest number of documents that a single word may occur in; never below the smallest,
  /// so that the two bounds cannot empty the vocabulary between them.
  func maximumForWords(documentCount: Int) -> Int {
    max(
      minimumForWords(documentCount: documentCount),
      Int(maximumDocumentShare * Double(documentCount)))
  }

  /// Checks that the options can be met.
  func validate() throws(TextFeatureError) {
    if let minimum = minimumDocumentFrequency, minimum < 1 {
      throw .minimumDocumentFrequency(minimum)
    }
    guard maximumDocumentShare > 0, maximumDocumentShare <= 1 else {
      throw .maximumDocumentShare(maximumDocumentShare)
    }
  }
}
