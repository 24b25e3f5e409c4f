import Foundation
import TestSupport
import Testing

/// Ctrl-C at any moment of a run leaves the files of before, or whole new ones, and no others.
@Suite struct InterruptionTests {
  private static let moments = [0, 20, 60, 120, 200, 300, 450, 700]

  /// Runs the tool, sends it `number` after a while, and gives how it ended.
  private func interrupt(
    _ arguments: [String], after milliseconds: Int, in folder: TemporaryFolder
  ) throws -> (reason: Process.TerminationReason, status: Int32) {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(milliseconds) * 1_000)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    return (process.terminationReason, process.terminationStatus)
  }

  private func expectItEnded(_ end: (reason: Process.TerminationReason, status: Int32)) {
    let isKilled = end.reason == .uncaughtSignal && end.status == SIGINT
    let hasCleaned = end.reason == .exit && end.status == 128 + SIGINT
    let wasFaster = end.reason == .exit && end.status == 0
    #expect(isKilled || hasCleaned || wasFaster, "\(end)")
  }

  @Test(arguments: moments) func aReportIsWholeOrNotThere(milliseconds: Int) throws {
    let folder = try TemporaryFolder()
    let end = try interrupt(
      ["report", Tool.sample, "-o", "r.html", "--topics", "4", "--quiet"], after: milliseconds,
      in: folder)
    expectItEnded(end)
    let files = try folder.contents()
    #expect(files.map(\.name) == [] || files.map(\.name) == ["r.html"])
    if let page = files.first {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("</html>"))
    }
  }

  @Test(arguments: moments) func anExportIsWholeOrNotThere(milliseconds: Int) throws {
    let folder = try TemporaryFolder()
    let end = try interrupt(
      ["export", Tool.sample, "--to", "arrays", "--topics", "4", "--quiet"], after: milliseconds,
      in: folder)
    expectItEnded(end)
    let manager = FileManager.default
    let names = try manager.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == [] || names == ["arrays"])
    if names == ["arrays"] {
      let files = try manager.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("arrays").path)
      #expect(files.contains("manifest.json") && files.contains("starting-centroids.npy"))
    }
  }
}
