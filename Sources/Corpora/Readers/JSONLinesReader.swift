/// JSON Lines: one object a line.
struct JSONLinesReader: PaperReader {
  static let descriptions =
    JSONDialect.all.map(\.description) + [
      FormatDescription(
        format: .jsonLines, name: "JSON Lines", origin: "exports of many programs",
        fields: FieldNames.shortList,
        dates: "the first of the date fields that is a date, as precise as it is written")
    ]

  let format: DumpFormat
  let readsWholeFile = false
  let seenFields: [SeenField]
  private let columns: ColumnMap?

  /// Text of whose first lines at least half begin with `{` and end with `}`, so that a bad line at
  /// the beginning hides nothing; JSON over several lines is ``JSONValuesReader``'s.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    let span = sample.bytes.span
    var objectCount = 0
    var lineCount = 0
    var objects: [Range<Int>] = []
    var start = 0
    while start < span.count, lineCount < 50 {
      let end = Bytes.endOfLine(in: span, from: start)
      let line = Bytes.trimmed(start..<(end ?? span.count), of: span)
      start = end ?? span.count
      guard let last = line.last else { continue }
      let isCutOff = end == nil && !sample.isWholeFile
      if isCutOff && lineCount > 0 { break }
      lineCount += 1
      if span[line.lowerBound] == UInt8(ascii: "{"), isCutOff || span[last] == UInt8(ascii: "}") {
        objectCount += 1
        objects.append(line)
      }
    }
    guard objectCount > 0, 2 * objectCount >= lineCount else { return nil }
    let keys = JSONRecordKeys(objects, of: span)
    format = JSONDialect.of(keys)?.description.format ?? .jsonLines
    seenFields = keys.fields(by: options.columns)
    columns = options.columns
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    Bytes.endOfLine(in: bytes, from: max(0, minimum - 1))
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let span = block.bytes.span
    var lines: [(line: Int, range: Range<Int>)] = []
    var start = 0
    var number = 0
    while start < span.count {
      let end = Bytes.endOfLine(in: span, from: start) ?? span.count
      let range = Bytes.trimmed(start..<end, of: span)
      if !range.isEmpty { lines.append((number, range)) }
      start = end
      number += 1
    }
    JSONRecordDecoder(columns: columns).decode(lines, of: block.bytes, into: &records)
  }
}
