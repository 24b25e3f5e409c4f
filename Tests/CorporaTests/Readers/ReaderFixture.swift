import Corpora
import Testing

/// A file in one format with its oddities, written for these tests, and what it holds.
struct ReaderFixture: Sendable, CustomTestStringConvertible {
  var format: DumpFormat
  var text: String
  /// What the last bytes of a record are.
  var recordEnd: String
  /// How often such bytes stand before the first record.
  var falseEndCount = 0
  /// The number of records, kept or not.
  var count: Int
  /// The papers in canonical order.
  var papers: [Paper]

  var testDescription: String { "\(format)" }
  var bytes: [UInt8] { Array(text.utf8) }

  static let all = [
    arXivAtom, oaiPMH, pubMed, jats, aclAnthology, bibTeX, ris, webOfScience, smart,
    markdownDigest,
  ]

  /// The date of a text of known form.
  static func day(_ text: String) -> PublicationDate? { try? PublicationDate(parsing: text) }
}
