import BlockScheduling
import Corpora
import Foundation
import TestSupport
import Testing

@Suite struct ByteSourceTests {
  static let text = Array(Fixture.lines(3_000).utf8)
  static let compressors: [@Sendable ([UInt8]) -> [UInt8]] = [
    { Compressing.gzip($0) }, { Compressing.zstd($0) },
  ]

  @Test(arguments: 0..<2) func compressedFilesReadAsPlainOnes(which: Int) throws {
    let compress = Self.compressors[which]
    let expected = try Corpus.read(bytes: Self.text)
    let half = Self.text.count / 2
    let whole = compress(Self.text)
    let members =
      compress(Array(Self.text[..<half])) + compress([]) + compress(Array(Self.text[half...]))
    for bytes in [whole, members, members + [UInt8](repeating: 0, count: 300_000)] {
      let corpus = try Corpus.read(bytes: bytes, threads: 2)
      #expect(corpus.content == expected.content && corpus.problems.isEmpty)
      #expect(corpus.sources.map(\.compression) == [which == 0 ? .gzip : .zstd])
      #expect(corpus.sources.map(\.byteCount) == [bytes.count])
    }
  }

  @Test(arguments: 0..<2, [0.02, 0.3, 0.5, 0.9, 0.99]) func whatComesBeforeABreakIsKept(
    which: Int, part: Double
  ) throws {
    let expected = try Corpus.read(bytes: Self.text)
    let whole = Self.compressors[which](Self.text)
    let cut = Array(whole[..<Int(Double(whole.count) * part)])
    let corpus = try Corpus.read(bytes: cut)
    #expect(corpus.balances && corpus.problemCount >= 1)
    #expect(corpus.problems.last?.reason.contains("ends before it is complete") == true)
    #expect(corpus.papers == Array(expected.papers[..<corpus.papers.count]))
    #expect(corpus.dropReasons[.unreadable, default: 0] <= 1)
    #expect(corpus.problems.last?.line == corpus.papers.count + 1)
    if part > 0.8 { #expect(corpus.papers.count > 1_000) }
  }

  @Test func damageAndTrailingBytesAreReported() throws {
    var damaged = Compressing.gzip(Self.text)
    let middle = damaged.count / 2
    for index in middle..<middle + 40 { damaged[index] ^= 0x5A }
    let corpus = try Corpus.read(bytes: damaged)
    #expect(corpus.balances && corpus.papers.count < 3_000)
    #expect(corpus.problems.contains { $0.reason.contains("gzip data is damaged") })
    let trailing = try Corpus.read(bytes: Compressing.gzip(Self.text) + Array("more".utf8))
    #expect(trailing.papers.count == 3_000 && trailing.problemCount == 1)
    #expect(trailing.problems[0].reason == "bytes that are not gzip follow the gzip data")
  }

  @Test(arguments: [false, true]) func utf16IsDecoded(isBigEndian: Bool) throws {
    let text = Fixture.line(1, extra: ", \"note\": \"\u{1F30A} \u{E9}\"") + "\n" + Fixture.line(2)
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.replacing("moss", with: "m\u{1F30A}ss").utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    for input in [bytes, Compressing.gzip(bytes)] {
      let corpus = try Corpus.read(bytes: input)
      #expect(corpus.papers.count == 2 && corpus.problems.isEmpty)
      #expect(corpus.papers[0].title == "On the growth of m\u{1F30A}ss, part 1")
    }
    let odd = try Corpus.read(bytes: bytes + [0x41])
    #expect(odd.read == 2 && odd.balances)
  }

  @Test(arguments: ["", " \n\n ", "\u{FEFF}"]) func aFileWithoutRecordsIsNoError(text: String)
    throws
  {
    for bytes in [Array(text.utf8), Compressing.gzip(Array(text.utf8))] {
      let corpus = try Corpus.read(bytes: bytes)
      #expect(corpus.read == 0 && corpus.papers.isEmpty && corpus.balances)
      #expect(corpus.problems.map(\.reason) == ["no records in this file"])
    }
  }

  @Test func pipesAreRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: Data(Self.text))
    }
    let corpus = try Corpus.read([path], scheduler: BlockScheduler(threads: 2))
    #expect(corpus.papers.count == 3_000 && corpus.problems.isEmpty)
  }
}
