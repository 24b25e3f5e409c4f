import CBenchmarkLoops
import PaperTrends
@_spi(Benchmarking) import TextFeatures

/// The tokenizer beside a loop that only classifies bytes, and beside the barest tokenizer.
enum TokenizerShare {
  static func measure(
    _ texts: [String], scheduler: BlockScheduler, rounds: Int
  ) -> [Comparison] {
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let classes = letters
    let tokens = sum(texts, scheduler) { Tokenizer.count($0) }
    let runs = sum(texts, scheduler) { countRuns($0, classes) }
    let hashed = sum(texts, scheduler) { hashRuns($0, classes) }
    precondition(
      tokens > bytes / 12 && tokens < bytes / 4 && runs == hashed,
      "a word has about six letters, and both loops find the same runs")

    let work = Double(bytes) / Double(scheduler.threads) / 1e6
    let ours = { _ = sum(texts, scheduler) { Tokenizer.count($0) } }
    return [
      Comparison(
        "tokenizer, a core", unit: "MB/s", work: work,
        limitName: "a loop that classifies bytes by a table", rounds: rounds, ours: ours,
        limit: { _ = sum(texts, scheduler) { countRuns($0, classes) } }),
      Comparison(
        "tokenizer, a core", unit: "MB/s", work: work,
        limitName: "ASCII words in lower case, packed and hashed", rounds: rounds, ours: ours,
        limit: { _ = sum(texts, scheduler) { hashRuns($0, classes) } }),
    ]
  }

  /// Letters in lower case and digits as they are, zero for all other bytes.
  private static let letters: [UInt8] = {
    var classes = [UInt8](repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      classes[Int(byte)] = byte
      classes[Int(byte) - 32] = byte
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { classes[Int(byte)] = byte }
    return classes
  }()

  private static func sum(
    _ texts: [String], _ scheduler: BlockScheduler,
    _ count: @Sendable (ArraySlice<String>) -> Int
  ) -> Int {
    scheduler.map(texts.count, blockSize: 256) { range in
      count(texts[range])
    }.reduce(0, +)
  }

  private static func countRuns(_ texts: ArraySlice<String>, _ classes: [UInt8]) -> Int {
    texts.reduce(0) { $0 + countRuns($1, classes) }
  }

  private static func countRuns(_ text: String, _ classes: [UInt8]) -> Int {
    text.utf8Span.span.withUnsafeBufferPointer { bytes in
      bm_count_runs(bytes.baseAddress, bytes.count, classes)
    }
  }

  private static func hashRuns(_ texts: ArraySlice<String>, _ classes: [UInt8]) -> Int {
    texts.reduce(0) { $0 + hashRuns($1, classes) }
  }

  private static func hashRuns(_ text: String, _ classes: [UInt8]) -> Int {
    text.utf8Span.span.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0
      let runs = bm_hash_runs(bytes.baseAddress, bytes.count, classes, &hash)
      precondition(runs == 0 || hash != 0, "the hashes are used")
      return runs
    }
  }
}
