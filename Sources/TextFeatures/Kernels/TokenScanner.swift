/// Walks over UTF-8 bytes and stops at each term; ``Tokenizer`` has the rules as a table.
///
/// The scanner looks only at bytes from its position on, so that a scan which begins at a token's
/// start finds that token again. ASCII runs go through one table look-up a byte; everything else
/// is decided out of line. Where only the terms of whole texts matter, ``WordText`` walks faster
/// over plain words and asks here about everything else.
struct TokenScanner: ~Copyable {
  /// Where the scan goes on.
  var position = 0
  /// The range of the token found last, in bytes.
  var start = 0
  var end = 0
  /// The token's normalised bytes.
  var key = TermKey()
  /// Whether a boundary, which no phrase crosses, lies between this token and the one before.
  var followsBoundary = true
  /// The number of blank lines passed.
  var paragraph = 0
  /// Which of lower case (bit 0), upper case (bit 1), digit (bit 2) were seen in ASCII, or upper
  /// case beyond ASCII (bit 1).
  var kinds: UInt8 = 0
  /// 0x20 to fold case, 0 to keep it.
  private let fold: UInt8

  private var hasLetter = false
  private var isCompound = false
  private var isIdeographic = false
  private var units = 0

  init(keepsCase: Bool = false) { fold = keepsCase ? 0 : 0x20 }

  /// Begins a new text.
  mutating func restart(at position: Int = 0) {
    self.position = position
    start = position
    end = position
    paragraph = 0
    followsBoundary = true
  }

  var hasUpperCase: Bool { kinds & 2 != 0 }

  /// Finds the next term; false at the end of the text.
  ///
  /// - Complexity: O(bytes passed).
  mutating func next(in bytes: Span<UInt8>, classes: Span<UInt8>) -> Bool {
    // The boundary flag belongs to the gap before the token that is found now.
    var boundary = end == 0
    while position < bytes.count {
      if step(in: bytes, classes: classes, &boundary) { return true }
    }
    return false
  }

  /// Passes one token or a piece of what lies between tokens; true where it was a term.
  ///
  /// `boundary` tells of the gap before it, and of what was passed.
  mutating func step(
    in bytes: Span<UInt8>, classes: Span<UInt8>, _ boundary: inout Bool
  ) -> Bool {
    let kind = classes[Int(bytes[position])]
    if kind == ByteClass.space {
      position &+= 1
      return false
    }
    if kind > ByteClass.digit, !begins(bytes, kind, &boundary) { return false }
    start = position
    key.clear()
    kinds = 0
    units = 0
    isCompound = false
    hasLetter = false
    isIdeographic = false
    let resume = read(bytes, classes)
    end = position
    position = max(resume, position)
    guard isTerm(bytes) else {
      boundary = true
      return false
    }
    key.finish()
    followsBoundary = boundary
    return true
  }

  // MARK: Between tokens

  /// Whether a token begins at a byte that is no ASCII letter or digit; moves on if not.
  private mutating func begins(
    _ bytes: Span<UInt8>, _ kind: UInt8, _ boundary: inout Bool
  ) -> Bool {
    switch kind {
    case ByteClass.boundary, ByteClass.hyphen, ByteClass.dot: boundary = true
    case ByteClass.newline:
      if Markup.blankLineFollows(bytes, position &+ 1) {
        boundary = true
        paragraph &+= 1
      }
    case ByteClass.wide:
      let (scalar, length) = LetterCase.decode(bytes, at: position)
      switch scalar.map(LetterCase.role(of:)) {
      case .letter, .digit: return true
      case .boundary, .hyphen: boundary = true
      default: break
      }
      position &+= length
      return false
    default: break
    }
    position &+= 1
    return false
  }

  // MARK: Inside a token

  /// Reads one token into `key`; returns where the scan resumes if that is not where it ends.
  private mutating func read(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) -> Int {
    while true {
      readRun(bytes, classes)
      guard position < bytes.count else { return position }
      let kind = classes[Int(bytes[position])]
      if kind >= ByteClass.space { return position }
      if let resume = continueAcross(kind, bytes, classes) { return resume }
    }
  }

