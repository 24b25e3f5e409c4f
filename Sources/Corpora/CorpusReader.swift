internal import BlockScheduling
internal import Synchronization

/// Reads files one after the other and keeps the account.
struct CorpusReader {
  private let options: CorpusReadingOptions
  private let scheduler: BlockScheduler

  /// The papers of each block of records.
  private var papers: [[Paper]] = []
  private var places: [(file: Int32, line: Int32)] = []
  private var sources: [CorpusSource] = []
  private var read = 0
  private var dropReasons: [DropReason: Int] = [:]
  private var problems: [RecordProblem] = []
  private var problemCounts: [DropReason?: Int] = [:]
  private var firstBad: RecordProblem?

  private var problemCount: Int { problemCounts.values.reduce(0, +) }

  init(options: CorpusReadingOptions, scheduler: BlockScheduler) {
    self.options = options
    self.scheduler = scheduler
  }

  /// Reads one file to its end.
  ///
  /// - Returns: False where the file is in no known format and was found in a folder.
  mutating func read(
    _ file: InputFiles.File, observe: (CorpusReadingEvent) -> Void
  ) throws(CorpusError) -> Bool {
    let dump = try Self.open(file)
    if case .system(let reason)? = dump.fault {
      throw .cannotRead(path: file.name, reason: reason)
    }
    let (sample, compression) = (dump.sample, dump.compression)
    let found = PaperReaders.reader(for: sample, options: options)
    try ColumnCheck(sample, found, options).check(path: file.name)
    guard let reader = found else {
      if sample.firstContent == nil {
        try noteWithoutRecords(file, dump.fault)
      } else {
        try skip(file, FileAppearance.describe(sample))
      }
      finish(file, reader: nil, compression, dump.file.summary(), recordCount: 0)
      return sample.firstContent == nil
    }
    let countBefore = read
    let problemsBefore = problemCount
    observe(.opened(path: file.name, format: reader.format))
    let blocks = Mutex(RecordBlocks(dump, reader: reader))
    try readRecords(of: file, blocks, with: reader, observe: observe)
    if read == countBefore, problemCount == problemsBefore {
      try noteWithoutRecords(file, nil)
    }
    let summary = blocks.withLock { $0.summary() }
    finish(file, reader: reader, compression, summary, recordCount: read - countBefore)
    return true
  }

  /// The corpus of all that was read; what was read is in it, and nothing here any more.
  mutating func corpus() -> Corpus {
    var papers = takePapers()
    let recordIDs = papers.map(\.id)
    let merged =
      switch options.records {
      case .distinctPapers: PaperMerging.merge(&papers, scheduler: scheduler)
      case .everyPaper, .everyRecord: PaperMerging.sort(&papers)
      }
    var corpus = Corpus(
      papers: papers, read: read, duplicateCount: merged.merged.count,
      dropReasons: dropReasons, problems: problems)
    corpus.problemCount = problemCount
    corpus.sources = sources
    corpus.recordIDs = recordIDs
    corpus.mergedRecords = merged.merged.map { record in
      let place = places[record.position]
      return MergedRecord(
        file: sources[Int(place.file)].path, line: Int(place.line), paper: record.paper,
        evidence: record.evidence)
    }
    corpus.renamedPapers = merged.renamed
    assert(
      corpus.read == corpus.papers.count + corpus.duplicateCount + corpus.droppedCount,
      "the account of records does not balance")
    return corpus
  }

  /// The papers in the order of the input, moved out of their blocks.
  private mutating func takePapers() -> [Paper] {
    var all: [Paper] = []
    all.reserveCapacity(papers.reduce(0) { $0 + $1.count })
    for number in papers.indices {
      var block: [Paper] = []
      swap(&block, &papers[number])
      all.append(moving: &block)
    }
    return all
  }

  private static func open(_ file: InputFiles.File) throws(CorpusError) -> sending OpenedDump {
    do throws(ByteSourceFault) {
      if let path = file.path { return try OpenedDump(try FileSource(path: path)) }
      return try OpenedDump(FileSource())
    } catch {
      switch error {
      case .system(let reason), .damaged(let reason):
        throw .cannotOpen(path: file.name, reason: reason)
      }
    }
  }

  private mutating func noteWithoutRecords(_ file: InputFiles.File, _ fault: ByteSourceFault?)
    throws(CorpusError)
  {
    if case .damaged(let reason)? = fault { return try note(file, line: 1, reason) }
    try note(file, line: 1, "no records in this file")
  }

  private mutating func skip(_ file: InputFiles.File, _ appearance: String) throws(CorpusError) {
    guard file.isFromFolder else {
      throw .unknownFormat(
        path: file.name, tried: PaperReaders.names, appearance: appearance)
    }
    try note(file, line: 1, "not a dump that can be read, skipped; it looks like \(appearance)")
  }

