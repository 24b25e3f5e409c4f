import BlockScheduling
import Foundation
import TestSupport
import Testing

@testable import Corpora

/// What holds for the reader of every format, on a file with the oddities of the format.
@Suite struct ReaderFixtureTests {
  @Test(arguments: ReaderFixture.all) func papersAreRead(fixture: ReaderFixture) throws {
    let corpus = try Corpus.read(text: fixture.text)
    #expect(corpus.sources.map(\.format) == [fixture.format])
    #expect(corpus.read == fixture.count && corpus.balances)
    for (paper, expected) in zip(corpus.papers, fixture.papers) { #expect(paper == expected) }
    #expect(corpus.papers.count == fixture.papers.count)
  }

  @Test(arguments: ReaderFixture.all) func wrappingChangesNothing(fixture: ReaderFixture) throws {
    let expected = try Corpus.read(text: fixture.text)
    for bytes in [Compressing.gzip(fixture.bytes), Compressing.zstd(fixture.bytes)] {
      #expect(try Corpus.read(bytes: bytes).content == expected.content)
    }
    #expect(try Corpus.read(bytes: [0xEF, 0xBB, 0xBF] + fixture.bytes).content == expected.content)
    for isBigEndian in [false, true] {
      var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
      for unit in fixture.text.utf16 {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        bytes += isBigEndian ? [high, low] : [low, high]
      }
      #expect(try Corpus.read(bytes: bytes).content == expected.content)
    }
    let returns = fixture.text.replacing("\n", with: "\r\n")
    #expect(try Corpus.read(text: returns).content == expected.content)
  }

  @Test(arguments: ReaderFixture.all) func aPipeIsReadLikeAFile(fixture: ReaderFixture) throws {
    let expected = try Corpus.read(text: fixture.text)
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    let bytes = fixture.bytes
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      for start in stride(from: 0, to: bytes.count, by: 64) {
        handle.write(Data(bytes[start..<min(bytes.count, start + 64)]))
      }
      handle.closeFile()
    }
    writer.start()
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.content == expected.content)
  }

  @Test(arguments: ReaderFixture.all) func twoFilesInARowAreReadAsBoth(fixture: ReaderFixture)
    throws
  {
    let once = try Corpus.read(text: fixture.text)
    let corpus = try Corpus.read(text: fixture.text + "\n" + fixture.text)
    #expect(corpus.read == 2 * once.read && corpus.balances)
    #expect(corpus.papers == once.papers)
  }

  /// Blocks that end wherever a record may end give what one block gives.
  @Test(arguments: ReaderFixture.all, [1, 7, 64]) func cutsChangeNothing(
    fixture: ReaderFixture, size: Int
  ) throws {
    let sample = FileSample(bytes: fixture.bytes, isWholeFile: true)
    let options = CorpusReadingOptions()
    let reader = try #require(PaperReaders.reader(for: sample, options: options))
    let expected = Self.read(fixture.bytes, in: fixture.bytes.count + 1, with: reader)
    let pieces = Self.read(fixture.bytes, in: size, with: reader)
    #expect(pieces.papers == expected.papers)
    #expect(pieces.problems == expected.problems)
    #expect(pieces.blockCount >= fixture.count - 1 && expected.blockCount == 1)
  }

  /// Reads bytes that come a few at a time, in blocks as small as the reader allows.
  static func read(_ bytes: [UInt8], in size: Int, with reader: any PaperReader)
    -> (papers: [Paper], problems: [String], blockCount: Int)
  {
    var (pending, heading): ([UInt8], [UInt8]) = ([], [])
    var (papers, problems): ([Paper], [String]) = ([], [])
    var (line, blockCount) = (1, 0)
    func take(_ count: Int, isLast: Bool) {
      let block = RecordBlock(
        bytes: Array(pending[..<count]), heading: heading, isFirst: blockCount == 0,
        isLast: isLast)
      var records = RecordCollector(CorpusReadingOptions())
      reader.read(block, into: &records)
      papers += records.papers
      problems += records.problems.map { "\(line + $0.line): \($0.reason)" }
      heading = reader.heading(after: block.bytes.span, following: heading)
      line += Bytes.lineCount(in: block.bytes.span)
      blockCount += 1
      pending.removeFirst(count)
    }
    for start in stride(from: 0, to: bytes.count, by: size) where size <= bytes.count {
      pending += bytes[start..<min(bytes.count, start + size)]
      while !pending.isEmpty, let end = reader.endOfRecords(in: pending.span, reaching: 1) {
        take(end, isLast: false)
      }
    }
    if size > bytes.count { pending = bytes }
    if !pending.isEmpty { take(pending.count, isLast: true) }
    return (papers, problems, blockCount)
  }

  @Test(arguments: ReaderFixture.all) func whatComesBeforeABreakIsKept(fixture: ReaderFixture)
    throws
  {
    let whole = try Corpus.read(text: fixture.text)
    let bytes = fixture.bytes
    for cut in stride(from: bytes.count / 3, to: bytes.count, by: 5) {
      let beginning = String(decoding: bytes[..<cut], as: UTF8.self)
      let ended = beginning.ranges(of: fixture.recordEnd).count - fixture.falseEndCount
      let corpus: Corpus
      do {
        corpus = try Corpus.read(bytes: Array(bytes[..<cut]))
      } catch {
        #expect(ended <= 0, "cut at \(cut): \(error)")
        continue
      }
      let kept = Set(corpus.papers)
      let known = whole.papers.count { kept.contains($0) }
      #expect(corpus.balances && corpus.read >= ended, "cut at \(cut)")
      #expect(known >= ended - (whole.read - whole.papers.count), "cut at \(cut)")
      #expect(corpus.papers.count - known <= 1, "cut at \(cut)")
    }
  }
}
