import Corpora
import LinearAlgebra
import TestSupport
import Testing

/// Damaged input of every format: no crash, and the account balances.
@Suite struct MutationTests {
  static let inputs: [[UInt8]] = [
    Array(Fixture.lines(12).utf8),
    Array(("[\n" + (0..<12).map { Fixture.line($0) }.joined(separator: ",\n") + "]").utf8),
    Array(SeparatedValuesReaderTests.rows.utf8),
    Array(DailyPapersPageReaderTests.page(["Mar 27, 2024", "Jan 26", "Dec 16, 2025 2"]).utf8),
    Compressing.gzip(Array(Fixture.lines(12).utf8)),
    Compressing.zstd(Array(Fixture.lines(12).utf8)),
    [0xFF, 0xFE] + Fixture.lines(4).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
  ]

  static func mutate(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where bytes.count > 1 {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: 0)
      case 3: bytes.removeLast(bytes.count - place)
      case 4:
        bytes.insert(
          [0, 10, 34, 92, 123, 0xC2, 0xFF].randomElement(using: &generator) ?? 0, at: place)
      default: bytes.insert(contentsOf: Array(bytes[place..<end]), at: end)
      }
    }
    return bytes
  }

  /// Seeds of each input: 21,000 damaged files in all at the full count.
  static let seedCount = TestScale.count("damaged files of each kind", small: 150, full: 3_000)

  @Test(arguments: inputs.indices) func damagedInputIsAccountedFor(which: Int) throws {
    var kept = 0
    for seed in 0..<Self.seedCount {
      var generator = SplitMix64(seed: UInt64(seed * 16 + which))
      let bytes = Self.mutate(Self.inputs[which], using: &generator)
      do {
        let corpus = try Corpus.read(bytes: bytes)
        #expect(corpus.balances, "input \(which), seed \(seed)")
        kept += corpus.papers.count
        #expect(corpus.papers.allSatisfy { !$0.id.isEmpty && !$0.title.contains("\n") })
      } catch let error as CorpusError {
        #expect(error.kind == .badData, "input \(which), seed \(seed): \(error)")
      }
    }
    #expect(kept > 0)
  }
}
