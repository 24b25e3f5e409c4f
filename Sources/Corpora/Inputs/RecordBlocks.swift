/// Cuts a file into blocks of whole records, some megabytes at a time.
///
/// Not more than a batch, the unfinished record behind it and one record of at most
/// ``recordLimit`` bytes are in memory.
struct RecordBlocks {
  /// The bytes of a block, if records are not longer.
  static let blockSize = 1 << 18
  /// The most blocks of one batch.
  static let blocksPerBatch = 16
  /// The most bytes of one record; a longer one is dropped.
  static let recordLimit = 1 << 24
  /// The most bytes of a file that must be read as a whole.
  static let wholeFileLimit = 1 << 28

  /// A part of the file.
  enum Part: Sendable {
    case records(RecordBlock)
    /// A record, or what was left of one, that is dropped unread.
    case dropped(lineCount: Int, reason: String)
    /// The source broke off here.
    case fault(ByteSourceFault)
  }

  private let dump: OpenedDump
  private let reader: any PaperReader
  private var pending: [UInt8]
  private var offset = 0
  private var ended: Bool
  private var fault: ByteSourceFault?
  private var isFirst = true
  private var heading: [UInt8] = []

  /// The records of `dump`, in the format of `reader`.
  init(_ dump: OpenedDump, reader: any PaperReader) {
    self.dump = dump
    self.reader = reader
    pending = dump.sample.bytes
    fault = dump.fault
    ended = dump.fault != nil
  }

  /// The bytes read so far, as stored.
  var byteCount: Int { dump.file.byteCount }

  /// The size and the digest of the whole file as stored.
  func summary() -> FileSource.Summary { dump.file.summary() }

  /// The next parts of the file, in order; none at its end.
  mutating func nextBatch() -> [Part] {
    var parts: [Part] = []
    while parts.count < Self.blocksPerBatch, let part = nextPart() { parts.append(part) }
    pending.removeFirst(offset)
    offset = 0
    return parts
  }

  private mutating func nextPart() -> Part? {
    let limit = reader.readsWholeFile ? Self.wholeFileLimit : Self.recordLimit
    while true {
      if !reader.readsWholeFile, let end = endOfRecords(reaching: Self.blockSize), end <= limit {
        return block(end)
      }
      if pending.count - offset > limit {
        if let end = endOfRecords(reaching: 1), end <= limit { return block(end) }
        return oversizedRecord(limit)
      }
      if ended { return lastPart() }
      readMore()
    }
  }

  private func endOfRecords(reaching minimum: Int) -> Int? {
    guard offset < pending.count, minimum <= pending.count - offset else { return nil }
    return reader.endOfRecords(
      in: pending.span.extracting(offset..<pending.count), reaching: minimum)
  }

  /// Reads at least a block more, and as much as is there already, so that looking for the end of
  /// a long record again and again takes linear time in all.
  private mutating func readMore() {
    let goal = pending.count + max(Self.blockSize, pending.count - offset)
    while pending.count < goal, !ended {
      do throws(ByteSourceFault) {
        ended = try !dump.source.read(into: &pending)
      } catch {
        fault = error
        ended = true
      }
    }
  }

  private mutating func block(_ count: Int, isLast: Bool = false) -> Part {
    let range = offset..<offset + count
    let block = RecordBlock(
      bytes: Array(pending[range]), heading: heading, isFirst: isFirst, isLast: isLast)
    heading = reader.heading(after: block.bytes.span, following: heading)
    offset += count
    isFirst = false
    return .records(block)
  }

  private mutating func lastPart() -> Part? {
    let rest = pending.count - offset
    guard let fault else { return rest > 0 ? block(rest, isLast: true) : nil }
    if let end = endOfRecords(reaching: 1) { return block(end) }
    if rest > 0 {
      let unread = Array(pending[offset...])
      let isBlank = Bytes.trimmed(0..<rest, of: unread.span).isEmpty
      let lineCount = Bytes.lineCount(in: unread.span)
      offset = pending.count
      if !isBlank { return .dropped(lineCount: lineCount, reason: "cut off in the middle") }
    }
    self.fault = nil
    return .fault(fault)
  }

  /// Skips the line on which a record begins that never seems to end.
  private mutating func oversizedRecord(_ limit: Int) -> Part {
    var lineCount = 0
    while true {
      if let end = Bytes.endOfLine(in: pending.span, from: offset) {
        offset = end
        lineCount = 1
        break
      }
      pending.removeAll(keepingCapacity: true)
      offset = 0
      if ended { break }
      readMore()
    }
    isFirst = false
    return .dropped(
      lineCount: lineCount, reason: "a record of more than \(limit >> 20) MB")
  }
}
