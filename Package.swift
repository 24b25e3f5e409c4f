// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library target of the house, in the order in which the data walks through it.
func room(_ name: String, after dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, of dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "PaperTrends",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "papertrends", targets: ["CommandLineTool"]),
    .library(name: "PaperTrends", targets: ["PaperTrends"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .target(
      name: "CLinearAlgebra",
      linkerSettings: [
        .linkedLibrary("lapack", .when(platforms: [.linux])),
        .linkedLibrary("blas", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),
    .systemLibrary(
      name: "CCompression",
      providers: [.apt(["zlib1g-dev", "libzstd-dev"]), .brew(["zlib", "zstd"])]),

    .systemLibrary(name: "CAllocator"),

    .target(name: "CTextScanning"),

    room("BlockScheduling"),
    room("LinearAlgebra", after: ["CLinearAlgebra", "BlockScheduling"]),
    room("Corpora", after: ["CCompression", "CTextScanning", "BlockScheduling", crypto]),
    room("TextFeatures", after: ["CTextScanning", "LinearAlgebra", "BlockScheduling"]),
    room("Clustering", after: ["LinearAlgebra", "BlockScheduling"]),
    room(
      "Similarity",
      after: ["CLinearAlgebra", "BlockScheduling", "LinearAlgebra", "TextFeatures"]),
    room(
      "TopicModeling",
      after: ["BlockScheduling", "LinearAlgebra", "TextFeatures", "Clustering", "Similarity"]),
    room("TrendAnalysis", after: ["BlockScheduling"]),
    room(
      "Reporting",
      after: ["Corpora", "TopicModeling", "TrendAnalysis", "Similarity", crypto, mustache]),
    room(
      "PaperTrends",
      after: [
        "BlockScheduling", "LinearAlgebra", "Corpora", "TextFeatures", "Clustering", "Similarity",
        "TopicModeling", "TrendAnalysis", "Reporting", yams,
      ]),
    room(
      "Evaluation",
      after: [
        "CAllocator", "CCompression", "PaperTrends", "BlockScheduling", "LinearAlgebra",
        "Clustering", "TrendAnalysis", crypto,
      ]),
    .executableTarget(
      name: "CommandLineTool",
      dependencies: ["CAllocator", "PaperTrends", "Evaluation", argumentParser],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["LinearAlgebra", "CCompression"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("TextFeaturesTests", of: ["TextFeatures", "LinearAlgebra", "BlockScheduling"]),
    tests("TrendAnalysisTests", of: ["TrendAnalysis", "LinearAlgebra", "BlockScheduling"]),
    tests(
      "ReportingTests", of: ["Reporting", "TrendAnalysis", "LinearAlgebra", crypto],
      exclude: ["Golden"]),
    tests("LinearAlgebraTests", of: ["LinearAlgebra", "BlockScheduling", "CLinearAlgebra"]),
    tests("ClusteringTests", of: ["Clustering", "LinearAlgebra", "BlockScheduling"]),
    tests(
      "SimilarityTests", of: ["Similarity", "TextFeatures", "LinearAlgebra", "BlockScheduling"]),
    tests(
      "TopicModelingTests",
      of: [
        "TopicModeling", "Clustering", "Similarity", "TextFeatures", "LinearAlgebra",
        "BlockScheduling",
      ]),
    tests("PaperTrendsTests", of: ["PaperTrends"]),
    tests(
      "EvaluationTests",
      of: ["Evaluation", "PaperTrends", "LinearAlgebra", "BlockScheduling", "TrendAnalysis"]),
    tests(
      "CommandLineTests", of: ["CommandLineTool", "Clustering", "LinearAlgebra"],
      exclude: ["Golden"]),
    tests(
      "CorporaTests",
      of: ["Corpora", "BlockScheduling", "CCompression", "LinearAlgebra", crypto]),
  ],
  swiftLanguageModes: [.v6]
)
