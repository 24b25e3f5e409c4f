import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how good and how fast this is on a dump, in a way that can be repeated.",
    subcommands: [
      BenchClusteringCommand.self, BenchTrendsCommand.self, BenchCompareCommand.self,
      BenchSynthesizeCommand.self,
    ])
}
