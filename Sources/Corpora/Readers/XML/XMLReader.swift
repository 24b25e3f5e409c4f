/// What tells one XML format from another: its root, its records, and what they say.
protocol XMLFormat: SendableMetatype {
  /// A row of the table of formats.
  static var description: FormatDescription { get }
  /// The elements that are one record each, or that say something between the records.
  static var recordNames: [String] { get }
  /// Those of ``recordNames`` that are no records, but are needed to read the ones behind them.
  static var contextNames: Set<String> { get }
  /// Elements within records that are left out unread.
  static var unreadNames: [String] { get }

  /// Whether a text with this root is in the format.
  static func matches(_ root: XMLRoot) -> Bool

  /// Adds a record to `records`; `context` is the last element of ``contextNames`` before it.
  static func add(
    _ record: XMLTree, in context: XMLTree?, line: Int, to records: inout RecordCollector)
}

extension XMLFormat {
  static var contextNames: Set<String> { [] }
  static var unreadNames: [String] { [] }
}

/// Reads an XML format record by record: the records are found in the bytes, mended and parsed.
///
/// A block is first parsed as one text, which is several times faster than record by record; only
/// where that fails, each record is parsed by itself, so that a broken one costs nothing but itself.
struct XMLReader<Format: XMLFormat>: PaperReader {
  static var descriptions: [FormatDescription] { [Format.description] }

  let format = Format.description.format
  let readsWholeFile = false
  private let encoding: XMLRoot.Encoding

  init?(sample: FileSample, options: CorpusReadingOptions) {
    guard let root = XMLRoot(sample), Format.matches(root) else { return nil }
    encoding = root.encoding
  }

  func endOfRecords(in bytes: Span<UInt8>, reaching minimum: Int) -> Int? {
    var scanner = XMLRecordScanner(names: Format.recordNames, isAll: false)
    while let record = scanner.next(in: bytes), record.ending != .cutOff {
      if record.range.upperBound >= minimum { return record.range.upperBound }
    }
    return nil
  }

  func heading(after bytes: Span<UInt8>, following heading: [UInt8]) -> [UInt8] {
    guard !Format.contextNames.isEmpty else { return heading }
    var last: Range<Int>?
    var scanner = XMLRecordScanner(names: Format.recordNames, isAll: true)
    while let record = scanner.next(in: bytes) {
      if isContext(record), record.ending == .complete { last = record.range }
    }
    guard let last else { return heading }
    return last.map { bytes[$0] }
  }

  private func isContext(_ record: XMLRecordScanner.Record) -> Bool {
    Format.contextNames.contains(Format.recordNames[record.name])
  }

  func read(_ block: RecordBlock, into records: inout RecordCollector) {
    let pieces = pieces(of: block)
    let parsed = Self.parsed(pieces)
    var context = block.heading.isEmpty ? nil : context(block.heading)
    for (piece, tree) in zip(pieces, parsed) {
      for fault in piece.faults { records.note(line: piece.line + fault.line, fault.reason) }
      switch tree {
      case .success(let tree) where Format.contextNames.contains(tree.name): context = tree
      case .success(let tree): Format.add(tree, in: context, line: piece.line, to: &records)
      case .failure(let fault):
        let place = fault.line == 0 ? "" : " (on its line \(fault.line + 1))"
        records.drop(line: piece.line, "not well-formed XML: \(fault.reason)\(place)")
      }
    }
  }
}

// MARK: - Pieces

extension XMLReader {
  /// One record, mended.
  private struct Piece {
    var line: Int
    var text: [UInt8]
    var faults: [(line: Int, reason: String)]
    /// Why it cannot be parsed, where its end is missing.
    var ending: XMLRecordScanner.Ending
  }

  private func pieces(of block: RecordBlock) -> [Piece] {
    let bytes = encoding.utf8(block.bytes)
    let isUTF8 = Bytes.isUTF8(bytes.span)
    var scanner = XMLRecordScanner(names: Format.recordNames, isAll: true)
    var pieces: [Piece] = []
    var line = 0
    var counted = 0
    while let record = scanner.next(in: bytes.span) {
      line += Bytes.lineCount(in: bytes.span.extracting(counted..<record.range.lowerBound))
      counted = record.range.lowerBound
      var mending = XMLMending(leavingOut: Format.unreadNames)
      var faults: [(line: Int, reason: String)] = []
      if isUTF8 || Bytes.isUTF8(bytes.span.extracting(record.range)) {
        mending.append(bytes.span.extracting(record.range))
      } else {
        let mended = Array(String(decoding: bytes[record.range], as: UTF8.self).utf8)
        mending.append(mended.span)
        faults.append((0, "bytes that are not UTF-8, replaced by U+FFFD"))
      }
      pieces.append(
        Piece(
          line: line, text: mending.result, faults: faults + mending.faults,
          ending: record.ending))
    }
    return pieces
  }

  private static func parsed(_ pieces: [Piece]) -> [Result<XMLTree, XMLTreeBuilder.Fault>] {
    if pieces.allSatisfy({ $0.ending == .complete }),
      let trees = try? XMLTreeBuilder.elements(of: pieces.flatMap(\.text)),
      trees.count == pieces.count
    {
      return trees.map { .success($0) }
    }
    return pieces.map(parsed)
  }

  private static func parsed(_ piece: Piece) -> Result<XMLTree, XMLTreeBuilder.Fault> {
    switch piece.ending {
    case .interrupted:
      .failure(XMLTreeBuilder.Fault(line: 0, reason: "the element is not ended"))
    case .cutOff: .failure(XMLTreeBuilder.Fault(line: 0, reason: "the element is cut off"))
    case .complete: parsed(piece.text)
    }
  }

  private static func parsed(_ text: [UInt8]) -> Result<XMLTree, XMLTreeBuilder.Fault> {
    do throws(XMLTreeBuilder.Fault) {
      let trees = try XMLTreeBuilder.elements(of: text)
      guard trees.count == 1 else {
        return .failure(XMLTreeBuilder.Fault(line: 0, reason: "not one element"))
      }
      return .success(trees[0])
    } catch {
      return .failure(error)
    }
  }

  private func context(_ heading: [UInt8]) -> XMLTree? {
    let text = String(decoding: encoding.utf8(heading), as: UTF8.self)
    var mending = XMLMending(leavingOut: Format.unreadNames)
    mending.append(Array(text.utf8).span)
    return try? Self.parsed(mending.result).get()
  }
}
