import Foundation

/// How much of a costly family of tests is run: `scripts/test --full` asks for all of it.
public enum TestScale {
  /// Whether the full counts are asked for.
  public static let isFull =
    ProcessInfo.processInfo.environment["PAPERTRENDS_TEST_SCALE"] == "full"

  /// The count of one family, told on standard error so that a log says what was run.
  public static func count(_ family: String, small: Int, full: Int) -> Int {
    let count = isFull ? full : small
    FileHandle.standardError.write(Data("test scale: \(family): \(count) of \(full)\n".utf8))
    return count
  }
}
