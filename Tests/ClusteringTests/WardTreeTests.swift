import Clustering
import LinearAlgebra
import Testing

@Suite struct WardTreeTests {
  /// Points on a line: 0 and 1 merge first (1/2), then 10 and 12 (2), then both pairs.
  @Test func heightsAreWhatMergesAddToTheSumOfSquares() {
    let tree = WardTree(
      centroids: DenseMatrix(rows: [[0], [10], [1], [12]]), weights: [1, 1, 1, 1])
    #expect(tree.merges.map(\.left) == [0, 1, 4])
    #expect(tree.merges.map(\.right) == [2, 3, 5])
    #expect(abs(tree.merges[0].height - 0.5) < 1e-12)
    #expect(abs(tree.merges[1].height - 2) < 1e-12)
    #expect(abs(tree.merges[2].height - 10.5 * 10.5) < 1e-9)
    #expect(tree.groups(count: 2) == [0, 1, 0, 1])
    #expect(tree.groups(count: 4) == [0, 1, 2, 3])
    #expect(tree.groups(count: 1) == [0, 0, 0, 0])
  }

  @Test(arguments: 1...8) func theNextMergeIsAlwaysTheCheapestOfAllPairs(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let points = (0..<30).map { _ in [Float(generator.nextUnit()), Float(generator.nextUnit())] }
    let weights = (0..<30).map { _ in 1 + Double(generator.nextIndex(below: 9)) }
    let tree = WardTree(centroids: DenseMatrix(rows: points), weights: weights)
    var groups = points.indices.map { [$0] }
    for merge in tree.merges {
      var cheapest = Double.infinity
      for left in groups.indices {
        for right in groups.indices where right > left {
          cheapest = min(
            cheapest,
            scatter(groups[left] + groups[right], points, weights)
              - scatter(groups[left], points, weights) - scatter(groups[right], points, weights))
        }
      }
      #expect(abs(merge.height - cheapest) < 1e-6 * max(1, cheapest))
      let cut = tree.groups(count: groups.count - 1)
      groups = (0..<groups.count - 1).map { group in
        cut.indices.filter { cut[$0] == Int32(group) }
      }
    }
    #expect(groups.count == 1)
  }

  @Test func leavesThatStayApartShareNoGroup() {
    let tree = WardTree(
      centroids: DenseMatrix(rows: [[0], [0.1], [5], [5.1]]), weights: [1, 1, 1, 1], apart: 2)
    let groups = tree.groups(count: 2)
    #expect(groups[0] != groups[1])
    #expect(tree.merges.count == 2)
  }

  @Test func equalAndEmptyCentroidsMergeInOrder() {
    let tree = WardTree(
      centroids: DenseMatrix(rows: [[1], [1], [1], [2]]), weights: [3, 0, 3, 0])
    #expect(tree.merges.count == 3)
    #expect(tree.merges.allSatisfy { $0.height == 0 })
    let single = WardTree(centroids: DenseMatrix(rows: [[1]]), weights: [1])
    #expect(single.merges.isEmpty)
    #expect(single.groups(count: 1) == [0])
  }

  private func scatter(_ group: [Int], _ points: [[Float]], _ weights: [Double]) -> Double {
    let total = group.reduce(0.0) { $0 + weights[$1] }
    var sum = 0.0
    for column in 0..<2 {
      var mean = 0.0
      for point in group { mean += weights[point] * Double(points[point][column]) / total }
      for point in group {
        let difference = Double(points[point][column]) - mean
        sum += weights[point] * difference * difference
      }
    }
    return sum
  }
}
