/// Walks over the records of separated values.
///
/// A field is quoted when its first byte is a quote and its closing quote stands before a
/// delimiter or a line end; a field such as `"Why?" asked` is taken as it stands. In a quoted field
/// two quotes are one, and delimiters and line ends are text.
struct SeparatedValuesScanner: Sendable {
  /// Where a field stands.
  struct Field {
    /// Its bytes, without the quotes around it.
    var range: Range<Int>
    /// Whether two quotes in it are one.
    var hasDoubledQuotes: Bool
  }

  /// Where a record ends.
  struct Record {
    /// The position after the record's line end.
    var end: Int
    /// Whether a line end was found.
    var isComplete: Bool
    /// Whether a quote was still open at the end of the bytes.
    var endsInQuotes: Bool
  }

  let delimiter: UInt8

  private static let quote = UInt8(ascii: "\"")

  /// The record at `start`, its fields in `fields`.
  func record(in bytes: Span<UInt8>, from start: Int, fields: inout [Field]) -> Record {
    fields.removeAll(keepingCapacity: true)
    var position = start
    while true {
      let fieldStart = position
      var field: Field?
      if position < bytes.count, bytes[position] == Self.quote {
        guard let closing = closingQuote(in: bytes, after: position) else {
          return Record(end: bytes.count, isComplete: false, endsInQuotes: true)
        }
        let next = closing.position + 1
        if next == bytes.count || isEnd(bytes, at: next) {
          field = Field(range: fieldStart + 1..<closing.position, hasDoubledQuotes: closing.doubled)
          position = next
        }
      }
      while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A {
        position += 1
      }
      let isLineEnd = position < bytes.count && bytes[position] == 0x0A
      let hasReturn =
        position > fieldStart && bytes[position - 1] == 0x0D
        && (isLineEnd || position == bytes.count)
      fields.append(
        field ?? Field(range: fieldStart..<position - (hasReturn ? 1 : 0), hasDoubledQuotes: false))
      if position == bytes.count {
        return Record(end: position, isComplete: false, endsInQuotes: false)
      }
      position += 1
      if isLineEnd { return Record(end: position, isComplete: true, endsInQuotes: false) }
    }
  }

  /// The text of a field, with U+FFFD for what is not UTF-8.
  func text(_ field: Field, of bytes: [UInt8]) -> String {
    guard field.hasDoubledQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var content: [UInt8] = []
    content.reserveCapacity(field.range.count)
    var isSecondQuote = false
    for byte in bytes[field.range] {
      isSecondQuote = byte == Self.quote && !isSecondQuote
      if byte != Self.quote || isSecondQuote { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private func isEnd(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let byte = bytes[position]
    return byte == delimiter || byte == 0x0A
      || byte == 0x0D && (position + 1 == bytes.count || bytes[position + 1] == 0x0A)
  }

  private func closingQuote(in bytes: Span<UInt8>, after opening: Int)
    -> (position: Int, doubled: Bool)?
  {
    var position = opening + 1
    var doubled = false
    while position < bytes.count {
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
          return (position, doubled)
        }
        doubled = true
        position += 1
      }
      position += 1
    }
    return nil
  }
}
