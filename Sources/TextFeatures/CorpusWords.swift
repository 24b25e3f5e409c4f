internal import BlockScheduling

/// The words of all blocks together, with their counts.
///
/// Words are split by their hash into shards that are counted side by side.
struct CorpusWords: Sendable {
  /// A word of one shard.
  private struct Word {
    var documentFrequency: Int32
    /// Its first eight bytes, by which most ties are decided.
    var head: UInt64
    var shard: Int
    var id: Int
  }

  /// The number of shards; part of the method, no option.
  private static let shardCount = 16

  /// The counts of the stop words, by their ids.
  let stopWords: [TokenizedBlock.Tally]
  private let shards: [WordShard]

  /// Adds up the words of blocks.
  ///
  /// - Complexity: O(sum of the blocks' words).
  init(_ blocks: [TokenizedBlock], stopWords: Lexicon, scheduler: BlockScheduler) {
    self.stopWords = (0..<stopWords.count).map { word in
      blocks.reduce(into: TokenizedBlock.Tally()) { $0.add($1.tallies[word]) }
    }
    let numbers = scheduler.map(blocks.count, blockSize: 1) { range in
      blocks[range.lowerBound].words.shardNumbers(of: Self.shardCount)
    }
    shards = scheduler.map(Self.shardCount, blockSize: 1) { range in
      WordShard(UInt8(range.lowerBound), numbers: numbers, of: blocks, from: stopWords.count)
    }
  }

  /// The number of different words that are no stop words.
  var count: Int { shards.reduce(0) { $0 + $1.words.count } }

  /// The number of words in all texts, stop words among them.
  var occurrenceCount: Int {
    stopWords.reduce(0) { $0 + Int($1.occurrences) }
      + shards.reduce(0) { $0 + $1.tallies.reduce(0) { $0 + Int($1.occurrences) } }
  }

  /// Calls `body` with the words that occur in at least `minimum` texts, by document frequency,
  /// descending, ties by bytes.
  func forEachFrequent(
    minimum: Int, _ body: (TermTable, _ id: Int, TokenizedBlock.Tally) -> Void
  ) {
    var words: [Word] = []
    for (number, shard) in shards.enumerated() {
      for id in 0..<shard.words.count where shard.tallies[id].documentFrequency >= minimum {
        words.append(
          Word(
            documentFrequency: shard.tallies[id].documentFrequency, head: shard.words.head(of: id),
            shard: number, id: id))
      }
    }
    words.sort { left, right in
      if left.documentFrequency != right.documentFrequency {
        return left.documentFrequency > right.documentFrequency
      }
      if left.head != right.head { return left.head < right.head }
      return shards[left.shard].words.precedes(left.id, right.id, in: shards[right.shard].words)
    }
    for word in words {
      let shard = shards[word.shard]
      body(shard.words, word.id, shard.tallies[word.id])
    }
  }
}

/// The words of one shard.
private struct WordShard: Sendable {
  private(set) var words = TermTable()
  private(set) var tallies: [TokenizedBlock.Tally] = []

  init(_ number: UInt8, numbers: [[UInt8]], of blocks: [TokenizedBlock], from first: Int) {
    for (block, numbers) in zip(blocks, numbers) {
      let numbers = numbers.span
      for word in first..<max(first, numbers.count) where numbers[word] == number {
        let id = Int(words.insert(word, of: block.words))
        if id == tallies.count { tallies.append(TokenizedBlock.Tally()) }
        tallies[id].add(block.tallies[word])
      }
    }
  }
}
