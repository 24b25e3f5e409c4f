import Foundation

/// The sample corpus as plain values, for suites that need real texts.
public struct SampleCorpus: Sendable {
  private struct Record: Decodable {
    var id, title, abstract: String
    var categories: [String]
  }

  /// Ids, sorted.
  public let ids: [String]
  /// Title and abstract of each paper, as two paragraphs.
  public let texts: [String]
  /// The topic that each abstract was written for.
  public let topics: [String]

  /// Reads the corpus.
  public init() throws {
    let records = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
      .sorted { $0.id < $1.id }
    ids = records.map(\.id)
    texts = records.map { $0.title + "\n\n" + $0.abstract }
    topics = records.map { $0.categories[0] }
  }
}
