/// CSV and TSV with a header line: RFC 4180, and what programs make of it.
///
/// The delimiter (comma, tab, semicolon or bar) is the one that makes most of the header's names
/// known. A record with another number of fields than the header is dropped; where a stray quote
/// made it swallow several lines, reading resumes at its second line, so that it costs itself only.
struct SeparatedValuesReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .csv, name: "CSV with a header",
      origin: "spreadsheets and exports of many programs",
      fields: FieldNames.shortList,
      dates: "as in JSON Lines"),
    FormatDescription(
      format: .tsv, name: "TSV with a header",
      origin: "spreadsheets and exports of many programs",
      fields: FieldNames.shortList,
      dates: "as in JSON Lines"),
  ]

  let format: DumpFormat
  let readsWholeFile = false
  let seenFields: [SeenField]
  private let scanner: SeparatedValuesScanner
  private let columns: [FieldNames.Match?]

  /// Text whose first line names an abstract and a title or an id.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    var best: (scanner: SeparatedValuesScanner, columns: [FieldNames.Match?], known: Int)?
    var bestNames: [String] = []
    for delimiter in Self.delimiters {
      let scanner = SeparatedValuesScanner(delimiter: UInt8(ascii: delimiter))
      var fields: [SeparatedValuesScanner.Field] = []
      let header = scanner.record(in: sample.bytes.span, from: 0, fields: &fields)
      guard header.isComplete || sample.isWholeFile else { continue }
      let names = fields.map { scanner.text($0, of: sample.bytes) }
      let columns = names.map { ColumnMap.match($0, in: options.columns) }
      let known = Set(columns.compactMap { $0?.field })
      guard known.contains(.abstract), !known.isDisjoint(with: [.title, .id, .arXivID, .doi]),
        known.count > best?.known ?? 0
      else { continue }
      best = (scanner, columns, known.count)
      bestNames = names
    }
    guard let best else { return nil }
    scanner = best.scanner
    columns = best.columns
    seenFields = zip(bestNames, columns).map { SeenField(name: $0, field: $1?.field) }
    format = scanner.delimiter == UInt8(ascii: "\t") ? .tsv : .csv
  }

  /// The names in the first line of a text, cut where most names come of it; none for one name.
  static func likelyColumns(of sample: FileSample) -> [String] {
    let candidates = delimiters.map { delimiter in
      let scanner = SeparatedValuesScanner(delimiter: UInt8(ascii: delimiter))
      var fields: [SeparatedValuesScanner.Field] = []
      _ = scanner.record(in: sample.bytes.span, from: 0, fields: &fields)
      return fields.map { TextCleaning.line(scanner.text($0, of: sample.bytes)) }
    }
    let most = candidates.max { $0.count < $1.count } ?? []
    return most.count > 1 ? most : []
  }

  private static let delimiters: [Unicode.Scalar] = [",", "\t", ";", "|"]

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var ignored: [SeparatedValuesScanner.Field] = []
    var start = 0
    while start < bytes.count {
      let record = scanner.record(in: bytes, from: start, fields: &ignored)
      guard record.isComplete else { return nil }
      start = record.end
      if start >= minimum { return start }
    }
    return nil
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let span = block.bytes.span
    let isUTF8 = Bytes.isUTF8(span)
    var fields: [SeparatedValuesScanner.Field] = []
    var start = 0
    var line = 0
    var isHeader = block.isFirst
    var resumptionBudget = 1 << 26
    while start < span.count {
      let record = scanner.record(in: span, from: start, fields: &fields)
      let isWhole = !record.endsInQuotes && (isHeader || hasRightFields(fields))
      if !isWhole, let nextLine = Bytes.endOfLine(in: span, from: start), nextLine < record.end,
        resumptionBudget > 0
      {
        records.drop(line: line, "a quote that is not closed on its line")
        resumptionBudget -= record.end - nextLine
        start = nextLine
        line += 1
        continue
      }
      if record.endsInQuotes {
        records.drop(line: line, "a quote that is never closed")
      } else if !isHeader, !isBlank(fields, of: span) {
        if isWhole {
          add(fields, of: block.bytes, isUTF8: isUTF8, line: line, to: &records)
        } else {
          records.drop(
            line: line, "\(fields.count) fields where the header names \(columns.count)")
        }
      }
      isHeader = false
      line += Bytes.lineCount(in: span.extracting(start..<record.end))
      start = record.end
    }
  }

  /// As many fields as the header, or more of which the surplus is empty.
  private func hasRightFields(_ fields: [SeparatedValuesScanner.Field]) -> Bool {
    fields.count >= columns.count && fields[columns.count...].allSatisfy { $0.range.isEmpty }
      || fields.count == 1 && fields[0].range.isEmpty
  }

  private func isBlank(_ fields: [SeparatedValuesScanner.Field], of bytes: Span<UInt8>) -> Bool {
    fields.allSatisfy { Bytes.trimmed($0.range, of: bytes).isEmpty }
  }

  private func add(
    _ fields: [SeparatedValuesScanner.Field], of bytes: [UInt8], isUTF8: Bool, line: Int,
    to records: inout RecordCollector
  ) {
    var record = RawRecord()
    var best = [Int](repeating: .max, count: PaperField.allCases.count)
    var dates: [(rank: Int, text: String)] = []
    var updates: [(rank: Int, text: String)] = []
    var isMended = false
    for (match, field) in zip(columns, fields) {
      guard let match, !field.range.isEmpty else { continue }
      if !isUTF8, !Bytes.isUTF8(bytes.span.extracting(field.range)) { isMended = true }
      let text = scanner.text(field, of: bytes)
      guard !TextCleaning.isBlank(text) else { continue }
      if match.field == .date {
        dates.append((match.rank, text))
      } else if match.field == .updated {
        updates.append((match.rank, text))
      } else if match.rank < best[match.field.rawValue] {
        best[match.field.rawValue] = match.rank
        Self.fill(match.field, with: text, in: &record)
      }
    }
    record.dateTexts = dates.sorted { $0.rank < $1.rank }.map(\.text)
    record.updatedTexts = updates.sorted { $0.rank < $1.rank }.map(\.text)
    if isMended { record.faults.append("bytes that are not UTF-8, replaced by U+FFFD") }
    records.add(record, line: line)
  }

  private static func fill(_ field: PaperField, with text: String, in record: inout RawRecord) {
    switch field {
    case .id:
      record.id = text
      record.idIsNumber = text.utf8.allSatisfy { (0x2E...0x39).contains($0) && $0 != 0x2F }
    case .arXivID: record.arXivID = text
    case .doi: record.doi = text
    case .title: record.title = text
    case .abstract: record.abstract = text
    case .authors: record.authors = NameLists.authors(text)
    case .date, .updated: break
    case .language: record.language = text
    case .categories: record.categories = NameLists.categories(text)
    case .link: record.link = text
    }
  }
}
