import BlockScheduling
import Corpora
import Foundation
import LinearAlgebra
import TestSupport
import Testing

/// Damaged beginnings of real files of every format: no crash, no hang, and the account balances.
@Suite struct RealMutationTests {
  /// The most bytes of a file that are damaged.
  static let sampleSize = 12_000
  /// A hang; reading takes milliseconds.
  static let patience = Duration.seconds(5)

  /// What holds formats together, and comes where it does not belong.
  static let splinters = [
    "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE a [", "<entry>", "</entry>",
    "<record>", "</paper>", "<meta>", "</title>", "&x;", "&#0;", "&", "<", ">", "\"", "'", "{", "}",
    "[", "]", "\\", ",", "@article{a,\n", "@comment{", "@string{a = ", "#", "%", "\nER  - \n",
    "\nTY  - JOUR\n", "\nPT J\n", "\n.I 7\n", "\n.W\n", "\n#### [new 1] x\n", "**Abstract:** ",
    "\u{B7}\nMay 1\n", "\n", "\r", "\u{FEFF}", "\u{0}", "null", "1e999", "{'a': None}",
  ].map { Array($0.utf8) }

  static let files: [String] = {
    guard let folder = SharedData.url("formats") else { return [] }
    let all = FileManager.default.subpaths(atPath: folder.path) ?? []
    return all.filter { name in
      name.contains("/") && !name.hasSuffix("/") && name.contains(".")
    }.sorted()
  }()

  /// Seeds of each of the 53 files: 21,200 damaged files in all at the full count.
  static let seedCount = TestScale.count("damaged files of each real sample", small: 6, full: 400)

  @Test(.enabled(if: SharedData.has("formats"), "no shared data: formats"))
  func thereAreFilesOfEveryFormat() { #expect(Self.files.count == 53) }

  @Test(.enabled(if: SharedData.has("formats"), "no shared data: formats"), arguments: files)
  func damagedInputIsAccountedFor(file: String) throws {
    let url = try #require(SharedData.url("formats/" + file))
    let sample = Array(try Data(contentsOf: url).prefix(Self.sampleSize))
    let place = try #require(Self.files.firstIndex(of: file))
    let folder = try TemporaryFolder()
    let scheduler = BlockScheduler(threads: 1)
    for seed in 0..<Self.seedCount {
      var generator = SplitMix64(seed: UInt64(seed * 1_024 + place))
      let bytes = Self.damage(sample, using: &generator)
      let path = try folder.write(bytes, to: "input")
      let clock = ContinuousClock()
      let start = clock.now
      do {
        let corpus = try Corpus.read([path], scheduler: scheduler)
        #expect(corpus.balances, "\(file), seed \(seed)")
        #expect(corpus.papers.allSatisfy { !$0.id.isEmpty && !$0.title.contains("\n") })
      } catch {
        #expect(error.kind == .badData, "\(file), seed \(seed): \(error)")
      }
      #expect(start.duration(to: clock.now) < Self.patience, "\(file), seed \(seed)")
    }
    #expect(Self.peakMemory() < 2 << 30)
  }

  static func damage(_ sample: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
    var bytes = MutationTests.mutate(sample, using: &generator)
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let splinter = splinters[Int.random(in: 0..<splinters.count, using: &generator)]
      let times = Int.random(in: 0..<50, using: &generator) == 0 ? 400 : 1
      for _ in 0..<times { bytes.insert(contentsOf: splinter, at: place) }
    }
    return bytes
  }

  /// The most bytes that the process has held.
  static func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) << 10
  }
}
