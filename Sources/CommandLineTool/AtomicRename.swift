import Foundation

/// Gives a file another name, in place of any file that has it, in one step.
enum AtomicRename {
  /// Whether the system did it.
  static func rename(_ path: String, to newPath: String) -> Bool {
    unsafe Foundation.rename(path, newPath) == 0
  }
}
