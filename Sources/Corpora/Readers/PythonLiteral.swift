/// Rewrites what Python prints for a dictionary as JSON.
///
/// Strings in either quotes with their escapes, numbers, `None`, `True`, `False`, lists, tuples
/// and dictionaries; nothing is run. Numbers and brackets are copied as they are, for the JSON
/// reader to judge.
enum PythonLiteral {
  /// The JSON text, or nil where `text` is no such literal.
  static func json(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    var position = 0
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let end = string(text, at: position, into: &result) else { return nil }
        position = end
      case UInt8(ascii: "("):
        result.append(UInt8(ascii: "["))
        position += 1
      case UInt8(ascii: ")"):
        closeTuple(in: &result)
        position += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard let end = word(text, at: position, into: &result) else { return nil }
        position = end
      default:
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// A tuple of one has a comma before its bracket.
  private static func closeTuple(in result: inout [UInt8]) {
    while let last = result.last, last <= 0x20 { result.removeLast() }
    if result.last == UInt8(ascii: ",") { result.removeLast() }
    result.append(UInt8(ascii: "]"))
  }

  private static let words = [
    ("None", "null"), ("True", "true"), ("False", "false"), ("nan", "null"), ("inf", "null"),
  ]

  private static func word(_ text: [UInt8], at start: Int, into result: inout [UInt8]) -> Int? {
    // The exponent of a number is copied with it.
    if text[start] == UInt8(ascii: "e"), let last = result.last, (0x2E...0x39).contains(last) {
      result.append(text[start])
      return start + 1
    }
    let end = text[start...].firstIndex { !(0x41...0x5A).contains($0 & 0xDF) } ?? text.count
    guard let match = words.first(where: { $0.0.utf8.elementsEqual(text[start..<end]) }) else {
      return nil
    }
    result.append(contentsOf: match.1.utf8)
    return end
  }

  /// Copies the string at `start`; the position behind it, or nil where it does not end or has an
  /// escape that Python does not print.
  private static func string(_ text: [UInt8], at start: Int, into result: inout [UInt8]) -> Int? {
    let quote = text[start]
    var position = start + 1
    result.append(UInt8(ascii: "\""))
    while position < text.count {
      let byte = text[position]
      if byte == quote {
        result.append(UInt8(ascii: "\""))
        return position + 1
      }
      if byte == UInt8(ascii: "\\") {
        guard let end = escape(text, at: position, into: &result) else { return nil }
        position = end
      } else {
        if byte == UInt8(ascii: "\"") { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
        position += 1
      }
    }
    return nil
  }

  private static func escape(_ text: [UInt8], at start: Int, into result: inout [UInt8]) -> Int? {
    guard start + 1 < text.count else { return nil }
    let letter = text[start + 1]
    switch letter {
    case UInt8(ascii: "'"): result.append(letter)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "t"),
      UInt8(ascii: "r"):
      result += [UInt8(ascii: "\\"), letter]
    case UInt8(ascii: "x"): return codePoint(text, at: start + 2, digits: 2, into: &result)
    case UInt8(ascii: "u"): return codePoint(text, at: start + 2, digits: 4, into: &result)
    case UInt8(ascii: "U"): return codePoint(text, at: start + 2, digits: 8, into: &result)
    default: return nil
    }
    return start + 2
  }

  private static func codePoint(
    _ text: [UInt8], at start: Int, digits: Int, into result: inout [UInt8]
  ) -> Int? {
    guard start + digits <= text.count,
      let value = UInt32(String(decoding: text[start..<start + digits], as: UTF8.self), radix: 16)
    else { return nil }
    if value < 0x20 {
      result.append(contentsOf: "\\u00\(value < 0x10 ? "0" : "")\(String(value, radix: 16))".utf8)
    } else if value == 0x22 || value == 0x5C {
      result += [UInt8(ascii: "\\"), UInt8(value)]
    } else {
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      result.append(contentsOf: String(Character(scalar)).utf8)
    }
    return start + digits
  }
}
