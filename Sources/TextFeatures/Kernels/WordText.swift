internal import CTextScanning

/// One text with a mask of its word bytes, over which plain words are walked without looking at
/// their bytes one by one.
///
/// A plain word is a run of ASCII letters and digits, or of several with single hyphens between
/// them, of at most sixteen bytes, that begins with a letter and ends where nothing can join it to
/// what follows. Everything else is left to ``TokenScanner``, which says what a token is; both find
/// the same.
struct WordText {
  /// The bytes of the text, and as many zeros behind them as the kernels may read.
  private var bytes: [UInt8] = []
  private var count = 0
  /// A bit for each byte, as `pt_word_mask` sets it.
  private var mask: [UInt64] = []
  private let classes = ByteClass.table

  private static let padding = [UInt8](repeating: 0, count: Int(PT_TEXT_PADDING))

  /// Takes a text of a source.
  mutating func load(_ index: Int, of texts: TextSource) {
    texts.write(index, into: &bytes)
    prepare()
  }

  /// Takes a text from its bytes.
  mutating func load(_ text: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    prepare()
  }

  private mutating func prepare() {
    count = bytes.count
    bytes.append(contentsOf: Self.padding)
    let maskCount = count / 64 + 2
    if mask.count < maskCount { mask = [UInt64](repeating: 0, count: 2 * maskCount) }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe mask.withUnsafeMutableBufferPointer { mask in
        unsafe pt_word_mask(bytes.baseAddress, count, mask.baseAddress)
      }
    }
  }

  /// Calls `plain` or `other` for each term, in order.
  ///
  /// `other` gets the scanner that found it; `scanner` is restarted here, and its paragraph counts
  /// on for `plain`.
  ///
  /// - Complexity: O(bytes), beside the bodies.
  @inline(__always)
  func forEachTerm(
    _ scanner: inout TokenScanner, plain: (PlainWord) -> Void,
    other: (borrowing TokenScanner, Span<UInt8>) -> Void
  ) {
    scanner.restart()
    let text = bytes.span.extracting(0..<count)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe mask.withUnsafeBufferPointer { mask in
        unsafe classes.withUnsafeBufferPointer { classes in
          let walk = unsafe WordWalk(bytes: bytes, mask: mask, classes: classes, count: count)
          var boundary = true
          var position = 0
          while true {
            let start = unsafe walk.wordStart(from: position)
            let stop = unsafe walk.passGap(
              from: position, to: start, of: text, &scanner.paragraph, &boundary)
            if stop == count { break }
            if stop == start {
              let end = unsafe walk.wordEnd(from: start)
              if let word = unsafe walk.plainWord(start..<end, scanner.paragraph, boundary) {
                boundary = word.byteCount == 0
                if !boundary { plain(word) }
                position = end
                continue
              }
            }
            scanner.position = stop
            if unsafe scanner.step(in: text, classes: Span(_unsafeElements: classes), &boundary) {
              other(scanner, text)
              boundary = false
            }
            position = unsafe walk.resumed(scanner.position, &boundary)
          }
        }
      }
    }
  }
}

extension WordText {
  /// Writes all terms of the text, in order, to the beginning of `words`; returns their number.
  ///
  /// `resolve` gets the scanner with a term that is no plain word, and gives its id.
  func collect(
    _ scanner: inout TokenScanner, into words: inout [CollectedWord],
    resolve: (borrowing TokenScanner, Span<UInt8>) -> Int32
  ) -> Int {
    // A term has at least one byte of its own and one behind it.
    let most = count / 2 + 1
    if words.count < most {
      words = [CollectedWord](repeating: CollectedWord(.notTerm), count: 2 * most)
    }
    var found = 0
    unsafe words.withUnsafeMutableBufferPointer { words in
      forEachTerm(&scanner) { word in
        unsafe words[found] = CollectedWord(word)
        found &+= 1
      } other: { scanner, text in
        unsafe words[found] = CollectedWord(
          id: resolve(scanner, text), followsBoundary: scanner.followsBoundary)
        found &+= 1
      }
    }
    return found
  }
}

