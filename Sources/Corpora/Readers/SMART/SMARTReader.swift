/// Test collections in the format of the SMART system.
///
/// A document is `.I` with a number, then `.T` title, `.A` authors, `.B` where it appeared, and
/// `.W` text, each on the lines below its marker. Queries have `.I` and `.W` alone.
struct SMARTReader: PaperReader {
  static let descriptions = [
    FormatDescription(
      format: .smart, name: "SMART collection (.I .T .A .B .W)",
      origin: "test collections such as CACM, CISI, CRAN and MED",
      fields: [".I", ".T", ".A", ".B", ".K", ".W"],
      dates: "the year in `.B`, with the month's name before it where there is one")
  ]

  let format = DumpFormat.smart
  let readsWholeFile = false

  /// Text that begins with `.I` and a number, another marker on the next line.
  init?(sample: FileSample, options: CorpusReadingOptions) {
    let bytes = sample.bytes.span
    var markers: [SMARTMarker?] = []
    for line in Bytes.lines(in: bytes) where markers.count < 2 {
      let trimmed = Bytes.trimmed(line, of: bytes)
      if !trimmed.isEmpty { markers.append(SMARTMarker(trimmed, of: bytes)) }
    }
    guard let first = markers.first, first?.letter == UInt8(ascii: "I"),
      markers.count == 1 || markers[1] != nil
    else { return nil }
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    guard minimum < bytes.count else { return nil }
    var start = Bytes.startOfLine(in: bytes, before: minimum)
    while start < bytes.count {
      let end = Bytes.endOfLine(in: bytes, from: start)
      if start >= max(1, minimum), let end,
        SMARTMarker(Bytes.trimmed(start..<end, of: bytes), of: bytes)?.letter == UInt8(ascii: "I")
      {
        return start
      }
      guard let end else { return nil }
      start = end
    }
    return nil
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let bytes = block.bytes.span
    let isUTF8 = Bytes.isUTF8(bytes)
    var current: SMARTDocument?
    for (number, line) in Bytes.lines(in: bytes).enumerated() {
      let trimmed = Bytes.trimmed(line, of: bytes)
      if let marker = SMARTMarker(trimmed, of: bytes) {
        if marker.letter == UInt8(ascii: "I") {
          if let current { records.add(current.record, line: current.line) }
          let id = String(decoding: block.bytes[marker.value], as: UTF8.self)
          current = SMARTDocument(id: id, line: number)
        } else {
          current?.begin(marker.letter)
        }
      } else {
        if !isUTF8, !Bytes.isUTF8(bytes.extracting(line)) { current?.isMended = true }
        current?.append(String(decoding: block.bytes[line], as: UTF8.self))
      }
    }
    if let current { records.add(current.record, line: current.line) }
  }
}

/// A line that is a marker: a point and a capital letter, for `.I` with a value behind it.
struct SMARTMarker {
  var letter: UInt8
  var value: Range<Int>

  init?(_ line: Range<Int>, of bytes: Span<UInt8>) {
    guard line.count >= 2, bytes[line.lowerBound] == UInt8(ascii: "."),
      (0x41...0x5A).contains(bytes[line.lowerBound + 1])
    else { return nil }
    letter = bytes[line.lowerBound + 1]
    value = Bytes.trimmed(line.lowerBound + 2..<line.upperBound, of: bytes)
    let hasNumber = !value.isEmpty && Bytes.isDigit(bytes[value.lowerBound])
    guard letter == UInt8(ascii: "I") ? hasNumber && value.count <= 40 : value.isEmpty else {
      return nil
    }
  }
}
