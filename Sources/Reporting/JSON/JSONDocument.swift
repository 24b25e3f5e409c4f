package import Foundation

/// The one form in which values become JSON documents: the same bytes for the same value.
package enum JSONDocument {
  /// Keys sorted, pretty-printed, slashes as they are, UTF-8, with a line feed at the end.
  package static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data([UInt8(ascii: "\n")])
  }

  /// The document as text.
  package static func text(_ value: some Encodable) throws -> String {
    String(decoding: try data(value), as: UTF8.self)
  }
}
