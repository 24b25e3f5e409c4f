import BlockScheduling
import LinearAlgebra
import Testing

@testable import Similarity

/// Random sparse rows of length 1, with terms as uneven as words are.
func randomRows(
  _ rowCount: Int, columns: Int, entries: ClosedRange<Int>, seed: UInt64
) -> CSRMatrix {
  var generator = SplitMix64(seed: seed)
  var rows: [[Float]] = []
  for _ in 0..<rowCount {
    var row = [Float](repeating: 0, count: columns)
    for _ in 0..<Int.random(in: entries, using: &generator) {
      let place = Double.random(in: 0..<1, using: &generator)
      row[Int(place * place * place * Double(columns))] += Float(
        1 + Int.random(in: 0..<3, using: &generator))
    }
    rows.append(row)
  }
  return CSRMatrix(DenseMatrix(rows: rows)).withUnitRows()
}

@Suite struct NeighborGraphTests {
  static let one = BlockScheduler(threads: 1)
  /// Every row a candidate, by all its weights.
  static let unlimited = NeighborGraphOptions.Method.pruned(weights: 255, candidates: 10_000)

  /// The definition: all cosines of dense rows, those of equal rows left out.
  private func bruteForce(_ tfidf: CSRMatrix, _ count: Int) -> [[(row: Int, cosine: Float)]] {
    let dense = tfidf.dense()
    return (0..<tfidf.rowCount).map { row in
      (0..<tfidf.rowCount).filter { dense.row($0) != dense.row(row) }.map { other in
        var sum = 0.0
        for column in 0..<tfidf.columnCount {
          sum += Double(dense[row, column]) * Double(dense[other, column])
        }
        return (other, Float(sum))
      }.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map { $0 }
    }
  }

  @Test func listsOfSomeRowsAreNumberedAnew() {
    let graph = NeighborGraph(
      rowCount: 4, neighborCount: 2, indices: [3, 1, 0, 2, -1, -1, 1, 0],
      cosines: [0.9, 0.5, 0.5, 0.4, 0, 0, 0.8, 0.7])
    let selected = graph.selectingRows([0, 1, 3])
    #expect(selected.indices == [2, 1, 0, -1, 1, 0])
    #expect(selected.cosines == [0.9, 0.5, 0.5, 0, 0.8, 0.7])
    #expect(graph.selectingRows([0, 1, 2, 3]) == graph)
  }

