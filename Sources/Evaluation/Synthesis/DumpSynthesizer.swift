public import BlockScheduling

/// Writes a synthetic dump block by block: any number of papers in the memory of a few thousand.
public struct DumpSynthesizer: Sendable {
  /// The statistics that the dump follows.
  public let source: SourceStatistics
  /// What is asked for.
  public let options: SynthesisOptions

  /// The number of papers in a block, and in a gzip member; part of the format, no option.
  private static let blockSize = 512
  private static let blocksPerBatch = 16

  /// Makes a writer of dumps that are like `source`.
  public init(source: SourceStatistics, options: SynthesisOptions) {
    self.source = source
    self.options = options
  }

  /// Makes the papers in their order and hands their bytes on.
  ///
  /// The bytes depend on the source and the options alone.
  ///
  /// - Parameters:
  ///   - scheduler: The threads to use.
  ///   - observe: Is told how many papers are written, every few thousand.
  ///   - write: Takes the next bytes of the dump.
  /// - Returns: What was written, measured while it was.
  /// - Throws: What `write` throws.
  /// - Complexity: O(papers x length).
  public func write<Failure: Error>(
    scheduler: BlockScheduler, observe: (_ papers: Int) -> Void = { _ in },
    to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> SynthesisSummary {
    var census = TermCensus()
    var (textBytes, writtenBytes) = (0, 0)
    let batch = Self.blockSize * Self.blocksPerBatch
    var first = 0
    while first < options.paperCount {
      let papers = min(batch, options.paperCount - first)
      let start = first
      let blocks = scheduler.map(papers, blockSize: Self.blockSize) { range in
        block(start + range.lowerBound..<start + range.upperBound)
      }
      for block in blocks {
        for part in block.census { census.add(part) }
        textBytes += block.textBytes
        writtenBytes += block.bytes.count
        try write(block.bytes)
      }
      first += papers
      observe(first)
    }
    return SynthesisSummary(
      source: source, dump: census, paperCount: options.paperCount, textBytes: textBytes,
      writtenBytes: writtenBytes)
  }

  private struct Block: Sendable {
    var bytes: [UInt8]
    var textBytes: Int
    var census: [TermCensus.Part]
  }

  private func block(_ numbers: Range<Int>) -> Block {
    var generator = PaperGenerator(source, options)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 1_800)
    var census: [TermCensus.Part] = []
    for number in numbers {
      generator.make(number)
      if number % TermCensus.partSize == 0 || census.isEmpty { census.append(TermCensus.Part()) }
      census[census.count - 1].add(generator.text.span)
      PaperLine.append(
        id: "synthetic-\(options.seed)-\(number + 1)", title: generator.text[..<generator.titleEnd],
        abstract: generator.text[(generator.titleEnd + 2)...],
        date: source.dates[generator.model], categories: source.categories[generator.model],
        to: &bytes)
    }
    return Block(
      bytes: options.compression == .gzip ? GzipMember.compressed(bytes) : bytes,
      textBytes: bytes.count, census: census)
  }
}