  private mutating func finish(
    _ file: InputFiles.File, reader: (any PaperReader)?, _ compression: DumpCompression,
    _ summary: FileSource.Summary, recordCount: Int
  ) {
    var source = CorpusSource(
      path: file.name, format: reader?.format, compression: compression,
      byteCount: summary.byteCount, digest: summary.digest, recordCount: recordCount)
    source.fields = reader?.seenFields ?? []
    sources.append(source)
  }
}

// MARK: - Batches

extension CorpusReader {
  /// A worker makes room for what it keeps of so many parts at a time.
  private static let partsPerGrowth = 48
  /// The bytes of that room; few steps, for a large page on which a step ends becomes small ones.
  private static let growth = 15 << 20

  private enum Work: Sendable {
    case records(RecordCollector)
    case fault(ByteSourceFault)
  }

  /// Reads batch by batch: each worker cuts off the next block, decodes it and comes for more.
  private mutating func readRecords(
    of file: InputFiles.File, _ blocks: borrowing Mutex<RecordBlocks>,
    with reader: any PaperReader, observe: (CorpusReadingEvent) -> Void
  ) throws(CorpusError) {
    let options = options
    var lineNumber = 1
    while true {
      blocks.withLock { $0.beginBatch() }
      let results = scheduler.map(scheduler.threads, blockSize: 1) { _ in
        var results: [(number: Int, work: Work)] = []
        while let (number, part) = blocks.withLock({ $0.next() }) {
          if results.count % Self.partsPerGrowth == 0 { LargePages.growHeap(by: Self.growth) }
          results.append((number, Self.work(on: part, with: reader, options: options)))
        }
        return results
      }.joined().sorted { $0.number < $1.number }
      if results.isEmpty { return }
      for result in results {
        switch result.work {
        case .records(let records): try take(records, of: file, at: &lineNumber)
        case .fault(.damaged(let reason)): try note(file, line: lineNumber, reason)
        case .fault(.system(let reason)): throw .cannotRead(path: file.name, reason: reason)
        }
      }
      let bytes = sources.reduce(blocks.withLock { $0.byteCount }) { $0 + $1.byteCount }
      observe(.progress(path: file.name, records: read, bytes: bytes))
    }
  }

  private static func work(
    on part: RecordBlocks.Part, with reader: any PaperReader, options: CorpusReadingOptions
  ) -> Work {
    var records = RecordCollector(options)
    switch part {
    case .fault(let fault): return .fault(fault)
    case .dropped(let lineCount, let reason):
      records.drop(line: 0, reason)
      records.lineCount = lineCount
    case .records(let block):
      reader.read(block, into: &records)
      records.lineCount = Bytes.lineCount(in: block.bytes.span)
    }
    return .records(records)
  }

  private mutating func take(
    _ records: RecordCollector, of file: InputFiles.File, at lineNumber: inout Int
  ) throws(CorpusError) {
    read += records.papers.count + records.dropCount
    papers.append(records.papers)
    places += records.paperLines.map {
      (file: Int32(clamping: sources.count), line: Int32(clamping: lineNumber + $0))
    }
    for problem in records.problems {
      if let reason = problem.dropReason { dropReasons[reason, default: 0] += 1 }
      try report(
        RecordProblem(
          file: file.name, line: lineNumber + problem.line, reason: problem.reason,
          dropReason: problem.dropReason))
    }
    lineNumber += records.lineCount
    if read >= CorpusReadingOptions.badShareMinimum { try checkBadShare(file: file.name) }
  }

  /// Stops where more records are bad than the options allow.
  func checkBadShare(file: String) throws(CorpusError) {
    let bad = dropReasons[.unreadable, default: 0] + dropReasons[.unidentified, default: 0]
    guard let limit = options.badShareLimit, Double(bad) > limit * Double(read),
      let firstBad
    else { return }
    throw .tooManyBad(path: file, bad: bad, read: read, first: firstBad)
  }

  private mutating func note(_ file: InputFiles.File, line: Int, _ reason: String)
    throws(CorpusError)
  {
    try report(
      RecordProblem(file: file.name, line: line, reason: reason, dropReason: nil))
  }

  private mutating func report(_ problem: RecordProblem) throws(CorpusError) {
    let reason = problem.dropReason
    if options.faults == .stop, reason != .afterAsOf { throw .faultyRecord(problem) }
    if firstBad == nil, reason == .unreadable || reason == .unidentified { firstBad = problem }
    problemCounts[reason, default: 0] += 1
    if problemCounts[reason, default: 0] <= options.problemLimit { problems.append(problem) }
  }
}
