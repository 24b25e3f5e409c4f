/// Digests of new papers as Markdown: a heading is a title, labelled lines below it are its fields.
///
/// The abstract is the field labelled `Abstract` or `摘要`, over as many lines as it has. Summaries,
/// above all those in another language than the abstract (`简介`, `TL;DR`, `中文摘要`), are the
/// digest's words and are not taken.
struct MarkdownDigestReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .markdownDigest, name: "Markdown digest",
      origin: "daily lists of new papers with abstracts, in English or Chinese",
      fields: [
        "heading", "Abstract", "Authors", "Categories", "Link", "Date", "摘要", "作者", "分类", "链接",
      ],
      dates: "`Date` where there is one, else the month of the arXiv identifier in the link")
  ]

  let format = DumpFormat.markdownDigest
  let readsWholeFile = false

  /// Text with a heading, and below it a labelled abstract.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let first = sample.firstContent, !"{[<@".utf8.contains(sample.bytes[first]) else {
      return nil
    }
    let bytes = sample.bytes.span
    var hasHeading = false
    for range in Bytes.lines(in: bytes) {
      let line = MarkdownLine(sample.bytes[range])
      if line.heading != nil { hasHeading = true }
      if hasHeading, line.label?.field == .abstract { return }
    }
    return nil
  }

  /// A record ends where another heading begins.
  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    guard minimum < bytes.count else { return nil }
    var start = Bytes.startOfLine(in: bytes, before: minimum)
    while let end = Bytes.endOfLine(in: bytes, from: start) {
      if start >= max(1, minimum), bytes[start] == UInt8(ascii: "#") { return start }
      start = end
    }
    return nil
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let bytes = block.bytes.span
    let isUTF8 = Bytes.isUTF8(bytes)
    var current: MarkdownPaper?
    for (number, range) in Bytes.lines(in: bytes).enumerated() {
      let line = MarkdownLine(block.bytes[range])
      if let heading = line.heading {
        current?.add(to: &records)
        current = MarkdownPaper(title: heading, line: number)
      } else {
        current?.append(line)
      }
      if !isUTF8, !Bytes.isUTF8(bytes.extracting(range)) { current?.isMended = true }
    }
    current?.add(to: &records)
  }
}
