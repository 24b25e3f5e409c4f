public import Foundation

/// Real input that is not part of the project: `../shared/data` beside the package, or the folder
/// that `PAPERTRENDS_DATA` names.
///
/// Tests that need it are skipped by name where it is missing:
/// `@Test(.enabled(if: SharedData.has("file"), "no shared data: file"))`. With
/// `PAPERTRENDS_REQUIRE_DATA=1` they run all the same, and fail.
public enum SharedData {
  private static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PAPERTRENDS_DATA"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/data", isDirectory: true).standardizedFileURL
  }()

  /// The file or folder at `path` in the shared data, or nil where it is missing.
  public static func url(_ path: String) -> URL? {
    let url = folder.appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Whether a test that needs `path` is to run: it is there, or data is required.
  public static func has(_ path: String) -> Bool {
    url(path) != nil || ProcessInfo.processInfo.environment["PAPERTRENDS_REQUIRE_DATA"] == "1"
  }
}
