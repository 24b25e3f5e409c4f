import Foundation
import PaperTrends

/// The sample corpus of the repository, as it is and in variations.
package enum SampleTexts {
  private struct Record: Codable {
    var id, title, abstract, date: String

    var text: String { "\(title)\n\n\(abstract)" }
  }

  /// The file of the corpus.
  package static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("notebooks-data/sample-papers.jsonl").path

  /// The 264 texts: title, blank line, abstract.
  package static func read() throws -> [String] { try records().map(\.text) }

  /// The texts and `times` - 1 variations of each.
  package static func read(times: Int) throws -> [String] {
    try varied(times: times).map(\.text)
  }

  /// The texts and `times` - 1 variations of each as a dump in a temporary file.
  package static func writeDump(times: Int) throws -> URL {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("papertrends-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
      .appendingPathExtension("jsonl")
    let encoder = JSONEncoder()
    let lines = try varied(times: times).map {
      String(decoding: try encoder.encode($0), as: UTF8.self)
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    return file
  }

  private static func records() throws -> [Record] {
    let records = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    precondition(records.count == 264, "the sample corpus is not what it was")
    return records
  }

  /// A variation keeps two in three sentences of its abstract and takes one of another paper's, so
  /// that no two are equal and topics stay.
  private static func varied(times: Int) throws -> [Record] {
    let records = try records()
    let sentences = records.map { $0.abstract.components(separatedBy: ". ") }
    return (0..<times).flatMap { copy in
      records.indices.map { paper in
        guard copy > 0 else { return records[paper] }
        var generator = SplitMix64(
          seed: UInt64(copy), purpose: "variations of the sample", index: paper)
        var kept = sentences[paper].filter { _ in generator.nextIndex(below: 3) > 0 }
        let other = sentences[generator.nextIndex(below: sentences.count)]
        kept.append(other[generator.nextIndex(below: other.count)])
        var record = records[paper]
        record.id = "copy\(copy)-\(record.id)"
        record.abstract = kept.joined(separator: ". ")
        return record
      }
    }
  }
}
