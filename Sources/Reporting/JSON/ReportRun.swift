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
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String

    /// Makes an input.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
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
