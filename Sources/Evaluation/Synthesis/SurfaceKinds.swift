import PaperTrends

/// Tells what a core is, and what of it is kept.
struct SurfaceKinds: Sendable {
  /// The form that stands for every web address.
  static let address = "https://"

  private let functionWords: Set<String>

  init() { functionWords = Set(StopWords.words(.english) + ["a", "i"]) }

  /// The kind of a core and the form under which it is counted: a symbol with each digit as 0 and
  /// without the rest of an address, a word as it is.
  func classify(_ core: ArraySlice<UInt8>) -> (kind: SurfacePiece.Kind, form: String) {
    var letters = 0
    var isWord = false
    var isMarkup = false
    var isAddress = false
    var previous: UInt8 = 0
    for byte in core {
      letters = Self.isLetter(byte) ? letters + 1 : 0
      if letters > 1 { isWord = true }
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") { isMarkup = true }
      if byte == UInt8(ascii: "/") && previous == byte || byte == UInt8(ascii: "@") {
        isAddress = true
      }
      previous = byte
    }
    if isAddress, isWord { return (.symbol, Self.address) }
    let form = String(decoding: core, as: UTF8.self)
    if functionWords.contains(form.lowercased()) { return (.function, form) }
    if isWord, !isMarkup { return (.content, form) }
    let digitless = core.map { Self.isDigit($0) ? UInt8(ascii: "0") : $0 }
    return (.symbol, String(decoding: digitless, as: UTF8.self))
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  static func isUpper(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  static func isLower(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }
}
