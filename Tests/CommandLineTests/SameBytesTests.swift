import Foundation
import LinearAlgebra
import TestSupport
import Testing

/// The same papers give the same files, whatever else differs.
@Suite struct SameBytesTests {
  private func files(
    _ inputs: [String], _ options: [String], environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      ["report"] + inputs
        + ["-o", folder.path("r.html"), "--also", "md,csv,json", "--assignments", "--quiet"]
        + options, environment: environment)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return Dictionary(uniqueKeysWithValues: try folder.contents().map { ($0.name, $0.bytes) })
  }

  @Test func aReportWritesFiveFiles() throws {
    #expect(
      try files([Tool.sample], ["--topics", "8"]).keys.sorted()
        == ["r-series.csv", "r-topics.csv", "r.html", "r.json", "r.md"])
  }

  @Test func threadsAndASecondRunChangeNothing() throws {
    let once = try files([Tool.sample], ["--threads", "1"])
    #expect(try files([Tool.sample], ["--threads", "1"]) == once)
    #expect(try files([Tool.sample], ["--threads", "2"]) == once)
    #expect(try files([Tool.sample], ["--threads", "5"]) == once)
  }

  @Test(arguments: [1, 2]) func theOrderOfLinesAndFilesChangesNothing(seed: Int) throws {
    var lines = try String(contentsOfFile: Tool.sample, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    var generator = SplitMix64(seed: UInt64(seed))
    for last in stride(from: lines.count - 1, to: 0, by: -1) {
      lines.swapAt(last, generator.nextIndex(below: last + 1))
    }
    let folder = try TemporaryFolder()
    let half = lines.count / 2
    let first = try folder.write("b.jsonl", lines[..<half].joined(separator: "\n") + "\n")
    let second = try folder.write("a.jsonl", lines[half...].joined(separator: "\n"))
    let expected = try files([Tool.sample], ["--topics", "8"])
    #expect(try files([first, second], ["--topics", "8"]) == expected)
    #expect(try files([second, first], ["--topics", "8"]) == expected)
  }

  @Test func compressionAndStandardInputChangeNothing() throws {
    let folder = try TemporaryFolder()
    let packed = try Tool.run(URL(fileURLWithPath: "/bin/gzip"), ["-c", Tool.sample])
    #expect(packed.status == 0)
    let expected = try files([Tool.sample], ["--topics", "8"])
    let gzip = folder.path("s.gz")
    let shell = URL(fileURLWithPath: "/bin/sh")
    #expect(try Tool.run(shell, ["-c", "gzip -c '\(Tool.sample)' > '\(gzip)'"]).status == 0)
    #expect(try files([gzip], ["--topics", "8"]) == expected)
    let output = try TemporaryFolder()
    let piped = try Tool.run(
      ["report", "-", "-o", output.path("r.html"), "--topics", "8", "--assignments", "--quiet"],
      input: try Data(contentsOf: URL(fileURLWithPath: Tool.sample)))
    #expect(piped.status == 0)
    #expect(try output.contents().first?.bytes == expected["r.html"])
  }

  @Test func seedsOfTheGeneratorChangeTheRecordedSeed() throws {
    let one = try files([Tool.sample], ["--topics", "8", "--seed", "1"])
    let two = try files([Tool.sample], ["--topics", "8", "--seed", "2"])
    #expect(one["r.json"] != two["r.json"])
  }
}
