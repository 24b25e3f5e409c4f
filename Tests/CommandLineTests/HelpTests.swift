import Foundation
import TestSupport
import Testing

/// What `--help` says is what the README may rely on: a change must be a decision.
@Suite struct HelpTests {
  private static let golden = Tool.packageRoot.appendingPathComponent(
    "Tests/CommandLineTests/Golden")

  @Test(arguments: [[], ["report"], ["similar"], ["doctor"]])
  func helpIsAsRecorded(command: [String]) throws {
    let outcome = try Tool.run(command + ["--help"], environment: ["COLUMNS": "80"])
    #expect(outcome.status == 0)
    let name = "help" + command.map { "-" + $0 }.joined() + ".txt"
    let file = Self.golden.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PAPERTRENDS_UPDATE_GOLDEN"] == "1" {
      try Data(outcome.output.utf8).write(to: file)
      Issue.record("recorded \(name); run again without PAPERTRENDS_UPDATE_GOLDEN")
    }
    #expect(outcome.output == (try? String(contentsOf: file, encoding: .utf8)))
  }

  @Test func theVersionIsPrinted() throws {
    #expect(try Tool.run(["--version"]).output == "0.1.0\n")
  }

  @Test func theDoctorNamesBLASAndKernels() throws {
    let outcome = try Tool.run(["doctor"])
    #expect(outcome.status == 0)
    for word in ["BLAS", "LAPACK", "own kernels", "cores", "memory"] {
      #expect(outcome.output.contains(word), "\(outcome.output)")
    }
  }

  @Test func theDoctorWarnsOnTheReferenceBLAS() throws {
    #if os(Linux)
      let libraries = ["x86_64", "aarch64"].map { "/usr/lib/\($0)-linux-gnu" }
        .first { FileManager.default.fileExists(atPath: $0 + "/blas/libblas.so.3") }
      let folder = try #require(libraries, "the reference BLAS is part of the dependencies")
      let path = ["LD_LIBRARY_PATH": "\(folder)/blas:\(folder)/lapack"]
      let doctor = try Tool.run(["doctor"], environment: path)
      #expect(doctor.output.contains("apt-get install libopenblas-dev"), "\(doctor.output)")
      let report = try Tool.run(["report", Tool.sample], environment: path)
      #expect(report.errors.contains("reference BLAS"), "\(report.errors)")
    #endif
  }
}
