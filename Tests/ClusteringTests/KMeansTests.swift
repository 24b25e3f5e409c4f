import BlockScheduling
import Clustering
import LinearAlgebra
import TestSupport
import Testing

@Suite struct KMeansTests {
  private let single = BlockScheduler(threads: 1)

  @Test(arguments: 0..<12 as Range<UInt64>)
  func labelsAreThoseOfPlainLloyd(seed: UInt64) throws {
    let points = overlappingPoints(count: 600, columns: 7, centers: 9, spread: 0.7, seed: seed)
    var options = KMeansOptions(clusterCount: 11)
    options.startingCentroids = points.selectingRows((0..<11).map { $0 * 50 + Int(seed) })
    let result = try KMeans.fit(points, options: options, seed: seed, scheduler: single)
    let plain = PlainLloyd(points, startingWith: try #require(options.startingCentroids))
    #expect(result.converged)
    #expect(result.labels == plain.labels)
    #expect(result.iterationCount == plain.iterationCount)
    for (mine, theirs) in zip(result.centroids.elements, plain.centroids.elements) {
      #expect(abs(mine - theirs) <= 1e-6)
    }
    #expect(PlainLloyd.labels(of: points, centroids: result.centroids) == result.labels)
  }

  /// Passes without bounds, over several blocks: every label and every bit of the centroids.
  @Test(arguments: 0..<3 as Range<UInt64>)
  func boundsChangeNoBit(seed: UInt64) throws {
    let points = overlappingPoints(count: 4_300, columns: 5, centers: 15, spread: 0.8, seed: seed)
    var options = KMeansOptions(clusterCount: 18)
    options.startingCentroids = points.selectingRows((0..<18).map { $0 * 200 + Int(seed) })
    let result = try KMeans.fit(points, options: options, seed: seed, scheduler: single)
    var centroids = try #require(options.startingCentroids)
    var labels: [Int32] = []
    var passes = 0
    while passes < options.maximumIterations {
      let next = CentroidAssignment(points, to: centroids, scheduler: single).labels
      passes += 1
      if next == labels { break }
      labels = next
      centroids =
        ClusterGeometry(points, labels: labels, clusterCount: 18, scheduler: single).means
    }
    #expect(result.labels == labels)
    #expect(result.centroids == centroids)
    #expect(result.iterationCount == passes)
    #expect(result.work.products < passes * points.rowCount * 18)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func everyResultIsAFixedPointAndInertiaNeverRises(seed: UInt64) throws {
    let points = overlappingPoints(count: 500, columns: 5, centers: 6, spread: 0.8, seed: seed)
    var options = KMeansOptions(clusterCount: 8)
    options.restarts = 2
    let result = try KMeans.fit(points, options: options, seed: seed, scheduler: single)
    #expect(result.converged)
    #expect(PlainLloyd.labels(of: points, centroids: result.centroids) == result.labels)
    let means = PlainLloyd.means(
      points, labels: result.labels, previous: result.centroids)
    for (mine, theirs) in zip(result.centroids.elements, means.elements) {
      #expect(abs(mine - theirs) <= 1e-6)
    }
    for (before, after) in zip(result.inertiaHistory, result.inertiaHistory.dropFirst()) {
      #expect(after <= before * (1 + 1e-12))
    }
    let inertia = (0..<points.rowCount).reduce(0.0) {
      $0 + plainSquaredDistance(points.row($1), result.centroids.row(Int(result.labels[$1])))
    }
    #expect(relativeError(result.inertia, inertia) < 1e-12)
    #expect(result.inertiaHistory.last == result.inertia)
    #expect(result.inertiaHistory.count == result.iterationCount)
  }

  /// Points 0, 1, 2, 9, 10 on a line, centroids at 0 and 1.
  ///
  /// Passes: {0} {1, 2, 9, 10} with means 0 and 5.5; {0, 1, 2} {9, 10} with means 1 and 9.5; the
  /// same again. Inertia 1 + 64 + 81, then 5 + 12.25 + 20.25, then 2 + 0.5.
  @Test func handComputedResult() throws {
    let points = DenseMatrix(rows: [[0], [1], [2], [9], [10]])
    var options = KMeansOptions(clusterCount: 2)
    options.startingCentroids = DenseMatrix(rows: [[0], [1]])
    let result = try KMeans.fit(points, options: options, seed: 1, scheduler: single)
    #expect(result.labels == [0, 0, 0, 1, 1])
    #expect(result.centroids.elements == [1, 9.5])
    #expect(result.inertia == 2.5)
    #expect(result.iterationCount == 3)
    #expect(result.inertiaHistory == [146, 37.5, 2.5])
    #expect(result.converged)
  }

  /// All four points are nearer to 0.5 than to 3.
  ///
  /// The farthest, 0 before 1 by its id, moves to
  /// the empty cluster; means are then 2/3 and 0, and 0.5 stays with 2/3. Inertia 1/9 + 2/36.
  @Test func emptyClusterMovesToTheFarthestPoint() throws {
    let points = DenseMatrix(rows: [[0], [0.5], [0.5], [1]])
    var options = KMeansOptions(clusterCount: 2)
    options.startingCentroids = DenseMatrix(rows: [[0.5], [3]])
    var relocated: [KMeansEvent] = []
    let result = try KMeans.fit(points, options: options, seed: 1, scheduler: single) { event in
      if case .emptyClusterRelocated = event { relocated.append(event) }
    }
    #expect(relocated == [.emptyClusterRelocated(restart: 0, cluster: 1, point: 0)])
    #expect(result.labels == [1, 0, 0, 0])
    #expect(result.centroids.elements == [Float(2.0 / 3), 0])
    #expect(abs(result.inertia - 1.0 / 6) < 1e-7)
    #expect(result.iterationCount == 2)
  }

  @Test func severalEmptyClustersTakeDistinctPoints() throws {
    let points = DenseMatrix(rows: [[0], [0], [10], [10], [10], [7], [1], [0.5]])
    var options = KMeansOptions(clusterCount: 4)
    options.startingCentroids = DenseMatrix(rows: [[1], [100], [100], [100]])
    let result = try KMeans.fit(points, options: options, seed: 1, scheduler: single)
    #expect(Set(result.labels).count == 4)
    #expect(PlainLloyd.labels(of: points, centroids: result.centroids) == result.labels)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func duplicatesWithMoreClustersThanDistinctPointsEnd(seed: UInt64) throws {
    let distinct: [[Float]] = [[1, 0], [0, 1], [0.6, 0.8], [0.123, -0.7], [-0.3, 1e-9]]
    let points = DenseMatrix(rows: (0..<60).map { distinct[$0 % 5] })
    let options = KMeansOptions(clusterCount: 9)
    let result = try KMeans.fit(points, options: options, seed: seed, scheduler: single)
    #expect(result.converged)
    #expect(result.iterationCount < 10)
    #expect(result.inertia < 1e-12)
    #expect((0..<60).allSatisfy { result.labels[$0] == result.labels[$0 % 5] })
    #expect(Set(result.labels).count == 5)
  }

  @Test func identicalPointsEnd() throws {
    let points = DenseMatrix(rows: [[Float]](repeating: [0.3, 0.7, -0.1], count: 20))
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 4), seed: 3, scheduler: single)
    #expect(result.converged && result.labels.allSatisfy { $0 == 0 })
  }

  @Test func oneClusterIsTheMean() throws {
    let points = overlappingPoints(count: 100, columns: 3, centers: 2, spread: 1, seed: 5)
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 1), seed: 0, scheduler: single)
    #expect(result.labels.allSatisfy { $0 == 0 })
    #expect(result.iterationCount == 2)
    for column in 0..<3 {
      let mean = (0..<100).reduce(0.0) { $0 + Double(points[$1, column]) } / 100
      #expect(abs(Double(result.centroids[0, column]) - mean) < 1e-7)
    }
  }

  @Test func asManyClustersAsPointsLeaveNoInertia() throws {
    let points = overlappingPoints(count: 40, columns: 4, centers: 3, spread: 0.5, seed: 8)
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 40), seed: 2, scheduler: single)
    #expect(Set(result.labels).count == 40)
    #expect(result.inertia < 1e-10)
  }

  @Test func moreClustersAreNeverWorse() throws {
    let points = overlappingPoints(count: 400, columns: 6, centers: 7, spread: 0.6, seed: 4)
    var inertia = Double.infinity
    for k in [1, 2, 4, 8, 16, 32] {
      var options = KMeansOptions(clusterCount: k)
      options.restarts = 4
      let result = try KMeans.fit(points, options: options, seed: 9, scheduler: single)
      #expect(result.inertia < inertia)
      inertia = result.inertia
    }
  }

  @Test func theBestRestartIsKept() throws {
    let points = overlappingPoints(count: 400, columns: 6, centers: 12, spread: 0.5, seed: 6)
    var options = KMeansOptions(clusterCount: 12)
    options.restarts = 5
    var finished: [Double] = []
    let result = try KMeans.fit(points, options: options, seed: 1, scheduler: single) { event in
      if case .restartFinished(_, let inertia, _) = event { finished.append(inertia) }
    }
    #expect(finished.count == 5)
    #expect(Set(finished).count > 1, "the seedings are too much alike to test anything")
    #expect(result.inertia == finished.min())
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func permutedPointsGetPermutedLabels(seed: UInt64) throws {
    let points = overlappingPoints(count: 300, columns: 5, centers: 6, spread: 0.7, seed: seed)
    var generator = SplitMix64(seed: seed, purpose: "permutation")
    var order = Array(0..<300)
    for last in stride(from: 299, to: 0, by: -1) {
      order.swapAt(last, generator.nextIndex(below: last + 1))
    }
    var options = KMeansOptions(clusterCount: 6)
    options.startingCentroids = points.selectingRows([0, 50, 100, 150, 200, 250])
    let straight = try KMeans.fit(points, options: options, seed: 0, scheduler: single)
    let permuted = try KMeans.fit(
      points.selectingRows(order), options: options, seed: 0, scheduler: single)
    #expect(permuted.labels == order.map { straight.labels[$0] })
    #expect(permuted.centroids == straight.centroids)
  }

  /// More points than the seeds are drawn from, around the corners of a square.
  @Test func seedsOfManyPointsAreAmongThemInEveryCorner() throws {
    let count = 70_001
    var elements: [Float] = []
    var generator = SplitMix64(seed: 3, purpose: "corners")
    for point in 0..<count {
      elements.append(Float(point % 2 * 10) + Float(generator.nextUnit()))
      elements.append(Float(point / 2 % 2 * 10) + Float(generator.nextUnit()))
    }
    let points = DenseMatrix(rowCount: count, columnCount: 2, elements: elements)
    var options = KMeansOptions(clusterCount: 4)
    options.maximumIterations = 2
    let results = try [1, 2].map {
      try KMeans.fit(
        points, options: options, seed: 5,
        scheduler: BlockScheduler(threads: $0, blockOrderSeed: $0 == 1 ? nil : 7))
    }
    #expect(results[0] == results[1])
    let seeds = results[0].startingCentroids
    #expect(Set((0..<4).map { seeds.row($0).map { $0 < 5 } }).count == 4)
    let rows = Set((0..<count).map { points.row($0) })
    for seed in 0..<4 { #expect(rows.contains(seeds.row(seed))) }
  }

  @Test func startingCentroidsKeepTheirClusters() throws {
    let points = overlappingPoints(count: 500, columns: 8, centers: 5, spread: 0.2, seed: 12)
    let chosen = [17, 230]
    var options = KMeansOptions(clusterCount: 5)
    options.startingCentroids = points.selectingRows(chosen)
    for seed in 0..<5 as Range<UInt64> {
      let result = try KMeans.fit(points, options: options, seed: seed, scheduler: single)
      #expect(result.labels[chosen[0]] == 0)
      #expect(result.labels[chosen[1]] == 1)
    }
  }

  @Test func aToleranceStopsEarlyWithLabelsOfItsCentroids() throws {
    let points = overlappingPoints(count: 800, columns: 6, centers: 10, spread: 0.9, seed: 3)
    var options = KMeansOptions(clusterCount: 10)
    let strict = try KMeans.fit(points, options: options, seed: 5, scheduler: single)
    options.relativeTolerance = 0.02
    let early = try KMeans.fit(points, options: options, seed: 5, scheduler: single)
    #expect(early.iterationCount < strict.iterationCount)
    #expect(PlainLloyd.labels(of: points, centroids: early.centroids) == early.labels)
    options.relativeTolerance = 0
    options.maximumIterations = 2
    let cut = try KMeans.fit(points, options: options, seed: 5, scheduler: single)
    #expect(cut.iterationCount == 2 && !cut.converged)
    #expect(PlainLloyd.labels(of: points, centroids: cut.centroids) == cut.labels)
  }

  @Test func boundsSaveMostProducts() throws {
    let points = overlappingPoints(count: 3_000, columns: 6, centers: 20, spread: 0.4, seed: 3)
    let result = try KMeans.fit(
      points, options: KMeansOptions(clusterCount: 20), seed: 5, scheduler: single)
    let plain = points.rowCount * 20 * result.iterationCount
    #expect(result.work.products < plain / 2)
    #expect(result.work.products >= points.rowCount * 20)
  }

  @Test func optionsOutOfRangeAreNamed() {
    let points = DenseMatrix(rows: [[0], [1], [2]])
    func error(
      _ points: DenseMatrix, _ change: (inout KMeansOptions) -> Void
    ) -> KMeansOptions.Invalid? {
      var options = KMeansOptions(clusterCount: 2)
      change(&options)
      do throws(KMeansOptions.Invalid) {
        _ = try KMeans.fit(points, options: options, seed: 0, scheduler: single)
        return nil
      } catch { return error }
    }
    #expect(error(points) { $0.clusterCount = 0 } == .clusterCount(0, points: 3))
    #expect(error(points) { $0.clusterCount = 4 } == .clusterCount(4, points: 3))
    #expect(error(points) { $0.restarts = 0 } == .restarts(0))
    #expect(error(points) { $0.maximumIterations = 0 } == .maximumIterations(0))
    #expect(error(points) { $0.relativeTolerance = -1 } == .relativeTolerance(-1))
    #expect(
      error(points) { $0.startingCentroids = DenseMatrix(rows: [[1, 2]]) }
        == .startingCentroids(rows: 1, columns: 2))
    for value in [Float.nan, .infinity, 1e30] {
      #expect(error(DenseMatrix(rows: [[0], [value]])) { _ in } == .notFinite)
      #expect(
        error(points) { $0.startingCentroids = DenseMatrix(rows: [[value]]) } == .notFinite)
    }
    #expect(error(points) { _ in } == nil)
  }
}
