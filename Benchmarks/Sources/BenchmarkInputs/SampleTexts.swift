import Foundation

/// The sample corpus of the repository as texts: title, blank line, abstract.
package enum SampleTexts {
  private struct Record: Decodable { var title, abstract: String }

  /// The file of the corpus.
  package static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("notebooks-data/sample-papers.jsonl").path

  /// The 264 texts.
  package static func read() throws -> [String] {
    let texts = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      let record = try JSONDecoder().decode(Record.self, from: Data($0.utf8))
      return "\(record.title)\n\n\(record.abstract)"
    }
    precondition(texts.count == 264, "the sample corpus is not what it was")
    return texts
  }

  /// The texts again and again, each copy with a word of its own.
  package static func read(times: Int) throws -> [String] {
    let texts = try read()
    return (0..<times).flatMap { copy in texts.map { "\($0) copy\(copy)x" } }
  }

  /// The corpus as a dump with every paper under `times` ids, written to a temporary file.
  package static func writeDump(times: Int) throws -> URL {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let copies = (0..<times).flatMap { copy in
      lines.map { $0.replacingOccurrences(of: "\"sample-", with: "\"copy\(copy)-sample-") }
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("papertrends-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
      .appendingPathExtension("jsonl")
    try Data(copies.joined(separator: "\n").utf8).write(to: file)
    return file
  }
}
