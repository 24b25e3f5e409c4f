import Testing

@testable import CommandLineTool

@Suite struct ProgressLineTests {
  private func line(_ title: String, _ unit: String, scale: Double = 1) -> ProgressLine {
    ProgressLine(title: title, unit: unit, scale: scale, isQuiet: true)
  }

  @Test func aKnownTotalHasABarARateAndATimeLeft() {
    #expect(
      line("read", "MB", scale: 1e6).text(45_000_000, of: 90_000_000, after: .seconds(3))
        == "  read [##########..........] 45 of 90 MB, 15 MB/s, 3 s left")
  }

  @Test func anUnknownTotalHasARateAndNoTimeLeft() {
    #expect(
      line("clustering", "iterations").text(35, of: nil, after: .seconds(10))
        == "  clustering 35 iterations, 3.5 iterations/s")
  }

  @Test func nothingIsSaidOfARateThatIsNotKnownYet() {
    #expect(
      line("decomposition", "passes").text(4, of: 16, after: .milliseconds(100))
        == "  decomposition [#####...............] 4 of 16 passes")
    #expect(
      line("benchmark", "runs").text(0, of: 10, after: .seconds(9))
        == "  benchmark [....................] 0 of 10 runs")
  }

  @Test func theEndHasNoTimeLeft() {
    #expect(
      line("benchmark", "runs").text(10, of: 10, after: .seconds(5))
        == "  benchmark [####################] 10 of 10 runs, 2.0 runs/s")
  }
}
