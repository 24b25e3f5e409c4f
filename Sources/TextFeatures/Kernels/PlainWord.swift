internal import CTextScanning

/// A run of ASCII letters and digits, or of several with single hyphens between them, of at most
/// sixteen bytes, that begins with a letter and ends where nothing joins it to what follows.
///
/// Most words are plain; they are found many at a time.
typealias PlainWord = pt_word

extension PlainWord {
  /// What stands in the place of a term that is not plain; no table has its bytes.
  static func other(followsBoundary: Bool, isInFirstParagraph: Bool) -> PlainWord {
    PlainWord(
      first: 1, second: 0, capitals: 0, follows_boundary: followsBoundary ? 1 : 0,
      follows_blank_line: isInFirstParagraph ? 0 : 1)
  }

  /// The normalised term.
  @inline(__always)
  var term: ShortTermKey { ShortTermKey(first: first, second: second) }

  /// The word with its bytes as written.
  var spelled: PlainWord {
    var word = self
    word.first &= ~Self.caseBits(UInt64(capitals & 0xFF))
    word.second &= ~Self.caseBits(UInt64(capitals >> 8))
    return word
  }

  /// Whether a boundary, which no phrase crosses, lies between this word and the one before.
  @inline(__always)
  var followsBoundary: Bool { follows_boundary != 0 }

  var isInFirstParagraph: Bool { follows_blank_line == 0 }

  /// Whether capitals stand only at the beginning of parts and no part has a digit, as
  /// ``SurfaceForms`` asks.
  var isTitleCase: Bool {
    // Bytes that are no letters are hyphens, or zeros behind the word's end, if none is a digit.
    let hyphens = ~(Self.bits(letters: first) | Self.bits(letters: second) &<< 8)
    return Self.digits(first) | Self.digits(second) | UInt64(capitals) & ~(hyphens &<< 1 | 1) == 0
  }

  /// 0 where capitals are as usual: in title case in the first paragraph or behind a boundary;
  /// else 1.
  @inline(__always)
  var unusualCapitals: Int {
    (isTitleCase ? 0 : 1) | Int((follows_boundary ^ 1) & follows_blank_line)
  }

  // In a word all bytes are letters (0x40 set), digits (0x30 to 0x39), hyphens (0x2D) and zeros
  // behind its end.
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101

  /// A bit in each of eight bytes that is a digit.
  @inline(__always)
  private static func digits(_ bytes: UInt64) -> UInt64 {
    bytes &>> 4 & ~(bytes &>> 6) & lowBits
  }

  /// A bit for each of eight bytes that is a letter.
  @inline(__always)
  private static func bits(letters bytes: UInt64) -> UInt64 {
    // Byte i of the sum's top byte gets the lowest bit of byte i: no two bits meet.
    ((bytes &>> 6 & lowBits) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The bit that makes a letter lower case, in each of eight bytes whose bit is set.
  @inline(__always)
  private static func caseBits(_ capitals: UInt64) -> UInt64 {
    let spread = (capitals & 0x7F) &* 0x0002_0408_1020_4081 & lowBits
    return (spread | (capitals &>> 7) &<< 56) &<< 5
  }
}
