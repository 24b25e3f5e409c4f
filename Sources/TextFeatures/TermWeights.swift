/// The weights of TF-IDF (Salton and Buckley 1988, "Term-weighting approaches in automatic text
/// retrieval").
///
/// The weight of term t in document d is w(tf) idf(t), and each row is divided by its Euclidean
/// norm, which is summed in Double in ascending order of columns.
struct TermWeights: Sendable, Hashable {
  /// By term: its inverse document frequency.
  let inverseDocumentFrequency: [Float]
  private let idf: [Double]
  private let termFrequency: TextFeatureOptions.TermFrequency
  private let smallCounts: [Double]

  init(documentFrequency: [Int32], documentCount: Int, options: TextFeatureOptions) {
    termFrequency = options.termFrequency
    idf = documentFrequency.map {
      Self.inverseDocumentFrequency(
        options.inverseDocumentFrequency, documentFrequency: Int($0), documentCount: documentCount)
    }
    inverseDocumentFrequency = idf.map(Float.init)
    smallCounts = (0..<64).map { [termFrequency] in Self.weight(termFrequency, count: $0) }
  }

  /// The number of terms.
  var termCount: Int { idf.count }

  /// 1 + ln tf, or tf.
  static func weight(_ form: TextFeatureOptions.TermFrequency, count: Int) -> Double {
    switch form {
    case .sublinear: count == 0 ? 0 : 1 + naturalLogarithm(Double(count))
    case .raw: Double(count)
    }
  }

  /// ln((1 + n) / (1 + df)) + 1, the smooth form, as if one more document held every term; or 1.
  static func inverseDocumentFrequency(
    _ form: TextFeatureOptions.InverseDocumentFrequency, documentFrequency: Int, documentCount: Int
  ) -> Double {
    switch form {
    case .smooth:
      naturalLogarithm(Double(1 + documentCount) / Double(1 + documentFrequency)) + 1
    case .none: 1
    }
  }

  /// The weight of a term that occurs a number of times, before its row is scaled.
  @inline(__always)
  func weight(_ term: Int, count: Int) -> Double {
    let frequency =
      count < smallCounts.count ? smallCounts[count] : Self.weight(termFrequency, count: count)
    return frequency * idf[term]
  }
}
