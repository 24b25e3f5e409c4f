import BlockScheduling
import Clustering
import LinearAlgebra
import Testing

@Suite struct GraphSmoothingTests {
  private let scheduler = BlockScheduler(threads: 2)

  @Test func edgesCountForBothEndsAndMutualOnesTwice() {
    // 0 names 1 and 2, 1 names 0, 2 names nobody, 3 is alone.
    let graph = MutualGraph.rowStochastic(
      indices: [1, 2, 0, -1, -1, -1, -1, -1], weights: [0.5, 0.25, 0.5, 0, 0, 0, 0, 0],
      listLength: 2, scheduler: scheduler)
    #expect(
      graph.dense()
        == DenseMatrix(
          rows: [[0, 0.8, 0.2, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]))
  }

  @Test func smoothingIsTheStatedRecurrence() {
    let vectors = DenseMatrix(rows: [[1, 0], [0, 1], [0.6, 0.8]])
    let graph = MutualGraph.rowStochastic(
      indices: [1, 2, 0], weights: [1, 1, 1], listLength: 1, scheduler: scheduler)
    let weights = graph.dense()
    var expected: [[Double]] = (0..<3).map { row in vectors.row(row).map(Double.init) }
    let start = expected
    for _ in 0..<6 {
      var next = start
      for row in 0..<3 {
        for column in 0..<2 {
          var mean = 0.0
          for other in 0..<3 { mean += Double(weights[row, other]) * expected[other][column] }
          next[row][column] = 0.1 * start[row][column] + 0.9 * mean
        }
      }
      expected = next
    }
    let smoothed = GraphSmoothing.smooth(vectors, over: graph, scheduler: scheduler)
    for row in 0..<3 {
      let length = (expected[row][0] * expected[row][0] + expected[row][1] * expected[row][1])
        .squareRoot()
      for column in 0..<2 {
        #expect(abs(Double(smoothed[row, column]) - expected[row][column] / length) < 1e-5)
      }
    }
  }

  @Test func aRowWithoutNeighboursKeepsItsDirection() {
    let graph = MutualGraph.rowStochastic(
      indices: [-1, -1], weights: [0, 0], listLength: 1, scheduler: scheduler)
    let smoothed = GraphSmoothing.smooth(
      DenseMatrix(rows: [[3, 4], [0, 0]]), over: graph, scheduler: scheduler)
    #expect(abs(smoothed[0, 0] - 0.6) < 1e-6)
    #expect(smoothed.row(1) == [0, 0])
  }

  /// More rows than several blocks of every step.
  @Test(arguments: [1, 2, 3], [nil, 7] as [UInt64?])
  func threadsAndBlockOrderChangeNothing(threads: Int, order: UInt64?) {
    let count = 9_000
    var generator = SplitMix64(seed: 5)
    let indices = (0..<count * 3).map { entry in
      Int32((entry / 3 + 1 + entry % 3 * 1_000 + generator.nextIndex(below: 1_000)) % count)
    }
    let weights = (0..<count * 3).map { _ in Float(generator.nextUnit()) }
    let vectors = DenseMatrix(
      rowCount: count, columnCount: 2,
      elements: (0..<count * 2).map { _ in Float(generator.nextUnit()) })
    func smoothed(_ scheduler: BlockScheduler) -> DenseMatrix {
      GraphSmoothing.smooth(
        vectors,
        over: MutualGraph.rowStochastic(
          indices: indices, weights: weights, listLength: 3, scheduler: scheduler),
        scheduler: scheduler)
    }
    #expect(
      smoothed(BlockScheduler(threads: threads, blockOrderSeed: order))
        == smoothed(BlockScheduler(threads: 1)))
  }
}
