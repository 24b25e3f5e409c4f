// swift-tools-version: 6.2

import PackageDescription

// Built by `scripts/fuzz`; needs the library alone, so that the sanitizer covers all of it.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "PaperTrends", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "PaperTrends", package: "PaperTrends")],
      swiftSettings: [.strictMemorySafety()])
  ],
  swiftLanguageModes: [.v6]
)
