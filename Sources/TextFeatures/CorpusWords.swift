internal import BlockScheduling

/// The words of all blocks together, with their counts.
///
/// Words are split by their hash into shards that are counted side by side.
struct CorpusWords: Sendable {
  /// A word of one shard.
  struct Word {
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
  private let blockCount: Int

  /// Adds up the words of blocks.
  ///
  /// - Complexity: O(sum of the blocks' words).
  init(_ blocks: [TokenizedBlock], stopWords: Lexicon, scheduler: BlockScheduler) {
    blockCount = blocks.count
    self.stopWords = (0..<stopWords.count).map { word in
      blocks.reduce(into: TokenizedBlock.Tally()) { $0.add($1.tallies[word]) }
    }
    let parts = scheduler.map(blocks.count, blockSize: 1) { range in
      let block = blocks[range.lowerBound]
      return block.words.shards(Self.shardCount, from: stopWords.count).map { shard in
        shard.map { WordShard.Member(word: $0, tally: block.tallies[Int($0)]) }
      }
    }
    shards = scheduler.map(Self.shardCount, blockSize: 1) { range in
      WordShard(parts.map { $0[range.lowerBound] }, of: blocks)
    }
  }

  /// The number of different words that are no stop words.
  var count: Int { shards.reduce(0) { $0 + $1.words.count } }

  /// The number of words in all texts, stop words among them.
  var occurrenceCount: Int {
    stopWords.reduce(0) { $0 + Int($1.occurrences) }
      + shards.reduce(0) { $0 + $1.tallies.reduce(0) { $0 + Int($1.occurrences) } }
  }

  /// The words that occur in at least `minimum` texts, by document frequency, descending, ties by
  /// bytes.
  func frequent(minimum: Int, scheduler: BlockScheduler) -> [Word] {
    let sorted = scheduler.map(Self.shardCount, blockSize: 1) { range in
      shards[range.lowerBound].frequent(minimum: minimum, shard: range.lowerBound)
        .sorted(by: precedes)
    }
    // The sort finds what is sorted already.
    return sorted.flatMap(\.self).sorted(by: precedes)
  }

  private func precedes(_ left: Word, _ right: Word) -> Bool {
    if left.documentFrequency != right.documentFrequency {
      return left.documentFrequency > right.documentFrequency
    }
    if left.head != right.head { return left.head < right.head }
    return shards[left.shard].words.precedes(left.id, right.id, in: shards[right.shard].words)
  }

  /// The terms of a word's shard.
  func list(of word: Word) -> TermList { shards[word.shard].words }

  /// How often a word occurs.
  func tally(of word: Word) -> TokenizedBlock.Tally { shards[word.shard].tallies[word.id] }

  /// By block and word of the block: its place among the stop words and, behind them, some words of
  /// the corpus; -1 where it is not there.
  func places(in words: [Word], scheduler: BlockScheduler) -> [[Int32]] {
    var placesOfShard = shards.map { [Int32](repeating: -1, count: $0.words.count) }
    for (place, word) in words.enumerated() {
      placesOfShard[word.shard][word.id] = Int32(stopWords.count + place)
    }
    return scheduler.map(blockCount, blockSize: 1) { [placesOfShard] range in
      let block = range.lowerBound
      let wordCount = shards.reduce(stopWords.count) { $0 + $1.members[block].count }
      var places = (0..<Int32(wordCount)).map { $0 < stopWords.count ? $0 : -1 }
      for (shard, placesOfShard) in zip(shards, placesOfShard) {
        for (member, id) in zip(shard.members[block], shard.ids[block]) {
          places[Int(member.word)] = placesOfShard[Int(id)]
        }
      }
      return places
    }
  }
}

/// The words of one shard.
private struct WordShard: Sendable {
  /// A word of a block, and how often it occurs there.
  struct Member: Sendable {
    let word: Int32
    let tally: TokenizedBlock.Tally
  }

  private(set) var words = TermList()
  private(set) var tallies: [TokenizedBlock.Tally] = []
  /// By block: its words that are in the shard, and which ones of the shard they are.
  let members: [[Member]]
  private(set) var ids: [[Int32]] = []

  init(_ members: [[Member]], of blocks: [TokenizedBlock]) {
    self.members = members
    var table = TermTable(minimumCapacity: members.reduce(0) { $0 + $1.count } / 2)
    for (block, members) in zip(blocks, members) {
      ids.append(
        members.map { member in
          let id = table.insert(Int(member.word), of: block.words)
          if id == tallies.count { tallies.append(TokenizedBlock.Tally()) }
          tallies[Int(id)].add(member.tally)
          return id
        })
    }
    words = table.terms
  }

  /// The words that occur in at least `minimum` texts.
  func frequent(minimum: Int, shard: Int) -> [CorpusWords.Word] {
    var found: [CorpusWords.Word] = []
    for id in 0..<words.count where tallies[id].documentFrequency >= minimum {
      found.append(
        CorpusWords.Word(
          documentFrequency: tallies[id].documentFrequency, head: words.head(of: id),
          shard: shard, id: id))
    }
    return found
  }
}
