/// The fields of one entry, LaTeX left as it is written.
struct BibTeXEntry {
  /// The key by which documents cite it, empty where it has none.
  private(set) var key = ""
  /// Values by name in lower case; the first of two fields of one name counts.
  private(set) var fields: [String: String] = [:]
  /// What was mended, each one clause.
  private(set) var faults: [String] = []

  private let bytes: [UInt8]
  private let strings: [String: String]
  private var position = 0

  /// Parses what stands between the outer braces of an entry.
  init(body: ArraySlice<UInt8>, strings: [String: String], hasKey: Bool = true) {
    bytes = Array(body)
    self.strings = strings
    if hasKey { readKey() }
    while readField() {}
  }

  /// The value of the first of these fields that has one.
  func value(_ names: String...) -> String? {
    names.lazy.compactMap { fields[$0] }.first { !TextCleaning.isBlank($0) }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpaces() { while let byte = next, byte <= 0x20 { position += 1 } }

  private mutating func readKey() {
    let end = bytes.firstIndex { $0 == UInt8(ascii: ",") } ?? bytes.count
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    guard !text.utf8.contains(UInt8(ascii: "=")) else { return }
    key = TextCleaning.line(text)
    position = min(bytes.count, end + 1)
  }

  /// Reads `name = value,`; false at the end.
  private mutating func readField() -> Bool {
    while let byte = next, byte <= 0x20 || byte == UInt8(ascii: ",") { position += 1 }
    guard next != nil else { return false }
    let start = position
    while let byte = next, Self.isNameByte(byte) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    skipSpaces()
    guard !name.isEmpty, next == UInt8(ascii: "=") else {
      skipBroken(after: name)
      return true
    }
    position += 1
    var value = ""
    repeat {
      skipSpaces()
      value += piece()
      skipSpaces()
    } while skip(UInt8(ascii: "#"))
    if fields[name] == nil { fields[name] = value }
    if let byte = next, byte != UInt8(ascii: ",") {
      note("no comma after the field '\(name)'")
    }
    return true
  }

  /// One value or one part of it: in braces, in quotes, a number, or the name of a string.
  private mutating func piece() -> String {
    switch next {
    case UInt8(ascii: "{"): return braced()
    case UInt8(ascii: "\""): return quoted()
    default:
      let start = position
      while let byte = next, Self.isNameByte(byte) { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      if word.utf8.allSatisfy(Bytes.isDigit) { return word }
      if let text = strings[word.lowercased()] ?? Self.months[word.lowercased()] { return text }
      note("the string '\(word)' is not defined, taken as text")
      return word
    }
  }

  private mutating func braced() -> String {
    let start = position + 1
    var depth = 0
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return String(decoding: bytes[start..<position - 1], as: UTF8.self) }
      }
    }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    let start = position + 1
    var depth = 0
    position = start
    while let byte = next {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "\""), depth <= 0 {
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      }
      position += 1
    }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Goes on behind the next comma outside braces.
  private mutating func skipBroken(after name: String) {
    note("text that is no field\(name.isEmpty ? "" : " after '\(name)'")")
    var depth = 0
    while let byte = next, byte != UInt8(ascii: ",") || depth > 0 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      position += 1
    }
  }

  private mutating func note(_ fault: String) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && !forbidden.contains(byte)
  }

  private static let forbidden = Array("\"#%'(),={}@".utf8)

  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ].map { ($0.lowercased(), $0) })
}
