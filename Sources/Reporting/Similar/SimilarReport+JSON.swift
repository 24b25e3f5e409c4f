public import Foundation

extension SimilarReport {
  /// The answer as one JSON document: keys sorted, numbers to six places, with a line feed.
  ///
  /// - Returns: The document in UTF-8.
  /// - Throws: What the encoder throws.
  public func json() throws -> Data {
    try JSONDocument.data(Document(self))
  }

  private struct Document: Encodable {
    struct Result: Encodable {
      let id: String, title: String
      let score: Double, latent: Double
      @Nullable var date: String?
      @Nullable var link: String?
      @Nullable var topic: Int?
      @Nullable var topicLabel: String?
      let terms: [Term]
    }

    struct Term: Encodable {
      let term: String
      let contribution: Double
    }

    let query: String
    let results: [Result]

    init(_ report: SimilarReport) {
      query = report.query
      results = report.results.map { result in
        Result(
          id: result.paper.id, title: result.paper.title, score: Self.rounded(result.score),
          latent: Self.rounded(result.latent), date: result.paper.date,
          link: Escaping.link(result.paper.link), topic: result.topic,
          topicLabel: result.topicLabel,
          terms: result.terms.map {
            Term(term: $0.term, contribution: Self.rounded($0.contribution))
          })
      }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
  }
}
