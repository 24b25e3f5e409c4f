/// What a file in an unknown format looks like, in words that say what to do about it.
enum FileAppearance {
  /// A phrase about the beginning of a text or other file.
  static func describe(_ sample: FileSample) -> String {
    for (magic, phrase) in signatures where sample.bytes.starts(with: magic) { return phrase }
    guard let start = sample.firstContent else { return "blank lines only" }
    let text = String(decoding: sample.bytes[start...].prefix(4_000), as: UTF8.self)
    let head = text.prefix(200).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      return "an HTML page; save its text, or the dump behind it"
    }
    if head.hasPrefix("<") {
      return "XML" + (rootElement(of: text).map { " with the root '\($0)'" } ?? "")
    }
    if head.hasPrefix("@") { return "BibTeX" }
    if head.hasPrefix("ty  -") { return "RIS" }
    if head.hasPrefix("[") { return "a JSON array, but not one of objects" }
    if sample.bytes.prefix(4_000).contains(0) { return "a binary file" }
    let firstLine = text.prefix { !$0.isNewline }
    let separators = firstLine.utf8.count { [0x2C, 0x09, 0x3B, 0x7C].contains($0) }
    if separators > 0 {
      let names = FieldNames.names(of: .abstract).joined(separator: ", ")
      return "a table whose first line names no abstract (\(names)) beside a title or an id"
    }
    return "plain text that begins '\(firstLine.prefix(40))'"
  }

  /// The name of the first element, behind declarations and comments.
  private static func rootElement(of text: String) -> Substring? {
    var rest = text[...]
    while let tag = rest.firstIndex(of: "<") {
      rest = rest[tag...].dropFirst()
      if rest.hasPrefix("!--") {
        while !rest.isEmpty, !rest.hasPrefix("-->") { rest = rest.dropFirst() }
      } else if rest.first?.isLetter == true {
        return rest.prefix(40).prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
      }
    }
    return nil
  }

  private static let signatures: [(magic: [UInt8], phrase: String)] = [
    (Array("BZh".utf8), "bzip2; unpack it with bunzip2 first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz; unpack it with unxz first"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive; unpack it first"),
    (Array("%PDF".utf8), "a PDF; the dump must be text"),
    (Array("PAR1".utf8), "Parquet; write it as JSON Lines first"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xFF, 0xFE, 0, 0], "UTF-32 text; write it as UTF-8 first"),
    ([0, 0, 0xFE, 0xFF], "UTF-32 text; write it as UTF-8 first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd inside another compression; unpack it first"),
    ([0x1F, 0x8B], "gzip inside another compression; unpack it first"),
  ]
}
