import Foundation
import TestSupport
import Testing

/// `bench synthesize` through the real binary.
@Suite struct BenchSynthesizeTests {
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Tool.Outcome {
    try Tool.run(["bench", "synthesize"] + arguments, in: folder.url)
  }

  private func digest(_ document: String) throws -> String {
    struct Document: Decodable { var corpusDigest: String }
    return try JSONDecoder().decode(Document.self, from: Data(document.utf8)).corpusDigest
  }

  @Test func aDumpIsWrittenAndRead() throws {
    let folder = try TemporaryFolder()
    for (name, threads) in [("a.jsonl", "1"), ("b.jsonl", "3"), ("c.jsonl.gz", "2")] {
      let outcome = try run(
        [
          "--papers", "700", "--like", Tool.sample, "-o", name, "--threads", threads, "--quiet",
          "--json",
        ], in: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      struct Answer: Decodable {
        struct Laws: Decodable { var papers: Int, terms: Int }
        var dump: Laws, writtenBytes: Int
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.dump.papers == 700)
      let size = try folder.contents().first { $0.name == name }?.bytes.count
      #expect(answer.writtenBytes == size)
    }
    let files = try folder.contents()
    #expect(files.map(\.name) == ["a.jsonl", "b.jsonl", "c.jsonl.gz"])
    #expect(files[0].bytes == files[1].bytes)
    #expect(files[2].bytes.starts(with: [0x1F, 0x8B]))
    let digests = try ["a.jsonl", "c.jsonl.gz"].map { name in
      let report = try Tool.run(
        ["report", name, "--json", "--quiet", "--topics", "3"], in: folder.url)
      try #require(report.status == 0, "\(report.errors)")
      return try digest(report.output)
    }
    #expect(digests[0] == digests[1])
  }

  @Test func theSeedChangesTheDump() throws {
    let folder = try TemporaryFolder()
    for seed in ["1", "2"] {
      let outcome = try run(
        [
          "--papers", "20", "--like", Tool.sample, "-o", "\(seed).jsonl", "--seed", seed, "--quiet",
        ], in: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    let files = try folder.contents()
    #expect(files[0].bytes != files[1].bytes)
  }

  @Test func faultsHaveTheirExitCodes() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("empty.jsonl", "\n")
    let cases: [(arguments: [String], status: Int32, says: String)] = [
      (["--papers", "0", "--like", Tool.sample, "-o", "x.jsonl"], 64, "--papers"),
      (["--papers", "5", "--like", Tool.sample], 64, "--output"),
      (["--papers", "5", "--like", "/no/such/file", "-o", "x.jsonl"], 66, "/no/such/file"),
      (["--papers", "5", "--like", empty, "-o", "x.jsonl"], 65, "empty.jsonl"),
      (["--papers", "5", "--like", Tool.sample, "-o", "no/folder/x.jsonl"], 73, "no/folder"),
    ]
    for (arguments, status, says) in cases {
      let outcome = try run(arguments, in: folder)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
    }
    #expect(try folder.contents().map(\.name) == ["empty.jsonl"])
  }

  /// An interrupted run leaves the old file of that name as it was, and no other file.
  @Test(arguments: [SIGINT, SIGTERM]) func anInterruptedRunLeavesNothing(number: Int32) throws {
    let folder = try TemporaryFolder()
    let old = try folder.write("big.jsonl.gz", "what was there before")
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = [
      "bench", "synthesize", "--papers", "50000000", "--like", Tool.sample, "-o", old, "--quiet",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    let partial = { try folder.contents().filter { $0.name.hasSuffix(".partial") } }
    let deadline = Date(timeIntervalSinceNow: 60)
    while try partial().first?.bytes.isEmpty ?? true, Date() < deadline { usleep(20_000) }
    try #require(try !partial().isEmpty, "the run never began to write")
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + number)
    let files = try folder.contents()
    #expect(files.map(\.name) == ["big.jsonl.gz"])
    #expect(files[0].bytes == Data("what was there before".utf8))
  }
}
