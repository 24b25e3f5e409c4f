// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that users of the library never resolve its dependencies.
let package = Package(
  name: "PaperTrendsBenchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "PaperTrends", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "PipelineBenchmarks",
      dependencies: [
        .product(name: "PaperTrends", package: "PaperTrends"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/PipelineBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
