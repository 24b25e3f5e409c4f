/// The beginning of an XML text: its encoding and its root element.
struct XMLRoot {
  /// How the bytes are to be read.
  enum Encoding: Sendable {
    case utf8
    /// ISO 8859-1 as programs mean it, which is Windows-1252.
    case latin1

    /// The bytes as UTF-8.
    func utf8(_ bytes: [UInt8]) -> [UInt8] {
      guard self == .latin1, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 16)
      for byte in bytes {
        if byte < 0x80 {
          result.append(byte)
        } else {
          let character = HTMLEntities.scalar(numbered: UInt32(byte))
          result.append(contentsOf: String(character).utf8)
        }
      }
      return result
    }
  }

  /// The name of the root without its prefix.
  let name: String
  let encoding: Encoding
  private let sample: FileSample

  /// The root of a text that begins with `<`, or nil for any other text.
  init?(_ sample: FileSample) {
    guard let start = sample.firstContent, sample.bytes[start] == UInt8(ascii: "<") else {
      return nil
    }
    let bytes = sample.bytes.span
    var scanner = XMLTagScanner(isAll: true)
    guard let tag = scanner.next(in: bytes) else { return nil }
    name = String(decoding: sample.bytes[tag.localName], as: UTF8.self)
    let prolog = String(
      decoding: sample.bytes[start..<tag.range.lowerBound].prefix(200), as: UTF8.self)
    encoding = Self.declaresLatin1(prolog.lowercased()) ? .latin1 : .utf8
    self.sample = sample
  }

  /// Whether `text` stands in the sample.
  func contains(_ text: String) -> Bool {
    Bytes.end(of: text, from: 0, in: sample.bytes.span) != nil
  }

  private static func declaresLatin1(_ prolog: String) -> Bool {
    guard prolog.hasPrefix("<?xml"), let end = prolog.firstRange(of: "?>") else { return false }
    let declaration = prolog[..<end.lowerBound]
    return ["iso-8859-1", "windows-1252", "latin1", "latin-1"].contains { declaration.contains($0) }
  }
}
