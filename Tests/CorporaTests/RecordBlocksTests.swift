import Corpora
import LinearAlgebra
import TestSupport
import Testing

@Suite struct RecordBlocksTests {
  /// Records of very different lengths, so that they lie across the ends of blocks and reads.
  static func unevenLines(seed: UInt64, count: Int) -> String {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let length = number % 50 == 7 ? 300_000 : Int.random(in: 1...3_000, using: &generator)
      let filler = String(repeating: number % 3 == 0 ? "\u{E9}" : "x", count: length)
      return Fixture.line(number, extra: ", \"filler\": \"\(filler)\"")
        + (number % 4 == 0 ? "\r\n" : "\n")
    }.joined()
  }

  @Test(arguments: 1...3) func blocksThreadsAndTheirOrderChangeNothing(seed: UInt64) throws {
    var text = Self.unevenLines(seed: seed, count: 700)
    text = text.replacing("part 500\"", with: "part 500")
    let bytes = Array(text.utf8)
    let expected = try Corpus.read(bytes: bytes)
    #expect(expected.papers.count == 699 && expected.problems.map(\.line) == [501])
    for input in [bytes, Compressing.gzip(bytes), Compressing.zstd(bytes)] {
      for order in [nil, seed, seed + 10] as [UInt64?] {
        let corpus = try Corpus.read(bytes: input, threads: 2, blockOrderSeed: order)
        #expect(corpus.content == expected.content)
      }
    }
  }

  @Test func tablesAndArraysOfManyBlocksAreRead() throws {
    let lines = Self.unevenLines(seed: 9, count: 300).split(whereSeparator: \.isNewline)
    let array = "[\n" + lines.joined(separator: ",\n") + "]"
    let expected = try Corpus.read(text: lines.joined(separator: "\n"))
    #expect(try Corpus.read(bytes: Array(array.utf8), threads: 2).papers == expected.papers)
    var table = "id,title,abstract,filler\n"
    for (index, line) in lines.enumerated() {
      table +=
        "\(index),Title,\"\(Fixture.abstract)\nand\",\"\(line.dropFirst(180).filter { $0 != "\"" })"
      table += index % 5 == 0 ? "\n\"\n" : "\"\n"
    }
    let corpus = try Corpus.read(bytes: Array(table.utf8), threads: 2)
    #expect(corpus.papers.count == 300 && corpus.problems.isEmpty && corpus.balances)
  }

  @Test func aRecordBeyondTheBoundIsDropped() throws {
    let long = String(repeating: "x", count: 17 << 20)
    let text =
      Fixture.lines(2) + "{\"id\": \"long\", \"title\": \"\(long)\"}\n" + Fixture.line(3)
    let corpus = try Corpus.read(text: text)
    #expect(corpus.papers.count == 3 && corpus.read == 4 && corpus.balances)
    #expect(corpus.problems.map(\.line) == [3])
    #expect(corpus.problems.map(\.reason) == ["a record of more than 16 MB"])
  }
}
