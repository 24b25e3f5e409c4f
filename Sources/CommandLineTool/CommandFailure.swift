import ArgumentParser
import Foundation
import PaperTrends

/// Ends a command with one sentence on standard error and an exit code of sysexits.
struct CommandFailure: Error {
  enum Code: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalFault = 70
    case cannotCreate = 73
    case inputOutput = 74
  }

  var code: Code
  var message: String

  /// Runs `body`; a failure is told on standard error and becomes an exit code.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as CommandFailure {
      Interruption.waitIfInterrupted()
      StandardError.write(SafeText.terminal("papertrends: \(failure.message)") + "\n")
      throw ExitCode(failure.code.rawValue)
    }
  }
}

/// The stream for everything that is not the answer.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// The stream for the answer.
enum StandardOutput {
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Columns of the terminal, from `COLUMNS` or the window, else 100.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 20
    {
      return columns
    }
    return isTerminal ? TerminalWindow.columns ?? 100 : 100
  }

  /// Writes a value as one JSON document.
  static func write(json value: some Encodable) throws {
    let text: String
    do {
      text = try JSONDocument.text(value)
    } catch {
      throw CommandFailure(code: .internalFault, message: "the answer is no JSON: \(error).")
    }
    try write(text)
  }

  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw CommandFailure(code: .inputOutput, message: "standard output is closed.")
    }
  }
}