/// A term as it waits to be looked up: the bytes of a plain word, or the id of another.
struct CollectedWord: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let info: UInt64

  // The bits of `info`, above the number of bytes in the lowest eight.
  private static let boundaryBit: UInt64 = 1 << 8
  private static let laterParagraphBit: UInt64 = 1 << 9
  private static let idBit: UInt64 = 1 << 10

  @inline(__always)
  init(_ word: PlainWord) {
    first = word.first
    second = word.second
    info =
      UInt64(truncatingIfNeeded: word.byteCount) | (word.followsBoundary ? Self.boundaryBit : 0)
      | (word.paragraph > 0 ? Self.laterParagraphBit : 0)
  }

  init(id: Int32, followsBoundary: Bool) {
    first = 0
    second = 0
    info =
      UInt64(UInt32(bitPattern: id)) << 32 | (followsBoundary ? Self.boundaryBit : 0) | Self.idBit
  }

  var followsBoundary: Bool { info & Self.boundaryBit != 0 }

  /// The id, where the word is no plain one.
  var id: Int32? {
    info & Self.idBit == 0 ? nil : Int32(truncatingIfNeeded: info >> 32)
  }

  /// The word as a plain one, where it is.
  @inline(__always)
  var plain: PlainWord {
    PlainWord(
      byteCount: Int(truncatingIfNeeded: info & 0xFF),
      paragraph: info & Self.laterParagraphBit == 0 ? 0 : 1, followsBoundary: followsBoundary,
      first: first, second: second)
  }
}

/// A plain word: its bytes as written, and where it stands.
struct PlainWord {
  let byteCount: Int
  let paragraph: Int
  let followsBoundary: Bool
  let first: UInt64
  let second: UInt64

  private static let letterBit: UInt64 = 0x4040_4040_4040_4040
  private static let digitBit: UInt64 = 0x1010_1010_1010_1010
  private static let caseBit: UInt64 = 0x2020_2020_2020_2020

  /// What stands for a run that is no term.
  static let notTerm = PlainWord(
    byteCount: 0, paragraph: 0, followsBoundary: false, first: 0, second: 0)

  @inline(__always)
  var beginsWithLetter: Bool { first & 0x40 != 0 }

  @inline(__always)
  var hasLetter: Bool { (first | second) & Self.letterBit != 0 }

  /// The normalised term.
  ///
  /// In digits and hyphens the bit that makes a letter lower case is set as well.
  @inline(__always)
  var term: ShortTermKey {
    ShortTermKey(
      first: first | Self.caseBit & Self.bytesMask(byteCount),
      second: second | Self.caseBit & Self.bytesMask(byteCount &- 8))
  }

  /// The word as written.
  var spelling: ShortTermKey { ShortTermKey(first: first, second: second) }

  @inline(__always)
  var hasUpperCase: Bool { Self.upperCase(first) | Self.upperCase(second) != 0 }

  /// Whether capitals stand only at the beginning of parts and no part has a digit, as
  /// ``SurfaceForms`` asks.
  var isTitleCase: Bool {
    let (low, high) = (Self.hyphens(first), Self.hyphens(second))
    return Self.upperCase(first) & ~(low << 8 | 0x20) == 0
      && Self.upperCase(second) & ~(high << 8 | low >> 56) == 0
      && Self.digits(first) | Self.digits(second) == 0
  }

  /// All bits of the first `count` of eight bytes; none for a negative number.
  @inline(__always)
  static func bytesMask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : count <= 0 ? 0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1
  }

  // In a word all bytes are letters (0x40 set, 0x20 in lower case), digits (0x30 to 0x39), hyphens
  // (0x2D) and zeros behind its end. Each result has the bit 0x20 of the bytes that are meant.

  @inline(__always)
  private static func upperCase(_ bytes: UInt64) -> UInt64 {
    (bytes & letterBit) >> 1 & ~bytes
  }

  private static func digits(_ bytes: UInt64) -> UInt64 {
    (bytes & digitBit) << 1 & ~((bytes & letterBit) >> 1)
  }

  private static func hyphens(_ bytes: UInt64) -> UInt64 {
    bytes & caseBit & ~((bytes & letterBit) >> 1 | (bytes & digitBit) << 1)
  }
}

