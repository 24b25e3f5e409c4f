public import Corpora

/// How one run made a report: what differs between runs that have the same result.
///
/// It is written to standard output only, never to a file, and takes no part in the digest.
public struct ReportRun: Sendable, Hashable, Codable {
  /// The command as it was given.
  public var command: String
  /// The number of threads.
  public var threads: Int
  /// The files that were read.
  public var inputs: [Input]
  /// The BLAS that was loaded.
  public var blas: String
  /// What took how long.
  public var stages: [Stage]

  /// One file.
  public struct Input: Sendable, Hashable, Codable {
    /// The path as it was given.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal; nil, and `null` in JSON, where the file changed
    /// before they were digested.
    public var sha256: String?

    /// Makes an input.
    public init(path: String, sha256: String?) {
      self.path = path
      self.sha256 = sha256
    }

    /// The file as it was read.
    ///
    /// - Complexity: O(bytes of the file).
    public init(_ source: CorpusSource) { self.init(path: source.path, sha256: source.sha256()) }

    /// Writes all keys, also where there is no digest.
    ///
    /// - Parameter encoder: Where to write them.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(sha256, forKey: .sha256)
    }
  }

  /// One stage of the work.
  public struct Stage: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Wall-clock seconds.
    public var seconds: Double
    /// The largest resident set during the stage in bytes; 0 where the system does not tell.
    public var peakMemoryBytes: Int

    /// Makes a stage.
    public init(name: String, seconds: Double, peakMemoryBytes: Int) {
      self.name = name
      self.seconds = seconds
      self.peakMemoryBytes = peakMemoryBytes
    }
  }

  /// Makes a run from its parts.
  public init(
    command: String, threads: Int, inputs: [Input], blas: String, stages: [Stage]
  ) {
    self.command = command
    self.threads = threads
    self.inputs = inputs
    self.blas = blas
    self.stages = stages
  }
}
