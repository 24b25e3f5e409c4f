import Foundation

/// A small file that appears whole or not at all.
enum WholeFile {
  static func write(_ data: Data, to path: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        code: .cannotCreate,
        message: "\(path) cannot be written; check that its folder exists and allows it.")
    }
  }
}
