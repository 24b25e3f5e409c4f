/// Walks over the members of one JSON object in the bytes of its text, without building values.
///
/// It takes what has no need of interpretation: strings, arrays of strings and null; other values
/// are checked and passed over. Whatever is not JSON beyond doubt is refused, so that a parser that
/// can say what is wrong decides.
struct JSONPlainObject {
  /// A string: the bytes between its quotes.
  struct Text {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  /// A value, as far as it is looked at.
  enum Value {
    case text(Text)
    case texts([Text])
    case null
    case other
  }

  private var position: Int
  private let end: Int

  /// Values inside more arrays and objects than this are refused.
  private static let deepest = 64

  /// The object that fills `range`, without space around it.
  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// Calls `body` with each key and value, in order; false where the text is refused, by the walk
  /// or by `body`.
  ///
  /// - Complexity: O(bytes).
  mutating func forEachMember(
    in bytes: Span<UInt8>, _ body: (Range<Int>, Value) -> Bool
  ) -> Bool {
    guard take(UInt8(ascii: "{"), in: bytes) else { return false }
    skipSpace(in: bytes)
    if take(UInt8(ascii: "}"), in: bytes) { return position == end }
    repeat {
      guard let key = key(in: bytes), let value = value(in: bytes, depth: 1), body(key, value)
      else { return false }
      skipSpace(in: bytes)
    } while take(UInt8(ascii: ","), in: bytes)
    return take(UInt8(ascii: "}"), in: bytes) && position == end
  }

  private mutating func key(in bytes: Span<UInt8>) -> Range<Int>? {
    skipSpace(in: bytes)
    guard let text = text(in: bytes), !text.hasEscapes else { return nil }
    skipSpace(in: bytes)
    guard take(UInt8(ascii: ":"), in: bytes) else { return nil }
    skipSpace(in: bytes)
    return text.range
  }

  private mutating func value(in bytes: Span<UInt8>, depth: Int) -> Value? {
    guard position < end, depth < Self.deepest else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return text(in: bytes).map(Value.text)
    case UInt8(ascii: "["): return array(in: bytes, depth: depth)
    case UInt8(ascii: "{"): return object(in: bytes, depth: depth) ? .other : nil
    case UInt8(ascii: "n"): return word("null", in: bytes) ? .null : nil
    case UInt8(ascii: "t"): return word("true", in: bytes) ? .other : nil
    case UInt8(ascii: "f"): return word("false", in: bytes) ? .other : nil
    default: return number(in: bytes) ? .other : nil
    }
  }

  private mutating func array(in bytes: Span<UInt8>, depth: Int) -> Value? {
    position += 1
    var texts: [Text] = []
    var hasOthers = false
    skipSpace(in: bytes)
    if take(UInt8(ascii: "]"), in: bytes) { return .texts([]) }
    repeat {
      skipSpace(in: bytes)
      guard let value = value(in: bytes, depth: depth + 1) else { return nil }
      if case .text(let text) = value { texts.append(text) } else { hasOthers = true }
      skipSpace(in: bytes)
    } while take(UInt8(ascii: ","), in: bytes)
    guard take(UInt8(ascii: "]"), in: bytes) else { return nil }
    return hasOthers ? .other : .texts(texts)
  }

  private mutating func object(in bytes: Span<UInt8>, depth: Int) -> Bool {
    position += 1
    skipSpace(in: bytes)
    if take(UInt8(ascii: "}"), in: bytes) { return true }
    repeat {
      guard key(in: bytes) != nil, value(in: bytes, depth: depth + 1) != nil else { return false }
      skipSpace(in: bytes)
    } while take(UInt8(ascii: ","), in: bytes)
    return take(UInt8(ascii: "}"), in: bytes)
  }

  /// A number that is exact in any reading: no exponent, few digits.
  private mutating func number(in bytes: Span<UInt8>) -> Bool {
    _ = take(UInt8(ascii: "-"), in: bytes)
    let start = position
    skipDigits(in: bytes)
    let digits = position - start
    guard digits > 0, digits == 1 || bytes[start] != UInt8(ascii: "0") else { return false }
    if take(UInt8(ascii: "."), in: bytes) {
      let fraction = position
      skipDigits(in: bytes)
      guard position > fraction else { return false }
    }
    guard position - start <= 16, position < end else { return false }
    return bytes[position] | 0x20 != UInt8(ascii: "e")
  }

  private mutating func skipDigits(in bytes: Span<UInt8>) {
    while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
  }

  private mutating func word(_ word: StaticString, in bytes: Span<UInt8>) -> Bool {
    for byte in "\(word)".utf8 where !take(byte, in: bytes) { return false }
    return true
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private mutating func skipSpace(in bytes: Span<UInt8>) {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }
}

// MARK: - Strings

extension JSONPlainObject {
  private mutating func text(in bytes: Span<UInt8>) -> Text? {
    guard take(UInt8(ascii: "\""), in: bytes) else { return nil }
    let start = position
    var hasEscapes = false
    var isASCII = true
    while true {
      position += ByteScan.plainLength(of: bytes.extracting(position..<end))
      guard position < end else { return nil }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let range = start..<position
        position += 1
        guard isASCII || Bytes.isUTF8(bytes.extracting(range)) else { return nil }
        return Text(range: range, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        guard let length = Self.escape(in: bytes, at: position, end: end)?.length else {
          return nil
        }
        position += length
      case 0x80...:
        isASCII = false
        while position < end, bytes[position] >= 0x80 { position += 1 }
      default: return nil
      }
    }
  }

  /// The scalar that the escape at `index` stands for, and its length; nil where it is none.
  private static func escape(
    in bytes: Span<UInt8>, at index: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index + 1 < end else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""): return ("\"", 2)
    case UInt8(ascii: "\\"): return ("\\", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let unit = codeUnit(in: bytes, at: index, end: end) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    guard (0xD800...0xDBFF).contains(unit), let low = codeUnit(in: bytes, at: index + 6, end: end),
      (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)).map { ($0, 12) }
  }

  /// The code unit of an escape `\uXXXX` at `index`.
  private static func codeUnit(in bytes: Span<UInt8>, at index: Int, end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for place in index + 2..<index + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// What a string says.
  static func string(_ text: Text, in bytes: Span<UInt8>) -> String {
    guard text.hasEscapes else { return ByteScan.string(bytes.extracting(text.range)) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.range.count)
    var index = text.range.lowerBound
    let end = text.range.upperBound
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"),
        let (scalar, length) = escape(in: bytes, at: index, end: end)
      {
        UTF8.encode(scalar)?.forEach { plain.append($0) }
        index += length
      } else {
        let rest = bytes.extracting(index..<end)
        let length = max(1, ByteScan.length(of: rest, before: UInt8(ascii: "\\")))
        plain.append(rest.extracting(first: length))
        index += length
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