  /// Reads letters and digits of ASCII.
  @inline(__always)
  private mutating func readRun(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) {
    let first = position
    var index = first
    var seen: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      let kind = classes[Int(byte)]
      if kind > ByteClass.digit { break }
      seen |= 1 &<< kind
      key.append(byte &+ ((kind & 1) &<< 5) & fold)
      index &+= 1
    }
    position = index
    units &+= index &- first
    kinds |= seen
    if seen & 3 != 0 { hasLetter = true }
  }

  /// Takes what joins two parts of a term; nil if the term goes on, else where the scan resumes.
  @inline(never)
  private mutating func continueAcross(
    _ kind: UInt8, _ bytes: Span<UInt8>, _ classes: Span<UInt8>
  ) -> Int? {
    switch kind {
    case ByteClass.hyphen: return joinHyphen(bytes, classes, length: 1)
    case ByteClass.apostrophe: return joinApostrophe(bytes, classes, length: 1)
    case ByteClass.dot: return joinDot(bytes, classes)
    case ByteClass.suffix: return joinSuffix(bytes, classes)
    case ByteClass.at: return joinAt(bytes, classes)
    default: return readWide(bytes, classes)
    }
  }

  private func isWordByte(_ bytes: Span<UInt8>, _ classes: Span<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && classes[Int(bytes[index])] <= ByteClass.digit
  }

  /// Whether a letter or a digit stands at `index`.
  private func beginsPart(_ bytes: Span<UInt8>, _ classes: Span<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch classes[Int(bytes[index])] {
    case ...ByteClass.digit: return true
    case ByteClass.wide:
      let role = LetterCase.decode(bytes, at: index).scalar.map(LetterCase.role(of:))
      return role == .letter || role == .digit
    default: return false
    }
  }

  private mutating func joinHyphen(
    _ bytes: Span<UInt8>, _ classes: Span<UInt8>, length: Int
  ) -> Int? {
    guard beginsPart(bytes, classes, position + length) else { return position }
    join(UInt8(ascii: "-"), length)
    return nil
  }

  private mutating func join(_ byte: UInt8, _ length: Int) {
    key.append(byte)
    isCompound = true
    units += 1
    position += length
  }

  private mutating func joinApostrophe(
    _ bytes: Span<UInt8>, _ classes: Span<UInt8>, length: Int
  ) -> Int? {
    let next = position + length
    guard beginsPart(bytes, classes, next), classes[Int(bytes[next])] != ByteClass.digit else {
      return position
    }
    if bytes[next] | 0x20 == UInt8(ascii: "s"), !beginsPart(bytes, classes, next + 1) {
      return next + 1
    }
    join(UInt8(ascii: "'"), length)
    return nil
  }

  private mutating func joinDot(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) -> Int? {
    guard isWordByte(bytes, classes, position + 1) else { return position }
    let next = classes[Int(bytes[position + 1])]
    let previous = classes[Int(bytes[position - 1])]
    if previous == ByteClass.digit && next == ByteClass.digit {
      key.append(UInt8(ascii: "."))
      units += 1
      position += 1
      return nil
    }
    if previous <= ByteClass.upper, next <= ByteClass.upper, key.byteCount == 1 || isLone(bytes),
      !beginsPart(bytes, classes, position + 2)
    {
      join(UInt8(ascii: "."), 1)
      return nil
    }
    return skipAddress(bytes)
  }

  /// Whether the letter before the position stands alone behind a dot or hyphen of the token.
  private func isLone(_ bytes: Span<UInt8>) -> Bool {
    guard position - 2 > start else { return false }
    let before = bytes[position - 2]
    return before == UInt8(ascii: ".") || before == UInt8(ascii: "-")
  }

  private mutating func joinSuffix(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) -> Int? {
    let sign = bytes[position]
    let previous = classes[Int(bytes[position - 1])]
    guard previous <= ByteClass.upper else { return position }
    let length = sign == UInt8(ascii: "+") ? 2 : 1
    guard position + length <= bytes.count, bytes[position + length - 1] == sign,
      length == 2 || key.byteCount == 1, !beginsPart(bytes, classes, position + length)
    else { return position }
    for _ in 0..<length { join(sign, 1) }
    return position
  }

  private mutating func joinAt(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) -> Int? {
    var last = position + 1
    while last < bytes.count, classes[Int(bytes[last])] == ByteClass.digit { last += 1 }
    if last == position + 1, isWordByte(bytes, classes, last) { last += 1 }
    guard last > position + 1, !beginsPart(bytes, classes, last) else {
      return skipAddress(bytes)
    }
    guard
      last >= bytes.count || bytes[last] != UInt8(ascii: ".")
        || !isWordByte(bytes, classes, last + 1)
    else { return skipAddress(bytes) }
    join(UInt8(ascii: "@"), 1)
    return nil
  }

  /// Drops the token where it begins an e-mail address or a bare domain.
  private mutating func skipAddress(_ bytes: Span<UInt8>) -> Int {
    guard let end = Markup.addressEnd(bytes, start) else { return position }
    hasLetter = false
    return end
  }

  private mutating func readWide(_ bytes: Span<UInt8>, _ classes: Span<UInt8>) -> Int? {
    let (decoded, length) = LetterCase.decode(bytes, at: position)
    guard let scalar = decoded else { return position }
    switch LetterCase.role(of: scalar) {
    case .letter:
      units += 1
      hasLetter = true
      if LetterCase.isIdeographic(scalar) { isIdeographic = true }
      appendLetter(scalar)
    case .digit:
      units += 1
      key.append(scalar)
    case .mark: key.append(scalar)
    case .ignorable: break
    case .hyphen: return joinHyphen(bytes, classes, length: length)
    case .apostrophe: return joinApostrophe(bytes, classes, length: length)
    case .boundary, .space: return position
    }
    position += length
    return nil
  }

  private mutating func appendLetter(_ scalar: Unicode.Scalar) {
    if let lower = LetterCase.ruledLowercase(scalar) {
      if lower != scalar { kinds |= 2 }
      key.append(fold == 0 ? scalar : lower)
    } else if scalar.properties.isUppercase || scalar.properties.isCased {
      if scalar.properties.changesWhenLowercased { kinds |= 2 }
      if fold == 0 {
        key.append(scalar)
      } else {
        for part in scalar.properties.lowercaseMapping.unicodeScalars { key.append(part) }
      }
    } else {
      key.append(scalar)
    }
  }

  // MARK: What is a term

  @inline(__always)
  private func isTerm(_ bytes: Span<UInt8>) -> Bool {
    guard hasLetter, !key.overflowed, units > 1 || isIdeographic else { return false }
    return kinds & 4 == 0 || isCompound || !isQuantity
  }

  /// Whether the token is a number with an ordinal ending or the sign of multiplication.
  private var isQuantity: Bool {
    guard key.byteCount <= 8 else { return false }
    var word = key.byteCount == 8 ? key.words[0] : key.pending
    guard Self.isDigit(word & 0xFF) else { return false }
    while Self.isDigit(word & 0xFF) || word & 0xFF == 0x2E { word >>= 8 }
    return Markup.quantityEndings.contains(word)
  }

  private static func isDigit(_ byte: UInt64) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
