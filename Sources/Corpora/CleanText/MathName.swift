/// Reads mathematics that is a name: what a reader would say for it, as in `\beta`, `k`, `_2`,
/// `\ell_1`, `\text{GPT-4}`.
///
/// | mathematics | shown |
/// |---|---|
/// | letters, digits, Greek letters, also in another font | themselves |
/// | index and exponent | behind what they belong to, `^` between two digits: `H_2`, `10^5` |
/// | `*`, `+`, `-`, degrees as exponent | themselves: `A^*`, `He^{2+}`, `90^\circ` |
/// | `\text{...}` and its kin | the text |
/// | number with `.`, `%`, `\times` | `3.5`, `95%`, `2×` |
/// | one sign alone | itself: `\sim`, `\times`, `>` |
/// | a small letter with a small letter as index | a variable, so a formula: `x_i` |
/// | anything else: operators, relations, brackets, commas, functions, fractions | a formula |
struct MathName {
  /// The most bytes that a name has beside its text.
  private static let longest = 40

  private var shown: [UInt8] = []
  private var isFormula = false
  private var letters = 0
  private var textBytes = 0
  private var scripts = 0
  /// By open group: whether it is text, and whether it is an index or exponent.
  private var groups: [(isText: Bool, isScript: Bool)] = []
  private var nextGroupIsText = false
  private var nextIsScript = false
  private var raised = false

  /// The name in UTF-8, or nil for a formula.
  static func read(_ bytes: Span<UInt8>) -> [UInt8]? {
    if let sign = loneSign(bytes) { return sign }
    var name = MathName()
    var index = 0
    while index < bytes.count, !name.isFormula, name.shown.count - name.textBytes <= longest {
      index = name.take(bytes, index)
    }
    let isVariable =
      name.scripts == 1 && name.letters == 2 && name.shown.count == 2
      && name.shown.allSatisfy(\.isASCIILower)
    let isName =
      !name.isFormula && name.groups.isEmpty && !isVariable
    while name.shown.last == 0x20 { name.shown.removeLast() }
    return isName && !name.shown.isEmpty ? name.shown : nil
  }

  private static func loneSign(_ bytes: Span<UInt8>) -> [UInt8]? {
    let start = bytes.skippingBlanks(0)
    var end = bytes.count
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    guard start < end else { return nil }
    if end - start == 1 {
      let signs: [UInt8] = Array("<>=+-~*%".utf8)
      return signs.contains(bytes[start]) ? [bytes[start]] : nil
    }
    guard bytes[start] == UInt8(ascii: "\\"), bytes.skippingLetters(start + 1) == end,
      end - start < 24, case .sign(let sign) = LaTeXCommand.named(bytes.string(start + 1..<end))
    else { return nil }
    return Array(sign.utf8)
  }

  private var isText: Bool { groups.last?.isText ?? false }
  private var isScript: Bool { nextIsScript || groups.last?.isScript ?? false }

  private mutating func take(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\") { return command(bytes, index) }
    if byte == UInt8(ascii: "{") {
      groups.append((isText || nextGroupIsText, isScript))
      nextGroupIsText = false
      nextIsScript = false
      return index + 1
    }
    if byte == UInt8(ascii: "}") {
      if groups.popLast() == nil { isFormula = true }
      raised = false
      return index + 1
    }
    if isText { return text(bytes, index) }
    switch byte {
    case _ where byte.isWordByte: show(byte)
    case 0x20, 0x0A, UInt8(ascii: "~"): return index + 1
    case UInt8(ascii: "_"), UInt8(ascii: "^"):
      scripts += 1
      nextIsScript = true
      raised = byte == UInt8(ascii: "^")
      return index + 1
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      if isScript { show(byte) } else { isFormula = true }
    case UInt8(ascii: "-"):
      let isHyphen =
        shown.last?.isASCIILetter == true && bytes.byte(index + 1).isASCIILetter
        && bytes.byte(index + 2).isASCIILetter
      let isCharge = isScript && shown.last.map { !$0.isASCIIDigit } ?? true
      if isHyphen || isCharge { show(byte) } else { isFormula = true }
    case UInt8(ascii: "."), UInt8(ascii: "@"):
      let isInside =
        shown.last?.isASCIIAlphanumeric == true
        && bytes.byte(index + 1).isASCIIAlphanumeric
      let isDecimal = shown.last?.isASCIIDigit == true && bytes.byte(index + 1).isASCIIDigit
      if byte == UInt8(ascii: "@") ? isInside : isDecimal { show(byte) } else { isFormula = true }
    case UInt8(ascii: "%"):
      if shown.last?.isASCIIDigit == true { show(byte) } else { isFormula = true }
    default: isFormula = true
    }
    nextIsScript = false
    return index + 1
  }

  private mutating func text(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    textBytes += 1
    switch byte {
    case UInt8(ascii: "$"): isFormula = true
    case 0x0A, UInt8(ascii: "~"): shown.append(0x20)
    default: shown.append(byte)
    }
    return index + 1
  }

  private mutating func show(_ byte: UInt8) {
    if raised, byte.isASCIIDigit, shown.last?.isASCIIDigit == true, isScript {
      shown.append(UInt8(ascii: "^"))
    }
    raised = false
    if byte.isASCIILetter { letters += 1 }
    shown.append(byte)
  }

  private mutating func command(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let end = bytes.skippingLetters(index + 1)
    guard end > index + 1 else { return escaped(bytes, index) }
    guard end - index <= 24 else {
      isFormula = true
      return end
    }
    switch LaTeXCommand.named(bytes.string(index + 1..<end)) {
    case .letter(let text): shown += text.utf8
    case .sign(let sign): self.sign(sign)
    case .text:
      nextGroupIsText = true
      return end
    case .style: return end
    case .dropped(arguments: 0) where bytes.byte(end) != UInt8(ascii: "("): return end
    default: isFormula = true
    }
    nextIsScript = false
    raised = false
    return end
  }

  private mutating func sign(_ sign: String) {
    let scalar = sign.unicodeScalars.first
    if scalar.map({ $0.properties.isAlphabetic }) == true {
      letters += 1
      shown += sign.utf8
    } else if sign == "∘", isScript {
      shown += "°".utf8
    } else if sign == "⋆" || sign == "*", isScript {
      shown.append(UInt8(ascii: "*"))
    } else if sign == "×" || sign == "°", shown.last?.isASCIIDigit == true {
      shown += sign.utf8
    } else if sign == "×" || sign == "~" || sign == "±" || sign == "≈", shown.isEmpty {
      shown += sign.utf8
    } else {
      isFormula = true
    }
  }

  private mutating func escaped(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes.byte(index + 1) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), 0x20:
      if isText { shown.append(0x20) }
    case UInt8(ascii: "%") where shown.last?.isASCIIDigit == true: shown.append(UInt8(ascii: "%"))
    case UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "#"):
      shown.append(bytes[index + 1])
    default: isFormula = true
    }
    return index + 2
  }
}
