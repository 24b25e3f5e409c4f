/// The two spellings of tagged reference files.
enum TaggedDialect: Sendable {
  /// `TY  - JOUR`, a record from `TY` to `ER`.
  case ris
  /// `PT J`, a record from `PT` to `ER`, further lines of a field indented by three spaces.
  case webOfScience

  /// The tag with which a record begins.
  var first: String { self == .ris ? "TY" : "PT" }
}

/// A line of a tagged reference file.
struct TaggedLine {
  /// The two characters of its tag, or nil where the line goes on with the one before.
  var tag: String?
  /// The bytes of its value, without whitespace at the ends.
  var value: Range<Int>

  init(_ line: Range<Int>, of bytes: Span<UInt8>, in dialect: TaggedDialect) {
    let value = Self.value(line, of: bytes, in: dialect)
    tag = value.map { _ in
      String(decoding: [bytes[line.lowerBound], bytes[line.lowerBound + 1]], as: UTF8.self)
    }
    self.value = Bytes.trimmed(value ?? line, of: bytes)
  }

  /// What follows the tag, or nil where there is none.
  private static func value(
    _ line: Range<Int>, of bytes: Span<UInt8>, in dialect: TaggedDialect
  ) -> Range<Int>? {
    guard line.count >= 2, (0x41...0x5A).contains(bytes[line.lowerBound]),
      (0x41...0x5A).contains(bytes[line.lowerBound + 1])
        || Bytes.isDigit(bytes[line.lowerBound + 1])
    else { return nil }
    var index = line.lowerBound + 2
    if dialect == .webOfScience {
      guard index == line.upperBound || bytes[index] == 0x20 else { return nil }
      return index..<line.upperBound
    }
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    guard (line.lowerBound + 3...line.lowerBound + 4).contains(index), index < line.upperBound,
      bytes[index] == UInt8(ascii: "-")
    else { return nil }
    index += 1
    guard index == line.upperBound || bytes[index] <= 0x20 else { return nil }
    return index..<line.upperBound
  }
}
