import Foundation
import TestSupport
import Testing

/// `bench clustering`, `bench compare` and `export` through the real binary.
@Suite struct BenchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["bench", "clustering"], status: 64, says: "dump"),
    Case(arguments: ["bench", "clustering", "-"], status: 64, says: "standard input"),
    Case(arguments: ["bench", "clustering", "x", "--topics", "5,5"], status: 64, says: "--topics"),
    Case(
      arguments: ["bench", "clustering", "x", "--threads", "1,0"], status: 64, says: "--threads"),
    Case(arguments: ["bench", "clustering", "x", "--repeats", "0"], status: 64, says: "--repeats"),
    Case(arguments: ["bench", "clustering", "x", "--max-df", "2"], status: 64, says: "--max-df"),
    Case(
      arguments: ["bench", "clustering", "x", "--seed", "18446744073709551615"], status: 64,
      says: "--seed"),
    Case(
      arguments: ["bench", "clustering", "x", "--labels", "none"], status: 64, says: "--labels"),
    Case(
      arguments: ["bench", "clustering", "--json", "my-dump.jsonl", "x"], status: 64,
      says: "ends in .json"),
    Case(arguments: ["bench", "clustering", "/no/such/file"], status: 66, says: "/no/such/file"),
    Case(
      arguments: ["bench", "clustering", "/no/such/file", "--labels", "categories"], status: 66,
      says: "/no/such/file"),
    Case(
      arguments: ["bench", "clustering", Tool.sample, "--topics", "500"], status: 64, says: "500"),
    Case(arguments: ["bench", "compare", "a.json"], status: 64, says: "old.json"),
    Case(arguments: ["bench", "compare", "/no/a.json", "/no/b.json"], status: 66, says: "a.json"),
    Case(
      arguments: ["bench", "compare", Tool.sample, Tool.sample], status: 65, says: "no benchmark"),
    Case(
      arguments: ["bench", "compare", "a", "b", "--fail-if", "nim<-0.01"], status: 64,
      says: "did you mean nmi"),
    Case(
      arguments: ["bench", "compare", "a", "b", "--fail-if", "time>3"], status: 64,
      says: "percentage"),
    Case(arguments: ["export", Tool.sample], status: 64, says: "--to"),
    Case(arguments: ["export", "/no/such/file", "--to", "x"], status: 66, says: "/no/such/file"),
    Case(
      arguments: ["export", Tool.sample, "--topics", "3", "--to", "/no/such/folder/x"], status: 73,
      says: "/no/such/folder/x"),
  ]

  @Test(arguments: cases) func failsWithItsCode(_ example: Case) throws {
    let isQuiet = example.arguments.contains("compare") ? [] : ["--quiet"]
    let outcome = try Tool.run(example.arguments + isQuiet)
    #expect(outcome.status == example.status, "\(outcome.errors)")
    #expect(outcome.errors.contains(example.says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aBenchmarkIsWrittenAndCompared() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("new.json")
    let outcome = try Tool.run([
      "bench", "clustering", Tool.sample, "--labels", "categories", "--topics", "6,auto",
      "--repeats", "2", "--threads", "1,2", "--json", path, "--quiet",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    for words in [
      "NMI (arithmetic mean)", "6 topics", "auto topics", "peak MiB", "passes over the matrix",
      "Digests: the same with 1, 2 threads", "without a topic count as a cluster each",
      "windows of 10 words (NPMI)", "eps 1e-12", "0 words outside",
    ] { #expect(outcome.output.contains(words), "\(words) in \(outcome.output)") }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 120 })

    let same = try Tool.run([
      "bench", "compare", path, path, "--fail-if", "nmi<-0.01 time>+10% memory>+10%",
    ])
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output.contains("No condition holds."))

    // Times of the old run in fewer calibration loops: the new one is slower.
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let faster = text.replacing(/"perCalibration" : ([0-9.]+)/) { match in
      "\"perCalibration\" : \((Double(match.1) ?? 0) / 2)"
    }
    #expect(faster != text)
    let old = try folder.write("old.json", faster)
    let slower = try Tool.run(["bench", "compare", path, old, "--fail-if", "time>+10%"])
    #expect(slower.status == 1)
    #expect(slower.output.contains("FAILS time>+10%"))
    let json = try Tool.run(["bench", "compare", path, old, "--fail-if", "time>+10%", "--json"])
    #expect(json.status == 1)
    let object =
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["rows"] as? [[String: Any]])?.isEmpty == false)

    let unanswered = try Tool.run(["bench", "compare", path, old, "--fail-if", "time.rest>1%"])
    #expect(unanswered.status == 65)
    #expect(unanswered.errors.contains("time.rest>1%"))
  }

  @Test func jsonAloneGoesToStandardOutput() throws {
    let outcome = try Tool.run([
      "bench", "clustering", Tool.sample, "--topics", "5", "--repeats", "1", "--threads", "1",
      "--quiet", "--json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect((object?["runs"] as? [Any])?.count == 1)
    #expect(object?["labels"] == nil)
  }

  @Test func anExportIsTheSameWithAnyThreads() throws {
    let folder = try TemporaryFolder()
    func export(_ name: String, threads: Int) throws -> [String: Data] {
      let target = folder.url.appendingPathComponent(name)
      let outcome = try Tool.run([
        "export", Tool.sample, "--to", target.path, "--topics", "6", "--threads", "\(threads)",
        "--quiet",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("6 topics"))
      return Dictionary(
        uniqueKeysWithValues: try FileManager.default.contentsOfDirectory(atPath: target.path).map {
          ($0, try Data(contentsOf: target.appendingPathComponent($0)))
        })
    }
    let once = try export("one", threads: 1)
    #expect(once.count == 20)
    #expect(try export("two", threads: 2) == once)
    #expect(try export("one", threads: 2) == once)
  }
}
