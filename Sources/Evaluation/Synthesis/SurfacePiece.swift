/// A piece of a text between spaces: a core, and the punctuation that clings to it.
struct SurfacePiece {
  /// What a core is to a text.
  enum Kind: Int, CaseIterable, Sendable {
    /// A word of English grammar.
    case function
    /// Any other word.
    case content
    /// A number, a formula, a single letter, an address.
    case symbol
  }

  /// The opening punctuation, in bytes of the text.
  var prefix: Range<Int>
  /// What is left.
  var core: Range<Int>
  /// The closing punctuation.
  var suffix: Range<Int>

  var whole: Range<Int> { prefix.lowerBound..<suffix.upperBound }
}

/// Walks over the pieces of a text.
///
/// A formula between dollar signs is one piece with its spaces.
struct SurfaceScanner {
  /// The most bytes between two dollar signs of one formula.
  private static let formulaLimit = 200

  private var position = 0

  /// Finds the next piece; nil at the end of the text.
  ///
  /// - Complexity: O(bytes passed).
  mutating func next(in bytes: Span<UInt8>) -> SurfacePiece? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    position = Self.end(of: bytes, from: start)
    return Self.piece(start..<position, of: bytes)
  }

  private static func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    var firstSpace: Int?
    var isInFormula = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        if firstSpace == nil { firstSpace = index }
        if !isInFormula || index - start > formulaLimit { break }
      } else if byte == UInt8(ascii: "$") {
        isInFormula.toggle()
      }
      index += 1
    }
    return isInFormula ? firstSpace ?? index : index
  }

  private static func piece(_ whole: Range<Int>, of bytes: Span<UInt8>) -> SurfacePiece {
    var first = whole.lowerBound
    while first < whole.upperBound, let width = openingWidth(bytes, first, whole.upperBound) {
      first += width
    }
    var last = whole.upperBound
    while last > first, let width = closingWidth(bytes, first, last) { last -= width }
    guard first < last else {
      return SurfacePiece(
        prefix: whole.lowerBound..<whole.lowerBound, core: whole,
        suffix: whole.upperBound..<whole.upperBound)
    }
    return SurfacePiece(
      prefix: whole.lowerBound..<first, core: first..<last, suffix: last..<whole.upperBound)
  }

  private static func openingWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      1
    case 0xE2
    where index + 2 < end && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x98 || bytes[index + 2] == 0x9C):
      3
    default: nil
    }
  }

  private static func closingWidth(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    switch bytes[end - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      1
    case 0x99, 0x9D:
      end - 3 >= start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 ? 3 : nil
    default: nil
    }
  }
}
