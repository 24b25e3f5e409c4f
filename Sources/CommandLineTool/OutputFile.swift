import Foundation

/// A file that appears under its name when it is whole, and leaves nothing when it is not.
///
/// Bytes go to a temporary name in the same folder. Ctrl-C and a request to terminate remove that
/// file before the process ends.
final class OutputFile {
  private let path: String
  private let temporaryPath: String
  private let handle: FileHandle
  private let interruption: Interruption
  private var isFinished = false

  init(path: String) throws {
    self.path = path
    let name = (path as NSString).lastPathComponent
    let temporaryPath = ((path as NSString).deletingLastPathComponent as NSString)
      .appendingPathComponent(".\(name).\(ProcessInfo.processInfo.processIdentifier).partial")
    self.temporaryPath = temporaryPath
    interruption = Interruption(writing: path) {
      try? FileManager.default.removeItem(atPath: temporaryPath)
    }
    guard FileManager.default.createFile(atPath: temporaryPath, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporaryPath)
    else { throw Self.failure(path) }
    self.handle = handle
  }

  deinit {
    try? handle.close()
    if !isFinished { try? FileManager.default.removeItem(atPath: temporaryPath) }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw CommandFailure(
        code: .inputOutput, message: "\(path) cannot be written; is the disk full?")
    }
  }

  /// Gives the file its name, in place of any file that has it.
  func finish() throws {
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw CommandFailure(
        code: .inputOutput, message: "\(path) cannot be written; is the disk full?")
    }
    guard AtomicRename.rename(temporaryPath, to: path) else { throw Self.failure(path) }
    isFinished = true
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      code: .cannotCreate,
      message: "\(path) cannot be written; check that its folder exists and allows it.")
  }
}
