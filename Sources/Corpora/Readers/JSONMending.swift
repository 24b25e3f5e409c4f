/// Mends what programs that are not quite JSON writers leave in a JSON text.
///
/// Bytes that are not UTF-8, bare control characters in strings, halves of surrogate pairs
/// (`\ud835` alone) and the numbers `NaN` and `Infinity`, which become U+FFFD, spaces, U+FFFD and
/// null. Nothing that is JSON changes.
enum JSONMending {
  /// The mended text and what was mended, or nil where there is nothing to mend.
  static func mend(_ text: [UInt8]) -> (bytes: [UInt8], faults: [String])? {
    var faults: [String] = []
    var source = text
    if !Bytes.isUTF8(text.span) {
      source = Array(String(decoding: text, as: UTF8.self).utf8)
      faults.append("bytes that are not UTF-8, replaced by U+FFFD")
    }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var found = Findings()
    var index = 0
    var isInString = false
    while index < source.count {
      let byte = source[index]
      if !isInString, let width = nonNumber(in: source, at: index) {
        result.append(contentsOf: "null".utf8)
        index += width
        found.nonNumber = true
        continue
      }
      if isInString, byte == UInt8(ascii: "\\") {
        index += escape(source, at: index, into: &result, &found)
        continue
      }
      if isInString, byte < 0x20 {
        result.append(0x20)
        found.control = true
      } else {
        if byte == UInt8(ascii: "\"") { isInString.toggle() }
        result.append(byte)
      }
      index += 1
    }
    if found.nonNumber { faults.append("NaN or Infinity, read as nothing") }
    if found.surrogate { faults.append("half a surrogate pair, replaced by U+FFFD") }
    if found.control { faults.append("bare control characters, replaced by spaces") }
    return faults.isEmpty ? nil : (result, faults)
  }

  private struct Findings {
    var nonNumber = false
    var surrogate = false
    var control = false
  }

  /// Copies the escape at `index` and tells its length; a lone surrogate becomes U+FFFD.
  private static func escape(
    _ source: [UInt8], at index: Int, into result: inout [UInt8], _ found: inout Findings
  ) -> Int {
    guard let unit = codeUnit(source, at: index) else {
      let end = min(index + 2, source.count)
      result.append(contentsOf: source[index..<end])
      return end - index
    }
    if (0xD800...0xDBFF).contains(unit), let low = codeUnit(source, at: index + 6),
      (0xDC00...0xDFFF).contains(low)
    {
      result.append(contentsOf: source[index..<index + 12])
      return 12
    }
    if (0xD800...0xDFFF).contains(unit) {
      result.append(contentsOf: "\\ufffd".utf8)
      found.surrogate = true
    } else {
      result.append(contentsOf: source[index..<index + 6])
    }
    return 6
  }

  /// The code unit of an escape `\uXXXX` at `index`.
  private static func codeUnit(_ source: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
      source[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: source[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }

  private static func nonNumber(in source: [UInt8], at index: Int) -> Int? {
    guard [UInt8(ascii: "N"), UInt8(ascii: "I"), UInt8(ascii: "-")].contains(source[index]) else {
      return nil
    }
    let words = ["NaN", "Infinity", "-Infinity"]
    return words.first { source[index...].starts(with: $0.utf8) }?.utf8.count
  }
}