/// The steps of a walk over one text.
@unsafe private struct WordWalk {
  let bytes: UnsafeRawBufferPointer
  let mask: UnsafeBufferPointer<UInt64>
  let classes: UnsafeBufferPointer<UInt8>
  let count: Int

  /// The first word byte at or after a position; the end of the text where there is none.
  @inline(__always)
  func wordStart(from position: Int) -> Int {
    var index = position &>> 6
    var word = unsafe mask[index] &>> UInt64(truncatingIfNeeded: position & 63)
    if word != 0 { return position &+ word.trailingZeroBitCount }
    let last = unsafe count &>> 6
    while index < last {
      index &+= 1
      word = unsafe mask[index]
      if word != 0 { return index &<< 6 &+ word.trailingZeroBitCount }
    }
    return unsafe count
  }

  /// The end of the run of word bytes that begins at a position.
  @inline(__always)
  func wordEnd(from position: Int) -> Int {
    var index = position &>> 6
    let word = unsafe ~(mask[index] &>> UInt64(truncatingIfNeeded: position & 63))
    let length = word.trailingZeroBitCount
    if position & 63 &+ length < 64 { return position &+ length }
    repeat { index &+= 1 } while unsafe mask[index] == ~0
    return unsafe index &<< 6 &+ (~mask[index]).trailingZeroBitCount
  }

  /// Passes what lies between words, as ``TokenScanner`` does, up to a word or to the first byte
  /// that needs decoding.
  @inline(__always)
  func passGap(
    from position: Int, to start: Int, of text: Span<UInt8>, _ paragraph: inout Int,
    _ boundary: inout Bool
  ) -> Int {
    var index = position
    while index < start {
      switch unsafe classes[Int(bytes[index])] {
      case ByteClass.space: break
      case ByteClass.boundary, ByteClass.dot, ByteClass.hyphen: boundary = true
      case ByteClass.newline:
        if Markup.blankLineFollows(text, index &+ 1) {
          boundary = true
          paragraph &+= 1
        }
      case ByteClass.wide: return index
      default: break
      }
      index &+= 1
    }
    return start
  }

  /// The run as a plain word; of no length where it is no term, nil where it is not plain.
  @inline(__always)
  func plainWord(_ run: Range<Int>, _ paragraph: Int, _ followsBoundary: Bool) -> PlainWord? {
    let start = run.lowerBound
    let length = run.upperBound &- start
    let behind = unsafe classes[Int(bytes[run.upperBound])]
    if behind < ByteClass.space, unsafe joins(behind, at: run.upperBound) { return nil }
    if length > ShortTermKey.maximumByteCount { return nil }
    let first = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
    let second =
      unsafe length > 8
      ? bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self).littleEndian : 0
    let word = PlainWord(
      byteCount: length, paragraph: paragraph, followsBoundary: followsBoundary,
      first: first & PlainWord.bytesMask(length), second: second & PlainWord.bytesMask(length &- 8))
    if length == 1 { return .notTerm }
    if !word.beginsWithLetter { return word.hasLetter ? nil : .notTerm }
    return word
  }

  /// Whether a byte that joins parts may join something to the word before it.
  @inline(never)
  private func joins(_ kind: UInt8, at position: Int) -> Bool {
    let next = unsafe classes[Int(bytes[position &+ 1])]
    switch kind {
    case ByteClass.dot: return next <= ByteClass.digit
    case ByteClass.hyphen, ByteClass.apostrophe:
      return next <= ByteClass.digit || next == ByteClass.wide
    default: return true
    }
  }

  /// Where to go on behind what the scanner took: not on a hyphen that joins a word to it.
  @inline(__always)
  func resumed(_ position: Int, _ boundary: inout Bool) -> Int {
    guard unsafe position < count, unsafe bytes[position] == UInt8(ascii: "-") else {
      return position
    }
    boundary = true
    return position &+ 1
  }
}
