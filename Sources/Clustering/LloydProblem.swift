internal import BlockScheduling
internal import LinearAlgebra

/// Points and options of a fit, and what all its restarts share.
struct LloydProblem {
  let points: DenseMatrix
  let options: KMeansOptions
  let scheduler: BlockScheduler
  /// The squared norm of each point.
  let squaredNorms: [Double]
  /// The squared movement of all centroids at which a run stops.
  let tolerance: Double
  /// Sums of no points yet.
  private let emptySums: CentroidSums

  private static let blockSize = 2_048

  /// - Throws: `notFinite` when a point holds an infinite value or no number.
  init(
    _ points: DenseMatrix, options: KMeansOptions, scheduler: BlockScheduler
  ) throws(KMeansOptions.Invalid) {
    self.points = points
    self.options = options
    self.scheduler = scheduler
    var norms: [Double] = []
    norms.reserveCapacity(points.rowCount)
    for block in scheduler.map(
      points.rowCount, blockSize: Self.blockSize, { DistanceKernels.squaredNorms(points, $0) })
    {
      guard let block else { throw .notFinite }
      norms += block
    }
    squaredNorms = norms
    emptySums = CentroidSums(
      clusterCount: options.clusterCount, points: points, scheduler: scheduler)
    tolerance =
      options.relativeTolerance > 0
      ? options.relativeTolerance * Self.meanColumnVariance(points, scheduler: scheduler) : 0
  }

  /// Lloyd's algorithm from one seeding.
  func run(restart: Int, seed: UInt64, observe: (KMeansEvent) -> Void) -> KMeansResult {
    let start = KMeansSeeding.centroids(
      points, clusterCount: options.clusterCount, startingWith: options.startingCentroids,
      generator: SplitMix64(seed: seed, purpose: "k-means++", index: restart),
      scheduler: scheduler)
    var centroids = start
    var assignment = BoundedAssignment(
      squaredNorms: squaredNorms, clusterCount: options.clusterCount)
    var sums = emptySums
    let squaredNormSum = squaredNorms.reduce(0, +)
    var history: [Double] = []
    var work = KMeansWork()
    var converged = false

    func assign() -> Int {
      let pass = assignment.assign(points, to: centroids, scheduler: scheduler)
      sums.apply(pass.changes, points: points, scheduler: scheduler)
      work += pass.work
      return pass.changes.count
    }

    for iteration in 1...options.maximumIterations {
      let changes = assign()
      history.append(sums.inertia(about: centroids, squaredNormSum: squaredNormSum))
      observe(
        .iteration(
          restart: restart, iteration: iteration, inertia: history[iteration - 1],
          changes: changes))
      let relocations = relocations(of: sums, labels: assignment.labels, centroids: centroids)
      guard changes > 0 || !relocations.isEmpty else {
        converged = true
        break
      }
      for change in relocations {
        assignment.relocate(Int(change.point), to: Int(change.to))
        observe(
          .emptyClusterRelocated(
            restart: restart, cluster: Int(change.to), point: Int(change.point)))
      }
      sums.apply(relocations, points: points, scheduler: scheduler)
      let means = sums.means(previous: centroids)
      let moves = Self.distances(centroids, means)
      centroids = means
      assignment.centroidsMoved(by: moves)
      let movement = moves.reduce(0) { $0 + $1 * $1 }
      if iteration == options.maximumIterations || (tolerance > 0 && movement <= tolerance) {
        // The centroids are newer than the labels: assign again, so that both are of one state.
        converged = assign() == 0
        history[iteration - 1] = sums.inertia(
          about: centroids, squaredNormSum: squaredNormSum)
        break
      }
    }
    let inertia = self.inertia(labels: assignment.labels, centroids: centroids)
    history[history.count - 1] = inertia
    observe(.restartFinished(restart: restart, inertia: inertia, converged: converged))
    return KMeansResult(
      labels: assignment.labels, centroids: centroids, inertia: inertia,
      iterationCount: history.count, converged: converged, inertiaHistory: history,
      startingCentroids: start, work: work)
  }

  /// The sum of squared distances to the labels' centroids, in Double, blocks in order.
  private func inertia(labels: [Int32], centroids: DenseMatrix) -> Double {
    scheduler.map(points.rowCount, blockSize: Self.blockSize) {
      DistanceKernels.inertia(points, labels: labels, centroids: centroids, $0)
    }.reduce(0, +)
  }

  /// How far each centroid has moved.
  private static func distances(_ before: DenseMatrix, _ after: DenseMatrix) -> [Double] {
    (0..<before.rowCount).map { cluster in
      before.withRow(cluster) { old in
        after.withRow(cluster) { DistanceKernels.squaredDistance(old, $0).squareRoot() }
      }
    }
  }

  private static func meanColumnVariance(
    _ points: DenseMatrix, scheduler: BlockScheduler
  ) -> Double {
    let width = points.columnCount
    guard points.rowCount > 0, width > 0 else { return 0 }
    let count = Double(points.rowCount)
    let sums = scheduler.map(points.rowCount, blockSize: blockSize) {
      DistanceKernels.columnSums(points, $0)
    }
    var means = [Double](repeating: 0, count: width)
    for sum in sums { for column in 0..<width { means[column] += sum[column] / count } }
    let squares = scheduler.map(points.rowCount, blockSize: blockSize) { [means] in
      DistanceKernels.squaredDeviations(points, from: means, $0)
    }
    return squares.reduce(0, +) / count / Double(width)
  }
}
