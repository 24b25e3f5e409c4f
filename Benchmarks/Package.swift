// swift-tools-version: 6.2

import PackageDescription

let paperTrends = Target.Dependency.product(name: "PaperTrends", package: "PaperTrends")

/// A target that `swift package benchmark` runs; the plugin looks in the folder `Benchmarks`.
func benchmarks(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "BenchmarkInputs", paperTrends, .product(name: "Benchmark", package: "benchmark"),
    ],
    path: "Benchmarks/\(name)",
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

// A package of its own, so that users of the library never resolve its dependencies.
let package = Package(
  name: "PaperTrendsBenchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "PaperTrends", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    benchmarks("KernelBenchmarks"),
    benchmarks("PipelineBenchmarks"),
    .executableTarget(
      name: "LimitShare", dependencies: ["BenchmarkInputs", "CBenchmarkLoops", paperTrends]),
    .executableTarget(
      name: "KernelCounts", dependencies: ["BenchmarkInputs", "CBenchmarkLoops", paperTrends]),
    .target(name: "BenchmarkInputs", dependencies: [paperTrends]),
    .target(name: "CBenchmarkLoops"),
  ],
  swiftLanguageModes: [.v6]
)
