internal import Corpora
public import Foundation

extension Inspection {
  /// The inspection as one JSON document: keys sorted, with a line feed at the end.
  ///
  /// Lists of records hold at most the reader's limit of each kind.
  ///
  /// - Returns: The document in UTF-8.
  /// - Throws: What the encoder throws.
  public func json() throws -> Data { try JSONDocument.data(Document(self)) }

  private struct Document: Encodable {
    struct Papers: Encodable {
      let read: Int, kept: Int, dropped: Int, duplicates: Int
      let dropReasons: [String: Int]
    }

    struct Dates: Encodable {
      @Nullable var first: String?
      @Nullable var last: String?
      let byPrecision: [String: Int]
      let undated: Int, future: Int
    }

    struct Source: Encodable {
      let path: String
      @Nullable var format: String?
      let compression: String
      @Nullable var sha256: String?
      let bytes: Int, records: Int
      let fields: [Field]
    }

    struct Field: Encodable {
      let name: String
      @Nullable var readAs: String?
    }

    struct Problem: Encodable {
      let file: String, line: Int, reason: String
      var kind: String?
    }

    struct Merged: Encodable {
      let file: String, line: Int, paper: String, evidence: String
    }

    @Nullable var format: String?
    let papers: Papers
    let dates: Dates
    let languages: [String: Int]
    let filled: [String: Int]
    let sources: [Source]
    let drops: [Problem], faults: [Problem]
    let merged: [Merged]

    init(_ inspection: Inspection) {
      _format = Nullable(wrappedValue: inspection.format?.rawValue)
      papers = Papers(
        read: inspection.read, kept: inspection.kept, dropped: inspection.dropped,
        duplicates: inspection.duplicates,
        dropReasons: Self.table(inspection.dropReasons, \.rawValue))
      let found = inspection.dates
      dates = Dates(
        first: found.first?.description, last: found.last?.description,
        byPrecision: Self.table(found.byPrecision, \.rawValue), undated: found.undated,
        future: found.future)
      languages = Self.table(inspection.languages) { $0?.rawValue ?? "unknown" }
      filled = Self.table(inspection.filled) { $0 }
      sources = inspection.sources.map { source in
        Source(
          path: source.path, format: source.format?.rawValue,
          compression: source.compression.rawValue, sha256: source.sha256(),
          bytes: source.byteCount, records: source.recordCount,
          fields: source.fields.map { Field(name: $0.name, readAs: $0.readAs) })
      }
      drops = inspection.problems.filter(\.dropped).map(Self.problem)
      faults = inspection.problems.filter { !$0.dropped }.map(Self.problem)
      merged = inspection.merged.prefix(Inspection.listLimit).map {
        Merged(file: $0.file, line: $0.line, paper: $0.paper, evidence: $0.evidence.rawValue)
      }
    }

    private static func table<Value>(
      _ counts: [Count<Value>], _ name: (Value) -> String
    ) -> [String: Int] {
      Dictionary(counts.map { (name($0.value), $0.count) }, uniquingKeysWith: +)
    }

    private static func problem(_ problem: RecordProblem) -> Problem {
      Problem(
        file: problem.file, line: problem.line, reason: problem.reason,
        kind: problem.dropReason?.rawValue)
    }
  }

  /// The most merged records that the document lists.
  private static let listLimit = 1_000
}
