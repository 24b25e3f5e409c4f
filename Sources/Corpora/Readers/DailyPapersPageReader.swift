/// The text of a saved Daily Papers page, as a browser copies it.
///
/// A paper is a title, an abstract, a byline (a bullet with the number of authors, or an
/// organisation), a line with a middle dot alone, and a line with the date, sometimes followed by
/// the number of comments; blank lines stand between. The page has no identifiers, addresses or
/// names, so papers get an identifier from their title and no link.
///
/// The site leaves out the year in the current year only. A date without a year is given the year
/// after the latest one printed in any date of the page; or, where the day of saving is stated, the
/// latest year that makes it not later than that day.
struct DailyPapersPageReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .dailyPapersPage, name: "saved Daily Papers page",
      origin: "huggingface.co/papers, saved from the browser as text",
      fields: ["title", "abstract", "date"],
      dates: "`Mar 27, 2024`; `Jan 26` in the year after the latest one printed, or by `--saved`")
  ]

  let format = DumpFormat.dailyPapersPage
  let readsWholeFile = true
  private let savedOn: PublicationDate?

  /// Text with a line that is a middle dot, followed by a line that is a date.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    savedOn = options.savedOn
    let lines = Self.lines(of: sample.bytes)
    let hasDate = lines.indices.dropLast().contains { index in
      lines[index].isDot && PageDate(lines[index + 1].text) != nil
    }
    guard hasDate else { return nil }
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var lastLine = bytes.count
    while lastLine > 0, bytes[lastLine - 1] != 0x0A { lastLine -= 1 }
    return lastLine > 0 ? lastLine : nil
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let lines = Self.lines(of: block.bytes)
    let currentYear = Self.latestYear(lines).map { $0 + 1 }
    var start = 0
    while let dot = lines[start...].firstIndex(where: \.isDot) {
      let dateLine = dot + 1 < lines.count ? lines[dot + 1].text : ""
      let date = PageDate(dateLine)
      let segment = PageSegment(lines[start..<dot])
      start = min(lines.count, dot + (PageDate.looksLikeDate(dateLine) ? 2 : 1))
      guard var record = segment.record else {
        records.drop(line: lines[dot].number, "a date without a title and an abstract before it")
        continue
      }
      if let date {
        record.date = date.resolved(savedOn: savedOn, currentYear: currentYear)
      }
      if record.date == nil {
        record.faults.append("'\(dateLine.prefix(40))' is not a full date; kept without a date")
      }
      if segment.hasBadBytes {
        record.faults.append("bytes that are not UTF-8, replaced by U+FFFD")
      }
      records.add(record, line: segment.line)
    }
    let rest = PageSegment(lines[start...])
    if rest.looksLikePaper {
      records.drop(line: rest.line, "a paper without its date at the end of the page")
    }
  }

  private static func lines(of bytes: [UInt8]) -> [PageLine] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .compactMap { PageLine(number: $0.offset, bytes: $0.element) }
  }

  private static func latestYear(_ lines: [PageLine]) -> Int? {
    lines.indices.dropFirst().lazy
      .filter { lines[$0 - 1].isDot }
      .compactMap { PageDate(lines[$0].text)?.year }
      .max()
  }
}
