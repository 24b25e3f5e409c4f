internal import BlockScheduling

/// The phrases of a corpus: two or three words that occur together more than chance would have it.
///
/// A pair of words a, b is scored by its normalised pointwise mutual information (Bouma 2009,
/// "Normalized (Pointwise) Mutual Information in Collocation Extraction"),
///
///     npmi(a, b) = ln( p(ab) / (p(a) p(b)) ) / -ln p(ab),
///
/// p being occurrences by the number of words in the corpus: 1 when the words occur only together,
/// 0 when they are independent. Three words a, b, c are scored as the weaker of (ab, c) and
/// (a, bc). With a connector inside ("chain of thought") they are the pair (a, c) at that link. A
/// phrase is one that occurs in enough texts and scores enough: ``minimumPairScore`` and the two
/// after it, chosen by reading the phrases of 61,000 abstracts, where ordinary neighbours
/// ("reasoning models") reach 0.2 and names with a very common part ("model editing") 0.25.
///
/// A pair that occurs almost only inside phrases of three words ("large language") is left out, and
/// so are three words whose last pair nearly always goes on to another word ("aligning large
/// language"): English phrases have their head at the end.
///
/// Pairs are counted in two passes: first into a sketch of small counters, then exactly where the
/// sketch says that the pair may be frequent (Park, Chen, Yu 1995, "An effective hash-based
/// algorithm for mining association rules"). The sketch never loses a frequent pair, so that its
/// size changes no result.
struct Collocations: Sendable {
  /// The score from which on two words are a phrase.
  static let minimumPairScore = 0.22
  /// The score from which on three words are a phrase.
  static let minimumTripleScore = 0.25
  /// The score from which on two words with a connector between them are a phrase; free syntax
  /// ("amount of data") reaches 0.3.
  static let minimumLinkedScore = 0.4
  /// The share of a pair's occurrences inside one side's longer phrases that makes it redundant.
  static let redundantShare = 0.9
  /// The number of groups in which streams are counted; part of the method, no option.
  private static let groupCount = 8

  /// One phrase by the ids of its words.
  struct Phrase: Sendable, Hashable {
    let words: [Int32]
    let documentFrequency: Int32
  }

  private let lexicon: Lexicon
  private let wordOccurrences: [Int32]
  private let total: Double
  private let minimum: Int

  /// Counts in `streams`, whose ids are the lexicon's; `wordOccurrences` goes by the same ids.
  static func find(
    in streams: [TokenStream], lexicon: Lexicon, wordOccurrences: [Int32], total: Int,
    minimumDocumentFrequency: Int, scheduler: BlockScheduler
  ) -> [Phrase] {
    let finder = Collocations(
      lexicon: lexicon, wordOccurrences: wordOccurrences, total: Double(total),
      minimum: minimumDocumentFrequency)
    let pairs = finder.pairs(in: streams, scheduler)
    let triples = finder.triples(in: streams, of: pairs, scheduler)
    return finder.phrases(pairs, triples)
  }

  // MARK: Counting

  private func pairs(in streams: [TokenStream], _ scheduler: BlockScheduler) -> PairCounts {
    let tokenCount = streams.reduce(0) { $0 + $1.ids.count }
    let bits = Self.sketchBits(tokenCount: tokenCount)
    let shift = UInt64(64 - bits)
    let sketch = self.sketch(streams, bits: bits, shift: shift, scheduler)
    let threshold = min(minimum, Int(UInt8.max))
    return merged(
      scheduler.map(streams.count, blockSize: groupSize(streams.count)) { range in
        var counts = PairCounts(minimumCapacity: 1 << (bits - 6))
        var keys: [UInt64] = []
        forEachText(streams[range]) { ids, text in
          let found = PairKernels.collectPairs(ids, lexicon: lexicon, into: &keys)
          var span = keys.mutableSpan
          let kept = PairKernels.keepFrequent(
            &span, of: found, in: sketch.span, shift: shift, minimum: threshold)
          for place in 0..<kept { counts.count(span[place], inText: text) }
        }
        return counts
      })
  }

  /// The logarithm of a sketch's size: a counter for every four words, at most 64 MB.
  private static func sketchBits(tokenCount: Int) -> Int {
    let bits = Int.bitWidth - (tokenCount / 4).leadingZeroBitCount
    return min(26, max(12, bits))
  }

  private func sketch(
    _ streams: [TokenStream], bits: Int, shift: UInt64, _ scheduler: BlockScheduler
  ) -> [UInt8] {
    let parts = scheduler.map(streams.count, blockSize: groupSize(streams.count)) { range in
      var counters = [UInt8](repeating: 0, count: 1 << bits)
      var keys: [UInt64] = []
      forEachText(streams[range]) { ids, _ in
        let found = PairKernels.collectPairs(ids, lexicon: lexicon, into: &keys)
        var span = counters.mutableSpan
        PairKernels.sketch(keys.span.extracting(0..<found), into: &span, shift: shift)
      }
      return counters
    }
    guard var sum = parts.first else { return [] }
    var span = sum.mutableSpan
    for part in parts.dropFirst() { PairKernels.add(part.span, to: &span) }
    return sum
  }

