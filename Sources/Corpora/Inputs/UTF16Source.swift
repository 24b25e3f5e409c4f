/// UTF-8 from a source of UTF-16, with U+FFFD for surrogates that stand alone.
final class UTF16Source: ByteSource {
  private let input: any ByteSource
  private let isBigEndian: Bool
  private var raw: [UInt8]
  private var highSurrogate: UInt32?
  private var ended = false

  /// The text of `input`, of which `head` (after its byte order mark) has been read already.
  init(_ input: any ByteSource, head: [UInt8], isBigEndian: Bool) {
    self.input = input
    self.isBigEndian = isBigEndian
    raw = head
  }

  func read(
    into buffer: inout [UInt8], atMost count: Int
  ) throws(ByteSourceFault) -> Bool {
    guard !ended else { return false }
    if raw.count < 2 {
      let more = try input.read(into: &raw)
      if !more {
        ended = true
        if highSurrogate != nil || !raw.isEmpty { append(0xFFFD, to: &buffer) }
        return highSurrogate != nil || !raw.isEmpty
      }
    }
    for index in stride(from: 0, to: raw.count - 1, by: 2) {
      let first = UInt32(raw[index])
      let second = UInt32(raw[index + 1])
      take(isBigEndian ? first << 8 | second : second << 8 | first, into: &buffer)
    }
    raw.removeFirst(raw.count / 2 * 2)
    return true
  }

  private func take(_ unit: UInt32, into buffer: inout [UInt8]) {
    let isLow = (0xDC00...0xDFFF).contains(unit)
    if let high = highSurrogate {
      highSurrogate = nil
      if isLow {
        append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &buffer)
        return
      }
      append(0xFFFD, to: &buffer)
    }
    if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
    } else {
      append(isLow ? 0xFFFD : unit, to: &buffer)
    }
  }

  private func append(_ value: UInt32, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: Character(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }
}
