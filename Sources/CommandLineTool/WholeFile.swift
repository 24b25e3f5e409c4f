import Foundation

/// A small file that appears whole or not at all.
enum WholeFile {
  static func write(_ data: Data, to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write([UInt8](data))
    try file.finish()
  }
}