  /// Counts words behind pairs, where both pairs in the three words are frequent, one a phrase.
  ///
  /// The first id of a key is the place of the pair.
  private func triples(
    in streams: [TokenStream], of pairs: PairCounts, _ scheduler: BlockScheduler
  ) -> PairCounts {
    let isCollocation = (0..<pairs.count).map { isPhrase($0, in: pairs) }
    return merged(
      scheduler.map(streams.count, blockSize: groupSize(streams.count)) { range in
        var counts = PairCounts()
        let collocations = isCollocation.span
        var places: [Int] = []
        forEachText(streams[range]) { ids, text in
          let found = PairKernels.collectTriples(
            ids, stopWordCount: lexicon.stopWordCount, pairs: pairs.table, into: &places)
          for place in places[..<found] {
            let (first, second, third) = (ids[place - 2], ids[place - 1], ids[place])
            let head = pairs.table.place(of: PairTable.key(first, 0, second))
            let tail = pairs.table.place(of: PairTable.key(second, 0, third))
            if head >= 0, tail >= 0, collocations[Int(head)] || collocations[Int(tail)] {
              counts.count(PairTable.key(head, PairTable.extending, third), inText: text)
            }
          }
        }
        return counts
      })
  }

  private func groupSize(_ streamCount: Int) -> Int {
    max(1, (streamCount + Self.groupCount - 1) / Self.groupCount)
  }

  private func forEachText(
    _ streams: ArraySlice<TokenStream>, _ body: (Span<Int32>, Int32) -> Void
  ) {
    var number: Int32 = 0
    for stream in streams {
      for text in 0..<stream.textCount {
        body(stream.ids.span.extracting(stream.range(of: text)), number)
        number += 1
      }
    }
  }

  private func merged(_ parts: [PairCounts]) -> PairCounts {
    var sum = parts.first ?? PairCounts()
    for part in parts.dropFirst() { sum.merge(part) }
    return sum.frequent(minimum: minimum)
  }

  // MARK: Scoring

  private func npmi(_ joint: Int32, _ first: Int32, _ second: Int32) -> Double {
    normalizedPMI(
      joint: Double(joint) / total,
      independent: Double(first) / total * (Double(second) / total))
  }

  private func isPhrase(_ place: Int, in pairs: PairCounts) -> Bool {
    let (first, link, second) = PairTable.parts(of: pairs.table.keys[place])
    let score = npmi(
      pairs.tallies[place].occurrences, wordOccurrences[Int(first)], wordOccurrences[Int(second)])
    return score >= (link == 0 ? Self.minimumPairScore : Self.minimumLinkedScore)
  }

  private func phrases(_ pairs: PairCounts, _ triples: PairCounts) -> [Phrase] {
    let long = (0..<triples.count).map { Triple($0, of: triples, pairs) }.filter(isPhrase)
    var asHead = [Int32](repeating: 0, count: pairs.count)
    var asTail = asHead
    for triple in long {
      asHead[triple.head] += triple.occurrences
      asTail[triple.tail] += triple.occurrences
    }
    func isRedundant(_ pair: Int, _ inside: Int32) -> Bool {
      Double(inside) >= Self.redundantShare * Double(pairs.tallies[pair].occurrences)
    }
    let complete = long.filter { !isRedundant($0.tail, asHead[$0.tail]) }
    let short = (0..<pairs.count).filter {
      isPhrase($0, in: pairs) && !isRedundant($0, max(asHead[$0], asTail[$0]))
    }
    return complete.map { Phrase(words: $0.words, documentFrequency: $0.documentFrequency) }
      + short.map { pair in
        let (first, link, second) = PairTable.parts(of: pairs.table.keys[pair])
        return Phrase(
          words: link == 0 ? [first, second] : [first, Int32(link - 1), second],
          documentFrequency: pairs.tallies[pair].documentFrequency)
      }
  }

  private func isPhrase(_ triple: Triple) -> Bool {
    let first = wordOccurrences[Int(triple.words[0])]
    let last = wordOccurrences[Int(triple.words[2])]
    return min(
      npmi(triple.occurrences, triple.headOccurrences, last),
      npmi(triple.occurrences, first, triple.tailOccurrences)) >= Self.minimumTripleScore
  }
}

/// Three words in a row and the two pairs in them.
private struct Triple {
  let words: [Int32]
  let head: Int
  let tail: Int
  let occurrences: Int32
  let documentFrequency: Int32
  let headOccurrences: Int32
  let tailOccurrences: Int32

  init(_ place: Int, of triples: PairCounts, _ pairs: PairCounts) {
    let (pair, _, last) = PairTable.parts(of: triples.table.keys[place])
    let (first, _, second) = PairTable.parts(of: pairs.table.keys[Int(pair)])
    words = [first, second, last]
    head = Int(pair)
    tail = Int(pairs.table.place(of: PairTable.key(second, 0, last)))
    occurrences = triples.tallies[place].occurrences
    documentFrequency = triples.tallies[place].documentFrequency
    headOccurrences = pairs.tallies[head].occurrences
    tailOccurrences = pairs.tallies[tail].occurrences
  }
}
