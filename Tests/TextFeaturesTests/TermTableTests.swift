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
      #expect(table.key(at: id).text == word)
      #expect(Int(table.id(of: table.key(at: id))) == id)
      #expect(table.key(at: id).byteCount == word.utf8.count)
    }
    #expect(table.id(of: TermKey("absent")) == -1)
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
  }
}
