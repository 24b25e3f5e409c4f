public import Foundation

/// Runs the real `papertrends` that was built beside the tests.
public struct Tool {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit code.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
  }

  /// The folder of the package.
  public static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The sample corpus.
  public static let sample = packageRoot.appendingPathComponent(
    "notebooks-data/sample-papers.jsonl"
  ).path

  /// The tool beside the running test executable.
  public static var executable: URL {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return folder.appendingPathComponent("papertrends")
  }

  /// Runs the tool with `arguments`, with `input` on standard input.
  public static func run(
    _ arguments: [String], input: Data? = nil, in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(executable, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs any program.
  public static func run(
    _ program: URL, _ arguments: [String], input: Data? = nil, in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "100"]) { $1 }
      .merging(environment) { $1 }
    // Files, not pipes: a pipe that nobody drains stops the program.
    let scratch = try TemporaryFolder()
    let output = try scratch.emptyFile("out")
    let errors = try scratch.emptyFile("err")
    let standardInput = try scratch.emptyFile("in")
    if let input { try input.write(to: standardInput) }
    process.standardInput = try FileHandle(forReadingFrom: standardInput)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that is gone when its owner is.
public final class TemporaryFolder {
  /// Where it lies.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("papertrends-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in it.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Makes an empty file.
  public func emptyFile(_ name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data().write(to: file)
    return file
  }

  /// Writes a text file and returns its path.
  public func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  /// The names and bytes of all files, sorted by name.
  public func contents() throws -> [(name: String, bytes: Data)] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map {
      ($0, try Data(contentsOf: url.appendingPathComponent($0)))
    }
  }
}
