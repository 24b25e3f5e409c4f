import BlockScheduling
import Clustering
import LinearAlgebra
import Testing

/// More rows than four blocks of 2,048, on several threads and in random orders of blocks.
@Suite struct KMeansDeterminismTests {
  @Test func sameBitsForAnyThreadsAndBlockOrder() throws {
    let points = overlappingPoints(count: 9_000, columns: 5, centers: 12, spread: 0.8, seed: 1)
    var options = KMeansOptions(clusterCount: 10)
    options.maximumIterations = 12
    options.relativeTolerance = 1e-7
    let reference = try KMeans.fit(
      points, options: options, seed: 4, scheduler: BlockScheduler(threads: 1))
    for threads in [1, 2, 3] {
      for order in [nil, 7, 8] as [UInt64?] {
        let scheduler = BlockScheduler(threads: threads, blockOrderSeed: order)
        let result = try KMeans.fit(points, options: options, seed: 4, scheduler: scheduler)
        #expect(result == reference, "\(threads) threads, block order \(String(describing: order))")
      }
    }
  }

  @Test func anotherSeedIsAnotherSeeding() throws {
    let points = overlappingPoints(count: 500, columns: 5, centers: 12, spread: 0.8, seed: 1)
    let options = KMeansOptions(clusterCount: 10)
    let scheduler = BlockScheduler(threads: 1)
    let one = try KMeans.fit(points, options: options, seed: 4, scheduler: scheduler)
    let other = try KMeans.fit(points, options: options, seed: 5, scheduler: scheduler)
    #expect(one.labels != other.labels)
  }
}
