import BlockScheduling
import Corpora
import Foundation

/// A folder for the files of one test, removed with it.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("papertrends-corpora-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  @discardableResult func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }
}

extension Corpus {
  /// Reads one file of these bytes.
  static func read(
    bytes: [UInt8], threads: Int = 1, blockOrderSeed: UInt64? = nil,
    options: CorpusReadingOptions = CorpusReadingOptions()
  ) throws -> Corpus {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "input")
    return try Corpus.read(
      [path], options: options,
      scheduler: BlockScheduler(threads: threads, blockOrderSeed: blockOrderSeed))
  }

  static func read(text: String, options: CorpusReadingOptions = CorpusReadingOptions()) throws
    -> Corpus
  {
    try read(bytes: Array(text.utf8), options: options)
  }

  /// Whether every record is accounted for once.
  var balances: Bool {
    read == papers.count + duplicateCount + droppedCount
      && mergedRecords.count == duplicateCount
      && sources.reduce(0) { $0 + $1.recordCount } == read
  }

  /// Everything but file names and digests of files.
  var content: [String] {
    papers.map { "\($0)" } + problems.map { "\($0.line): \($0.reason) \($0.dropped)" }
      + mergedRecords.map { "\($0.line) \($0.paper)" }
      + ["\(read) \(duplicateCount) \(dropReasons.sorted { $0.key < $1.key })"]
  }
}

/// Fixtures that tests share, written for them.
enum Fixture {
  /// A JSON line of a paper.
  static func line(_ number: Int, extra: String = "") -> String {
    """
    {"id": "2501.\(10_000 + number)", "title": "On the growth of moss, part \(number)", \
    "abstract": "We count moss on \(number) walls and find that shade explains most of it.", \
    "date": "2025-01-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)", \
    "categories": ["q-bio.PE", "stat.AP"]\(extra)}
    """
  }

  static func lines(_ count: Int) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  static let abstract = "Tides were measured at nine harbours during one year of storms."
}
