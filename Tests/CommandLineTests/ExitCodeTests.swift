import Foundation
import TestSupport
import Testing

/// Exit codes follow sysexits, and every error is one sentence that says what to do.
@Suite struct ExitCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["report"], status: 64, says: "input"),
    Case(arguments: ["report", "x", "--topics", "none"], status: 64, says: "--topics"),
    Case(arguments: ["report", "x", "--topics", "0"], status: 64, says: "--topics"),
    Case(arguments: ["report", "x", "--threads", "0"], status: 64, says: "--threads"),
    Case(arguments: ["report", "x", "--max-df", "1.5"], status: 64, says: "--max-df"),
    Case(arguments: ["report", "x", "--perod", "week"], status: 64, says: "--period"),
    Case(arguments: ["report", "x", "--week", "2025-W54"], status: 64, says: "--week"),
    Case(arguments: ["report", "x", "--also", "pdf", "-o", "y"], status: 64, says: "--also"),
    Case(arguments: ["report", "x", "--also", "md"], status: 64, says: "-o"),
    Case(
      arguments: ["report", "x", "--from", "2025-02-01", "--to", "2025-01-01"], status: 64,
      says: "--to"),
    Case(arguments: ["similar", "x"], status: 64, says: "--text"),
    Case(arguments: ["similar", "x", "id", "--count", "0"], status: 64, says: "--count"),
    Case(arguments: ["report", "/no/such/file"], status: 66, says: "/no/such/file"),
    Case(arguments: ["similar", Tool.sample, "sample-1OO"], status: 66, says: "sample-100"),
    Case(
      arguments: ["report", Tool.sample, "--topics", "500"], status: 64, says: "500"),
    Case(
      arguments: ["report", Tool.sample, "--seeds", Tool.sample], status: 65, says: "topics:"),
    Case(
      arguments: ["report", Tool.sample, "--topics", "3", "-o", "/no/such/folder/x.html"],
      status: 73, says: "/no/such/folder/x.html"),
  ]

  @Test(arguments: cases) func failsWithItsCode(_ example: Case) throws {
    let outcome = try Tool.run(example.arguments + ["--quiet"])
    #expect(outcome.status == example.status, "\(outcome.errors)")
    #expect(outcome.errors.contains(example.says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func anAxisWithoutEndIsRefused() throws {
    let folder = try TemporaryFolder()
    let sample = try String(contentsOfFile: Tool.sample, encoding: .utf8)
    let path = try folder.write(
      "d.jsonl",
      sample
        + #"{"id":"x","title":"A wrong date","abstract":"Agents of another age.","date":"1925-05-14"}"#
    )
    let weeks = try Tool.run(["report", path, "--period", "week", "--topics", "8", "--quiet"])
    #expect(weeks.status == 64)
    #expect(weeks.errors.contains("--from"), "\(weeks.errors)")
    let shown = try Tool.run(
      ["report", path, "--period", "week", "--from", "2025-06-30", "--topics", "8", "--quiet"])
    #expect(shown.status == 0)
  }

  @Test func dataThatIsNoDumpIsBadData() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("noise.txt", String(repeating: "nothing of note\n", count: 50))
    let outcome = try Tool.run(["report", path, "--quiet"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("noise.txt"))
  }
}
