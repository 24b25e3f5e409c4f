/// BibTeX and BibLaTeX, as people write it and as Zotero, JabRef and publishers export it.
///
/// The grammar is BibTeX's own (btxdoc; Patashnik 1988): values in braces or quotes, joined by `#`,
/// strings defined by `@string`, text between entries as comment. Cross-references are not
/// followed: an abstract stands in its own entry.
struct BibTeXReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .bibTeX, name: "BibTeX or BibLaTeX",
      origin: "Zotero, Better BibTeX, JabRef, Google Scholar, publishers",
      fields: [
        "key", "title", "abstract", "author", "date", "year", "month", "keywords", "doi",
        "eprint", "url", "langid",
      ],
      dates: "`date` (the beginning of a range), else `year` with `month` and `day`, else the "
        + "month of the arXiv identifier")
  ]

  let format = DumpFormat.bibTeX
  let readsWholeFile = false

  /// The most bytes of definitions of strings that are remembered.
  private static let headingLimit = 1 << 20

  /// Text in which a line begins with `@type{key,` or with the definition of a string.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let first = sample.firstContent,
      !"{[<".utf8.contains(sample.bytes[first])
    else { return nil }
    let bytes = sample.bytes.span
    let isEntry = Bytes.lines(in: bytes).contains { line in
      let start = Bytes.firstContent(in: bytes, from: line.lowerBound) ?? line.upperBound
      return BibTeXScanner.beginsEntry(start, in: bytes)
    }
    guard isEntry || Self.beginsWithDefinition(bytes) else { return nil }
  }

  private static func beginsWithDefinition(_ bytes: Span<UInt8>) -> Bool {
    var scanner = BibTeXScanner(isAll: true)
    guard let entry = scanner.next(in: bytes),
      Bytes.firstContent(in: bytes, from: 0) == entry.range.lowerBound
    else { return false }
    return ["string", "preamble", "comment"].contains {
      BibTeXScanner.isNamed($0, entry.type, in: bytes)
    }
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var scanner = BibTeXScanner(isAll: false)
    while let entry = scanner.next(in: bytes), entry.ending != .cutOff {
      if entry.range.upperBound >= minimum { return entry.range.upperBound }
    }
    return nil
  }

  func heading(after bytes: Span<UInt8>, following heading: [UInt8]) -> [UInt8] {
    var heading = heading
    var index = 0
    while let start = Bytes.position(of: UInt8(ascii: "@"), from: index, in: bytes) {
      index = start + 1
      guard start + 7 <= bytes.count,
        BibTeXScanner.isNamed("string", start + 1..<start + 7, in: bytes)
      else { continue }
      var scanner = BibTeXScanner(from: start, isAll: true)
      guard let entry = scanner.next(in: bytes), entry.ending == .complete,
        heading.count + entry.range.count < Self.headingLimit
      else { continue }
      for place in entry.range { heading.append(bytes[place]) }
      heading.append(0x0A)
      index = entry.range.upperBound
    }
    return heading
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    var strings: [String: String] = [:]
    Self.define(in: block.heading, into: &strings)
    let bytes = block.bytes
    let isUTF8 = Bytes.isUTF8(bytes.span)
    var scanner = BibTeXScanner(isAll: true)
    var line = 0
    var counted = 0
    while let entry = scanner.next(in: bytes.span) {
      line += Bytes.lineCount(in: bytes.span.extracting(counted..<entry.range.lowerBound))
      counted = entry.range.lowerBound
      switch String(decoding: bytes[entry.type], as: UTF8.self).lowercased() {
      case "comment", "preamble": continue
      case "string": Self.define(bytes[entry.body], into: &strings)
      default:
        guard entry.ending == .complete else {
          let key = Self.key(of: bytes[entry.body])
          records.drop(line: line, "the braces of the entry '\(key)' do not close")
          continue
        }
        let parsed = BibTeXEntry(body: bytes[entry.body], strings: strings)
        var record = BibTeXRecord.record(of: parsed)
        if !isUTF8, !Bytes.isUTF8(bytes.span.extracting(entry.range)) {
          record.faults.append("bytes that are not UTF-8, replaced by U+FFFD")
        }
        records.add(record, line: line)
      }
    }
  }

  private static func define(in heading: [UInt8], into strings: inout [String: String]) {
    var scanner = BibTeXScanner(isAll: true)
    while let entry = scanner.next(in: heading.span) {
      define(heading[entry.body], into: &strings)
    }
  }

  private static func define(_ body: ArraySlice<UInt8>, into strings: inout [String: String]) {
    let definition = BibTeXEntry(body: body, strings: strings, hasKey: false)
    strings.merge(definition.fields) { $1 }
  }

  private static func key(of body: ArraySlice<UInt8>) -> String {
    let key = body.prefix(60).prefix { $0 != UInt8(ascii: ",") }
    return TextCleaning.line(String(decoding: key, as: UTF8.self))
  }
}
