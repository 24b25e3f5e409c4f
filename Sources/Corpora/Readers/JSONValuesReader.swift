/// JSON objects in one array, or one after the other over several lines.
struct JSONValuesReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .json, name: "a JSON array of objects", origin: "exports of many programs",
      fields: PaperField.allCases.flatMap { FieldNames.names(of: $0).prefix(2) },
      dates: "as in JSON Lines")
  ]

  let format = DumpFormat.json
  let readsWholeFile = false

  /// Text that begins with `{`, or with `[` and then `{` or `]`.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let start = sample.firstContent else { return nil }
    if sample.bytes[start] == UInt8(ascii: "{") { return }
    guard sample.bytes[start] == UInt8(ascii: "["),
      let next = sample.bytes[(start + 1)...].first(where: { $0 > 0x20 }),
      next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    else { return nil }
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var scanner = JSONValueScanner()
    while let value = scanner.next(in: bytes), value.ending != .cutOff {
      if value.range.upperBound >= minimum { return value.range.upperBound }
    }
    return nil
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let span = block.bytes.span
    var scanner = JSONValueScanner()
    var values: [(line: Int, range: Range<Int>)] = []
    while let value = scanner.next(in: span) {
      values.append((value.line, value.range))
      if value.ending == .cutOff {
        values[values.count - 1].range = scanner.resume(after: value, in: span)
      }
    }
    JSONRecordDecoder().decode(values, of: block.bytes, into: &records)
  }
}
