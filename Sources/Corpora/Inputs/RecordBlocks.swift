/// Cuts a file into blocks of whole records, one after the other.
///
/// Of the file no more is in memory than the blocks that are being read, the unfinished record
/// behind them and one record of at most ``recordLimit`` bytes.
struct RecordBlocks {
  /// The bytes of a block, if records are not longer.
  static let blockSize = 1 << 18
  /// The most parts of one batch.
  static let partsPerBatch = 64
  /// The most bytes of one record; a longer one is dropped.
  static let recordLimit = 1 << 24
  /// The most bytes of a file that must be read as a whole.
  static let wholeFileLimit = 1 << 28
  /// The bytes that are read beyond a block at first, in which its last record mostly ends.
  private static let overhang = 1 << 13

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
  private var partCount = 0
  private var batchEnd = 0

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

  /// Lets ``next()`` give some more parts.
  mutating func beginBatch() { batchEnd = partCount + Self.partsPerBatch }

  /// The next part of the file with its number; nil at the end of the batch or of the file.
  mutating func next() -> (number: Int, part: Part)? {
    guard partCount < batchEnd, let part = nextPart() else { return nil }
    partCount += 1
    return (partCount, part)
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

  /// Reads a little more than a block, and then as much as is there already, so that looking for
  /// the end of a long record again and again takes linear time in all.
  private mutating func readMore() {
    pending.removeFirst(offset)
    offset = 0
    let block = Self.blockSize + Self.overhang
    let goal = pending.count < block ? block : 2 * pending.count
    pending.reserveCapacity(goal)
    while pending.count < goal, !ended {
      do throws(ByteSourceFault) {
        ended = try !dump.source.read(into: &pending, atMost: goal - pending.count)
      } catch {
        fault = error
        ended = true
      }
    }
  }

  private mutating func block(_ count: Int, isLast: Bool = false) -> Part {
    let block = RecordBlock(
      bytes: takePending(count), heading: heading, isFirst: isFirst, isLast: isLast)
    heading = reader.heading(after: block.bytes.span, following: heading)
    isFirst = false
    return .records(block)
  }

  /// The first bytes that are pending; of these and those behind them, the fewer are copied.
  private mutating func takePending(_ count: Int) -> [UInt8] {
    let end = offset + count
    guard offset == 0, pending.count - end < count else {
      defer { offset = end }
      return Array(pending[offset..<end])
    }
    var taken = Array(pending[end...])
    swap(&taken, &pending)
    taken.removeLast(taken.count - end)
    return taken
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