  @Test(arguments: [NeighborGraphOptions.Method.exact, unlimited])
  func theGraphIsThatOfAllPairs(method: NeighborGraphOptions.Method) {
    let tfidf = randomRows(300, columns: 90, entries: 0...12, seed: 3)
    let graph = NeighborGraph.build(
      tfidf, options: NeighborGraphOptions(neighbors: 7, method: method), scheduler: Self.one
    ).graph
    let expected = bruteForce(tfidf, 7)
    for row in 0..<tfidf.rowCount {
      let entries = graph.entries(ofRow: row)
      #expect(entries.count == expected[row].count)
      for (entry, neighbor) in zip(entries, expected[row]) {
        // Sums in another order may round to another Float and then change places.
        #expect(abs(graph.cosines[entry] - neighbor.cosine) < 1e-6)
      }
      let least = expected[row].last?.cosine ?? 0
      for (entry, neighbor) in zip(entries, expected[row]) where neighbor.cosine > least + 1e-6 {
        #expect(graph.indices[entries].contains(Int32(neighbor.row)), "\(row) \(entry)")
      }
      #expect(!graph.indices[entries].contains(Int32(row)))
      #expect(graph.indices[entries.upperBound..<(row + 1) * 7].allSatisfy { $0 == -1 })
      #expect(graph.cosines[entries.upperBound..<(row + 1) * 7].allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: [1, 2, 3]) func prunedRowsWithoutLimitsGiveTheExactGraph(seed: UInt64) {
    let tfidf = randomRows(500, columns: 200, entries: 0...30, seed: seed)
    let exact = NeighborGraph.build(
      tfidf, options: NeighborGraphOptions(neighbors: 9, method: .exact), scheduler: Self.one)
    let pruned = NeighborGraph.build(
      tfidf, options: NeighborGraphOptions(neighbors: 9, method: Self.unlimited),
      scheduler: Self.one)
    #expect(exact.graph == pruned.graph)
    #expect(exact.work.postingProducts == pruned.work.postingProducts)
  }

  @Test func listsAreSortedAndTiesAreOfTheSmallerRow() {
    // Rows 1 to 6 have the same cosine with row 0, and none of them equals another.
    var rows: [[Float]] = [[1, 0, 0, 0, 0, 0, 0]]
    for other in 1...6 {
      var row = [Float](repeating: 0, count: 7)
      row[0] = 0.5
      row[other] = 0.5
      rows.append(row)
    }
    let tfidf = CSRMatrix(DenseMatrix(rows: rows)).withUnitRows()
    for method in [NeighborGraphOptions.Method.exact, .pruned(weights: 2, candidates: 4)] {
      let graph = NeighborGraph.build(
        tfidf, options: NeighborGraphOptions(neighbors: 4, method: method), scheduler: Self.one
      ).graph
      #expect(Array(graph.indices[0..<4]) == [1, 2, 3, 4])
      #expect(Array(graph.indices[20..<24]) == [0, 1, 2, 3])
      #expect(graph.cosines[20] > graph.cosines[21])
    }
  }

  @Test func copiesOfARowAreNotItsNeighbours() {
    // Far more copies than candidates: they must not take the places of others.
    let different = randomRows(20, columns: 12, entries: 2...6, seed: 8)
    let copies = Array(repeating: 4, count: 30) + Array(0..<20)
    let tfidf = different.selectingRows(copies)
    for method in [NeighborGraphOptions.Method.exact, .pruned(weights: 12, candidates: 5)] {
      let graph = NeighborGraph.build(
        tfidf, options: NeighborGraphOptions(neighbors: 5, method: method), scheduler: Self.one
      ).graph
      let copy = graph.entries(ofRow: 3)
      #expect(copy.count == 5)
      #expect(graph.indices[copy].allSatisfy { $0 >= 30 && $0 != 34 })
      #expect(graph.indices[copy] == graph.indices[graph.entries(ofRow: 34)])
      // To other rows each copy is a paper of its own.
      let near = (30..<50).filter { row in
        graph.indices[graph.entries(ofRow: row)].contains { $0 < 30 }
      }
      #expect(!near.isEmpty)
    }
  }

  @Test func rowsWithoutTermsHaveNoNeighbours() {
    let tfidf = CSRMatrix(
      DenseMatrix(rows: [[0, 0, 0], [1, 0, 0], [0, 0, 0], [0.6, 0.8, 0], [0, 0, 1]]))
    let graph = NeighborGraph.build(tfidf, scheduler: Self.one).graph
    #expect(graph.neighborCount == 30)
    #expect((0..<5).map { graph.entries(ofRow: $0).count } == [0, 1, 0, 1, 0])
    #expect(graph.indices[30] == 3 && graph.indices[90] == 1)
    let none = NeighborGraph.build(tfidf.selectingRows([]), scheduler: Self.one).graph
    #expect(none.rowCount == 0 && none.indices.isEmpty)
  }

  @Test func rowsNeedNotBeOfLengthOneToBeSafe() {
    let rows = randomRows(60, columns: 30, entries: 1...9, seed: 5)
    let long = rows.withValues(rows.values.map { $0 * 1_000 })
    let options = NeighborGraphOptions(neighbors: 5, method: .pruned(weights: 20, candidates: 60))
    let graph = NeighborGraph.build(long, options: options, scheduler: Self.one).graph
    #expect(graph.cosines.allSatisfy { (0...1).contains($0) })
  }
}
