internal import Foundation

extension CleaningPass {
  /// A character beyond ASCII, or bytes that are none, which become U+FFFD.
  mutating func wide(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let (found, length) = bytes.scalar(at: index)
    guard let scalar = found else {
      // DEL and bytes that are no UTF-8.
      put(bytes[index] == 0x7F ? " " : "\u{FFFD}", at: index)
      return index + 1
    }
    let end = index + length
    if scalar.value <= 0x9F {
      put(scalar.value == 0x85 ? 0x0A : 0x20, at: index)
      return end
    }
    if steps.notices, scalar == "\u{A9}", let next = notice(bytes, index) { return next }
    guard steps.unicode else {
      copy(bytes, index..<end)
      return end
    }
    if let text = replacement(scalar, before: bytes.byte(end)) {
      put(text, at: index)
      return end
    }
    let isStable = CompatibilityForm.isStable(scalar)
    if isStable, end == bytes.count || isStableStart(bytes, end) {
      if let name = loneGreekName(scalar, bytes, end) {
        put(name, at: index)
      } else {
        copy(bytes, index..<end)
      }
      return end
    }
    return compose(bytes, index)
  }

  private func isStableStart(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    if bytes[index] < 0x80 { return true }
    return bytes.scalar(at: index).scalar.map(CompatibilityForm.isStable) ?? true
  }

  /// What a character becomes by itself, before NFKC is asked.
  private func replacement(_ scalar: Unicode.Scalar, before next: UInt8) -> String? {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x2120, 0x2122: ""
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2028, 0x2029: "\n"
    case 0xB4: "'"
    case 0xAF, 0xB8: " "
    case 0xA8:
      "aeiouyAEIOUY".utf8.contains(next) ? nil : " "
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079:
      written().isASCIIDigit && !isRaised ? "^" + CompatibilityForm.of(String(scalar)) : nil
    default: nil
    }
  }

  /// Whether the digits written last are an exponent already.
  private var isRaised: Bool {
    var back = 0
    while back < 20, written(back).isASCIIDigit { back += 1 }
    return written(back) == UInt8(ascii: "^")
  }

  /// Composes the characters from `index` on to the next that is stable, with the one before.
  private mutating func compose(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    var text = String.UnicodeScalarView()
    while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = bytes.scalar(at: end)
      guard let scalar else { break }
      if end > index, CompatibilityForm.isStable(scalar), isStableBehind(bytes, end + length) {
        break
      }
      if end > index, replacement(scalar, before: bytes.byte(end + length)) != nil { break }
      text.append(scalar)
      end += length
    }
    // A diaeresis that stands before its vowel, as some PDF files have it.
    if text.count == 1, text.first == "\u{A8}" {
      let vowel = bytes[end]
      put(CompatibilityForm.of("\(Character(Unicode.Scalar(vowel)))\u{308}"), at: index)
      return end + 1
    }
    var offset = index
    if text.first.map({ $0.properties.canonicalCombiningClass != .notReordered }) == true,
      let last = lastScalar()
    {
      offset = takeBack(String(last).utf8.count) ?? index
      text.insert(last, at: text.startIndex)
    }
    put(CompatibilityForm.of(String(text)), at: offset)
    return end
  }

  private func isStableBehind(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index >= bytes.count || isStableStart(bytes, index)
  }

  private func lastScalar() -> Unicode.Scalar? {
    var start = output.count - 1
    while start > 0, output[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? output.span.scalar(at: start).scalar : nil
  }

  // MARK: Greek

  /// The name of a Greek letter that touches no other letter, as in β-VAE; nil for all else.
  private func loneGreekName(
    _ scalar: Unicode.Scalar, _ bytes: Span<UInt8>, _ end: Int
  ) -> String? {
    guard (0x391...0x3C9).contains(scalar.value), let name = Self.greekNames[scalar],
      lastScalar().map({ !$0.properties.isAlphabetic }) ?? true,
      end >= bytes.count || !isLetter(bytes, end)
    else { return nil }
    return name
  }

  private func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes.scalar(at: index).scalar?.properties.isAlphabetic ?? false
  }

  private static let greekNames: [Unicode.Scalar: String] = {
    var names: [Unicode.Scalar: String] = [:]
    for (name, letter) in LaTeXCommand.greek where !name.hasPrefix("var") {
      if let scalar = letter.unicodeScalars.first { names[scalar] = name }
    }
    return names
  }()
}

/// Unicode's compatibility composition.
enum CompatibilityForm {
  /// NFKC of a text.
  static func of(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

  /// Whether a character is its own NFKC and composes with nothing that is stable too, so that it
  /// need not be asked for.
  static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xBF...0x131,
      0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x180...0x1C3, 0x391...0x3A1, 0x3A3...0x3CE,
      0x400...0x481, 0x48A...0x513, 0x2010, 0x2012...0x2016, 0x2018...0x2023, 0x2027,
      0x2030...0x2032, 0x2039...0x203B, 0x2190...0x222B, 0x222E, 0x2231...0x22FF, 0x25A0...0x26FF,
      0x2701...0x27BF, 0x3001...0x3003, 0x3008...0x3011, 0x3041...0x3096, 0x30A1...0x30FA,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFFFD, 0x1F300...0x1F9FF:
      true
    default: false
    }
  }
}
