/// JSON records in the list of an answer (``JSONEnvelopeScanner``).
struct JSONEnvelopeReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .jsonAnswer, name: "JSON answer with a list of records",
      origin: "programming interfaces of many sites",
      fields: JSONEnvelopeScanner.listNames.sorted().map { "\($0)[]" },
      dates: "as in JSON Lines")
  ]

  let format: DumpFormat
  let readsWholeFile = false
  let seenFields: [SeenField]
  private let columns: ColumnMap?

  /// Text that begins with an object in which a list of objects stands under one of the names.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    let span = sample.bytes.span
    guard let start = sample.firstContent, span[start] == UInt8(ascii: "{"),
      JSONEnvelopeScanner.isEnvelope(span, at: start)
    else { return nil }
    let keys = JSONRecordKeys(JSONEnvelopeScanner.sampleRecords(in: span), of: span)
    format = JSONDialect.of(keys)?.description.format ?? .jsonAnswer
    seenFields = keys.fields(by: options.columns)
    columns = options.columns
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    JSONEnvelopeScanner.endOfRecords(in: bytes, reaching: minimum)
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let values = JSONEnvelopeScanner.records(in: block.bytes.span)
    JSONRecordDecoder(columns: columns).decode(values, of: block.bytes, into: &records)
  }
}
