import BlockScheduling
import Clustering
import LinearAlgebra
import Testing

@Suite struct ClusterCountChoiceTests {
  private let scheduler = BlockScheduler(threads: 1)

  /// Clusters about the axes: equally far from each other, narrower than that.
  @Test(arguments: [(150, 5), (260, 8)], [1, 2] as [UInt64])
  func plantedClustersAreCounted(planted: (points: Int, clusters: Int), seed: UInt64) throws {
    var generator = SplitMix64(seed: seed, purpose: "planted clusters")
    let rows = (0..<planted.points).map { point in
      (0..<planted.clusters + 2).map { column in
        let mean: Float = column == point % planted.clusters ? 1 : 0
        return mean + Float(generator.nextUnit() - 0.5) / 2
      }
    }
    let points = DenseMatrix(rows: rows)
    let choice = try ClusterCountChoice(points, seed: seed, scheduler: scheduler)
    #expect(choice.clusterCount == planted.clusters)
    #expect(choice.gainBeyond < choice.averageGain)
  }

  @Test func gridsEndWhereTheyShould() {
    #expect(ClusterCountChoice.largestCount(pointCount: 0) == 1)
    #expect(ClusterCountChoice.largestCount(pointCount: 38) == 12)
    #expect(ClusterCountChoice.largestCount(pointCount: 260) == 24)
    #expect(ClusterCountChoice.largestCount(pointCount: 61_243) == 175)
    #expect(ClusterCountChoice.grid(pointCount: 5) == [])
    #expect(ClusterCountChoice.grid(pointCount: 6) == [2])
    for count in [9, 38, 260, 2_963, 61_243] {
      let grid = ClusterCountChoice.grid(pointCount: count)
      #expect(grid.first == 2)
      #expect(grid.last == ClusterCountChoice.largestCount(pointCount: count))
      #expect(zip(grid, grid.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func sameChoiceForAnyThreads() throws {
    let points = overlappingPoints(count: 400, columns: 6, centers: 9, spread: 0.6, seed: 3)
    let one = try ClusterCountChoice(points, seed: 5, scheduler: scheduler)
    let two = try ClusterCountChoice(
      points, seed: 5, scheduler: BlockScheduler(threads: 3, blockOrderSeed: 2))
    #expect(one == two)
    #expect(one.pointCount == 400 && one.sampleSize == 400)
  }

  @Test func heightsAreMeasuredFromTheLineToTheEnd() throws {
    let points = overlappingPoints(count: 200, columns: 5, centers: 4, spread: 0.6, seed: 3)
    let choice = try ClusterCountChoice(points, seed: 1, scheduler: scheduler)
    let last = try #require(choice.candidates.last)
    #expect(last.height == 0)
    for candidate in choice.candidates {
      let line =
        last.explainedShare * Double(candidate.clusterCount - 1) / Double(last.clusterCount - 1)
      let height = (candidate.explainedShare - line) / last.explainedShare
      #expect(abs(candidate.height - height) < 1e-12)
      #expect(candidate.height <= choice.candidates.map(\.height).max() ?? 0)
    }
  }

  @Test func tooFewOrEqualPointsAreOneCluster() throws {
    let few = DenseMatrix(rows: [[1, 0], [0, 1], [1, 1]])
    #expect(try ClusterCountChoice(few, seed: 0, scheduler: scheduler).clusterCount == 1)
    let equal = DenseMatrix(rows: [[Float]](repeating: [0.6, 0.8], count: 30))
    #expect(try ClusterCountChoice(equal, seed: 0, scheduler: scheduler).clusterCount == 1)
    #expect(throws: KMeansOptions.Invalid.clusterCount(1, points: 0)) {
      try ClusterCountChoice(
        DenseMatrix(rowCount: 0, columnCount: 2), seed: 0, scheduler: scheduler)
    }
  }
}
