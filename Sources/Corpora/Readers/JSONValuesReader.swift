/// JSON objects in one array, or one after the other over several lines.
struct JSONValuesReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .json, name: "JSON array of objects", origin: "exports of many programs",
      fields: FieldNames.shortList, dates: "as in JSON Lines")
  ]

  let format: DumpFormat
  let readsWholeFile = false
  let seenFields: [SeenField]
  private let columns: ColumnMap?

  /// Text that begins with `{`, or with `[` and then `{` or `]`.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let start = sample.firstContent else { return nil }
    if sample.bytes[start] != UInt8(ascii: "{") {
      guard sample.bytes[start] == UInt8(ascii: "["),
        let next = sample.bytes[(start + 1)...].first(where: { $0 > 0x20 }),
        next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
      else { return nil }
    }
    let span = sample.bytes.span
    let keys = JSONRecordKeys(JSONValueScanner.sampleRecords(in: span), of: span)
    format = JSONDialect.of(keys)?.description.format ?? .json
    seenFields = keys.fields(by: options.columns)
    columns = options.columns
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    JSONValueScanner.endOfRecords(in: bytes, reaching: minimum)
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let values = JSONValueScanner.records(in: block.bytes.span)
    JSONRecordDecoder(columns: columns).decode(values, of: block.bytes, into: &records)
  }
}
