import Foundation
import TestSupport
import Testing

/// The page in a real browser: without scripts, offline, at desktop and phone width, light and dark.
@Suite struct PageTests {
  private func check(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run(
      ["report"] + arguments + ["-o", folder.path("r.html"), "--also", "json", "--quiet"])
    try #require(made.status == 0, "\(made.errors)")
    let script = Tool.packageRoot.appendingPathComponent("scripts/check-report")
    let checked = try Tool.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["python3", script.path, folder.path("r.html"), "--json", folder.path("r.json")])
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    #expect(checked.output.contains(" 0 failed"))
  }

  @Test func theSamplePageDrawsInABrowser() throws {
    try check([
      Tool.sample, "--seeds",
      Tool.packageRoot.appendingPathComponent("notebooks-data/topics-language-models.yml").path,
    ])
  }

  @Test func aWeekPageDrawsInABrowser() throws { try check([Tool.sample, "--week", "2025-W41"]) }
}
