/// One thing that can be wrong with an input, and what must come of it.
public struct Fault: Sendable, CustomStringConvertible {
  /// A file of the input.
  public struct File: Sendable {
    /// Its path in the folder of the case.
    public var name: String
    /// Its bytes, made when the case runs.
    public var bytes: @Sendable () -> [UInt8]
  }

  /// What is wrong, as a phrase.
  public var name: String
  /// The files to write.
  public var files: [File]
  /// The inputs of the command, relative to the folder; all files where there are none.
  public var inputs: [String]
  /// Options of the command beside the inputs.
  public var options: [String]
  /// The exit code.
  public var status: Int32
  /// What is said about it, on standard error or as a reason; nil where there is nothing to say.
  public var says: String?
  /// The ids of the papers that are kept all the same, sorted; nil where the command fails.
  public var kept: [String]?

  /// The name.
  public var description: String { name }

  /// A fault in one file, that costs no paper around it.
  init(
    _ name: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8], kept: [String],
    says: String? = nil, options: [String] = [], file: String = "input"
  ) {
    self.init(
      name, files: [File(name: file, bytes: bytes)], inputs: [file], options: options, status: 0,
      says: says, kept: kept)
  }

  /// A fault in one file, for which the command fails.
  init(
    _ name: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8], fails status: Int32,
    says: String, options: [String] = []
  ) {
    self.init(
      name, files: [File(name: "input", bytes: bytes)], inputs: ["input"], options: options,
      status: status, says: says, kept: nil)
  }

  /// Any fault.
  init(
    _ name: String, files: [File], inputs: [String], options: [String] = [], status: Int32,
    says: String?, kept: [String]?
  ) {
    self.name = name
    self.files = files
    self.inputs = inputs
    self.options = options
    self.status = status
    self.says = says
    self.kept = kept
  }
}
