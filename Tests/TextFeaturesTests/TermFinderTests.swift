import Testing

@testable import TextFeatures

@Suite struct TermFinderTests {
  private func places(_ terms: [String], in texts: [String]) -> [[[Int]]] {
    var places: [[[Int]]] = []
    TermFinder(terms: terms).scan(texts[...]) { _, found in
      places.append(
        terms.indices.map { term in
          found.filter { Int($0.term) == term }.map { Int($0.position) }
        })
    }
    return places
  }

  @Test func everyWordHasAPlaceAndWhatIsNoneHasNot() {
    #expect(
      places(["graph", "node"], in: ["The graph has 12 nodes, a graph and a node.", "", "node"])
        == [[[1, 4], [6]], [[], []], [[], [0]]])
  }

  @Test func phrasesAreTheirWordsInARow() {
    #expect(
      places(
        ["chain of thought", "thought", "of thought"],
        in: ["Chain-of-thought: a chain of thought. Chain, of thought"])
        == [[[1], [3, 6], [2, 5]]])
  }

  @Test func spellingsAreNormalised() {
    #expect(places(["K-Means", "Schrödinger"], in: ["SCHRÖDINGER's k‐means"]) == [[[1], [0]]])
  }

  @Test func wordsAreCounted() {
    var counts: [Int] = []
    TermFinder(terms: []).scan(["one two three", "", "4 5"][...]) { count, found in
      counts.append(count)
      #expect(found.isEmpty)
    }
    #expect(counts == [3, 0, 0])
  }

  @Test func equalTermsAreEachFoundAndEmptyOnesNever() {
    #expect(places(["graph", "Graph", "", "42"], in: ["graph"]) == [[[0], [0], [], []]])
  }
}
