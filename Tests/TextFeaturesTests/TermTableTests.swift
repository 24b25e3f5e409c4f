import LinearAlgebra
import Testing

@testable import TextFeatures

@Suite struct TermTableTests {
  private func words(_ seed: Int) -> [String] {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "words")
    return (0..<500).map { _ in
      let length = 1 + generator.nextIndex(below: generator.nextIndex(below: 4) == 0 ? 128 : 10)
      return String(
        decoding: (0..<length).map { _ in UInt8(97 + generator.nextIndex(below: 3)) },
        as: UTF8.self)
    }
  }

  @Test(arguments: 0..<5) func idsCountUpInOrderOfInsertion(seed: Int) {
    var table = TermTable()
    var expected: [String] = []
    for word in words(seed) {
      let known = expected.firstIndex(of: word)
      if known == nil { expected.append(word) }
      let id = Int(table.insert(TermKey(word)))
      #expect(id == known ?? expected.count - 1)
    }
    #expect(table.count == expected.count)
    for (id, word) in expected.enumerated() {
      #expect(table.term(at: id) == word)
      #expect(table.terms.key(at: id).text == word)
      #expect(Int(table.id(of: table.terms.key(at: id))) == id)
      #expect(table.terms.key(at: id).byteCount == word.utf8.count)
    }
    #expect(table.id(of: TermKey("absent")) == -1)
  }

  @Test(arguments: 0..<5) func wordsOfATextGetTheIdsOfTheirTerms(seed: Int) {
    // Longer ones are no terms.
    let words = words(seed).filter { $0.utf8.count > 1 && $0.utf8.count <= 128 }
    var table = TermTable()
    var text = WordText()
    var scanner = TokenScanner()
    var found: [Int32] = []
    var buffer = TextIDs()
    for start in stride(from: 0, to: words.count, by: 90) {
      let some = words[start..<min(words.count, start + 90)].joined(separator: " ")
      text.load(Array(some.utf8).span)
      buffer.restart()
      text.withTerms(&scanner) { scanner, _, place in
        buffer.put(table.insert(scanner.key), at: place)
      } all: { words, _ in
        table.insert(words, &buffer)
        found += buffer.ids[..<words.count]
        let inserted = buffer.ids
        table.find(words, &buffer)
        #expect(buffer.ids == inserted)
      }
    }
    #expect(found.map { table.term(at: Int($0)) } == words)
    #expect(table.count == Set(words).count)
  }

  @Test func wordsThatNoTableHasAreNotFound() {
    let table = TermTable(terms: ["graph", "neural"])
    var text = WordText()
    text.load(Array("Neural nets on a graph-like co-occurrence-and-so-on graph".utf8).span)
    var scanner = TokenScanner()
    var ids = TextIDs()
    text.withTerms(&scanner) { scanner, _, place in
      ids.put(table.id(of: scanner.key), at: place)
    } all: { words, _ in
      table.find(words, &ids)
      #expect(Array(ids.ids[..<words.count]) == [1, -1, -1, -1, -1, 0])
    }
  }

  @Test(arguments: 0..<5) func shardsHoldEachTermOnce(seed: Int) {
    let terms = TermTable(terms: words(seed)).terms
    let shards = terms.shards(16, from: 3)
    #expect(shards.count == 16)
    #expect(shards.allSatisfy { $0 == $0.sorted() })
    #expect(shards.joined().sorted() == (3..<Int32(terms.count)).map { $0 })
    // The same term is in the same shard of every list.
    let others = TermTable(terms: words(seed).reversed())
    for (shard, same) in zip(shards, others.terms.shards(16, from: 0)) {
      let ids = Set(same)
      for id in shard { #expect(ids.contains(others.id(of: Int(id), in: terms))) }
    }
  }

  @Test(arguments: 0..<5) func theOrderIsThatOfTheBytes(seed: Int) {
    let words = words(seed) + ["é", "e", "ez", "zebra", "漢"]
    let table = TermTable(terms: words)
    let terms = (0..<table.count).map(table.term(at:))
    let order = (0..<table.count).sorted(by: table.precedes).map { terms[$0] }
    #expect(order == terms.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test(arguments: 0..<5) func pairsKeepTheirPlaces(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed), purpose: "pairs")
    var table = PairTable()
    var places: [UInt64: Int] = [:]
    for _ in 0..<2_000 {
      let first = Int32(generator.nextIndex(below: 40))
      let link = generator.nextIndex(below: 16)
      let second = Int32(generator.nextIndex(below: PairTable.idLimit))
      let key = PairTable.key(first, link, second % 50)
      let expected = places[key, default: places.count]
      places[key] = expected
      let place = Int(table.insert(key))
      #expect(place == expected)
      #expect(PairTable.parts(of: key) == (first, link, second % 50))
      #expect(PairTable.parts(of: PairTable.key(first, link, second)).second == second)
    }
    #expect(places.allSatisfy { Int(table.place(of: $0.key)) == $0.value })
    #expect(places.keys.allSatisfy { table.mayHold($0) == 1 })
    let others = (0..<1_000).map { PairTable.key(Int32($0), 0, 50) }
    #expect(others.allSatisfy { table.place(of: $0) == -1 })
    #expect(others.reduce(0) { $0 + table.mayHold($1) } < 300)
  }
}
