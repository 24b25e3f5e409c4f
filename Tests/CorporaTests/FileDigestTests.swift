import BlockScheduling
import Corpora
import Crypto
import Foundation
import TestSupport
import Testing

@Suite struct FileDigestTests {
  static let text = Array(Fixture.lines(3_000).utf8)

  static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static func read(
    _ paths: [String], observe: (CorpusReadingEvent) -> Void = { _ in }
  ) throws -> Corpus {
    try Corpus.read(paths, scheduler: BlockScheduler(threads: 2), observe: observe)
  }

  @Test func digestsAreThoseOfTheFile() throws {
    let folder = try TemporaryFolder()
    let contents = [
      [], Array("{}".utf8), Self.text, Compressing.gzip(Self.text), Compressing.zstd(Self.text),
      Compressing.gzip(Self.text) + Array("more".utf8),
    ]
    let paths = try contents.indices.map { try folder.write(contents[$0], to: "\($0)") }
    let sources = try Self.read(paths).sources
    #expect(sources.map { $0.sha256() } == contents.map(Self.sha256))
    #expect(sources.map(\.byteCount) == contents.map(\.count))
    // printf '' | sha256sum
    #expect(
      sources[0].sha256() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func theDigestOfAFileThatIsSkippedIsThatOfAllOfIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "a.jsonl")
    let other = Array(String(repeating: "no dump at all\n", count: 100_000).utf8)
    try folder.write(other, to: "b.txt")
    let sources = try Self.read([folder.path]).sources
    #expect(sources.map { $0.sha256() } == [Self.text, other].map(Self.sha256))
    #expect(sources.map(\.byteCount) == [Self.text.count, other.count])
  }

  @Test func whatWasReadThroughAPipeIsDigestedOnTheWay() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: Data(Self.text))
    }
    let sources = try Self.read([path]).sources
    try FileManager.default.removeItem(atPath: path)
    #expect(sources.map { $0.sha256() } == [Self.sha256(Self.text)])
    #expect(sources.map(\.byteCount) == [Self.text.count])
  }

  /// What happens to a file after it was opened.
  enum Change: CaseIterable {
    case appended, overwritten, replaced, removed
  }

  static func change(_ path: String, _ change: Change) throws {
    let file = URL(fileURLWithPath: path)
    switch change {
    case .appended:
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(Fixture.line(9_999).utf8))
      try handle.close()
    case .overwritten:
      let handle = try FileHandle(forWritingTo: file)
      try handle.write(contentsOf: Data(Self.text))
      try handle.close()
      // Of the very size; the clock of a file system may stand for some milliseconds.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: path)
    case .replaced: try Data(Self.text).write(to: file, options: .atomic)
    case .removed: try FileManager.default.removeItem(at: file)
    }
  }

  @Test(arguments: Change.allCases) func thatOfAFileThatChangedAfterwardsIsNotKnown(
    change: Change
  ) throws {
    let folder = try TemporaryFolder()
    let paths = try ["a", "b"].map { try folder.write(Self.text, to: $0) }
    let sources = try Self.read(paths).sources
    try Self.change(paths[0], change)
    #expect(sources.map { $0.sha256() } == [nil, Self.sha256(Self.text)])
  }

  @Test(arguments: [Change.appended, .overwritten])
  func thatOfAFileThatChangedMeanwhileIsNotKnown(change: Change) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.text, to: "a")
    let corpus = try Self.read([path]) {
      if case .opened = $0 { #expect(throws: Never.self) { try Self.change(path, change) } }
    }
    #expect(corpus.sources.map { $0.sha256() } == [nil])
    #expect(corpus.papers.count >= 3_000)
  }
}
