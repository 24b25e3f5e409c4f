/// RIS, as reference managers and libraries export it, and the Web of Science's tagged text.
///
/// Lines between records (numbers, provider's notes) are passed over, unknown tags too. A line
/// without a tag goes on with the field before it. A record that is not ended by `ER` ends where
/// the next one begins.
struct TaggedReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .ris, name: "RIS",
      origin: "Zotero, EndNote, Mendeley, PubMed, Scopus, Embase, publishers",
      fields: [
        "T1", "TI", "CT", "AB", "N2", "AU", "A1", "DA", "PY", "Y1", "KW", "DO", "AN", "UR", "LA",
      ],
      dates: "the most precise of `DA`, `Y1` and `PY`"),
    FormatDescription(
      format: .webOfScience, name: "Web of Science tagged text",
      origin: "webofscience.com, export as plain text",
      fields: ["UT", "TI", "AB", "AF", "AU", "PD", "PY", "DE", "ID", "WC", "DI", "LA"],
      dates: "`PD` with `PY`, else `PY`"),
  ]

  let format: DumpFormat
  let readsWholeFile = false
  private let dialect: TaggedDialect

  /// How many lines may stand before the first record.
  private static let headLimit = 200

  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let first = sample.firstContent, !"{[<@".utf8.contains(sample.bytes[first]) else {
      return nil
    }
    let bytes = sample.bytes.span
    let lines = Bytes.lines(in: bytes)
    let head = lines.filter { !Bytes.trimmed($0, of: bytes).isEmpty }.prefix(Self.headLimit)
    if head.contains(where: { TaggedLine($0, of: bytes, in: .ris).tag == "TY" }) {
      dialect = .ris
      format = .ris
    } else if Self.isWebOfScience(head.map { TaggedLine($0, of: bytes, in: .webOfScience) }) {
      dialect = .webOfScience
      format = .webOfScience
    } else {
      return nil
    }
  }

  /// Whether tags stand at the beginning, `PT` first or behind the file's own.
  private static func isWebOfScience(_ lines: [TaggedLine]) -> Bool {
    let tags = lines.prefix(4).map { $0.tag ?? "" }
    guard let start = tags.firstIndex(of: "PT"), lines[start].value.count == 1 else { return false }
    return tags[..<start].allSatisfy { ["FN", "VR"].contains($0) } && lines.count > start + 1
      && lines[start + 1].tag != nil
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var start = Bytes.startOfLine(in: bytes, before: max(0, min(minimum, bytes.count) - 1))
    while let end = Bytes.endOfLine(in: bytes, from: start) {
      let line = TaggedLine(start..<Self.withoutEnd(end, in: bytes), of: bytes, in: dialect)
      if line.tag == "ER", line.value.isEmpty { return end }
      if line.tag == dialect.first, start >= minimum { return start }
      start = end
    }
    return nil
  }

  private static func withoutEnd(_ end: Int, in bytes: Span<UInt8>) -> Int {
    end >= 2 && bytes[end - 2] == 0x0D ? end - 2 : end - 1
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let bytes = block.bytes.span
    let isUTF8 = Bytes.isUTF8(bytes)
    var current: TaggedRecord?
    var isMended = false
    func finish(_ ended: Bool) {
      guard var record = current else { return }
      record.isEnded = ended
      add(record, isMended: isMended, to: &records)
      (current, isMended) = (nil, false)
    }
    for (number, range) in Bytes.lines(in: bytes).enumerated() {
      let line = TaggedLine(range, of: bytes, in: dialect)
      if line.tag == dialect.first {
        finish(false)
        current = TaggedRecord(line: number)
      } else if line.tag == "ER", line.value.isEmpty {
        finish(true)
      }
      guard current != nil else { continue }
      if !isUTF8, !Bytes.isUTF8(bytes.extracting(line.value)) { isMended = true }
      let text = String(decoding: block.bytes[line.value], as: UTF8.self)
      if let tag = line.tag { current?.begin(tag, with: text) } else { current?.go(on: text) }
    }
    finish(false)
  }

  private func add(_ fields: TaggedRecord, isMended: Bool, to records: inout RecordCollector) {
    var record =
      dialect == .ris ? TaggedFields.ris(fields) : TaggedFields.webOfScience(fields)
    if !fields.isEnded { record.faults.append("no line 'ER' ends the record, kept as it is") }
    if isMended { record.faults.append("bytes that are not UTF-8, replaced by U+FFFD") }
    records.add(record, line: fields.line)
  }
}
