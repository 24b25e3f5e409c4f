internal import BlockScheduling
internal import LinearAlgebra

/// Greedy k-means++: each next centroid is the best of a few points drawn by squared distance.
///
/// Arthur and Vassilvitskii (2007), "k-means++: the advantages of careful seeding", SODA, with the
/// greedy choice of their section 7: of 2 + floor(ln k) points drawn with a probability
/// proportional to the squared distance to the nearest centroid so far, the one that leaves the
/// smallest sum of those distances is taken, ties to the first drawn.
///
/// - Complexity: O(n k d log k).
struct KMeansSeeding {
  private static let blockSize = 2_048

  private let points: DenseMatrix
  private let scheduler: BlockScheduler
  private let trialCount: Int
  private var generator: SplitMix64
  /// The squared distance of each point to its nearest centroid so far.
  private var closest: [Float]
  /// The sums of `closest` over the blocks.
  private var potentials: [Double] = []
  private var centroids: [Float] = []

  private init(
    _ points: DenseMatrix, clusterCount: Int, generator: SplitMix64, scheduler: BlockScheduler
  ) {
    self.points = points
    self.scheduler = scheduler
    self.generator = generator
    trialCount = Self.trialCount(clusterCount: clusterCount)
    closest = [Float](repeating: .infinity, count: points.rowCount)
    centroids.reserveCapacity(clusterCount * points.columnCount)
  }

  /// 2 + floor(ln k), computed by comparing k with powers of e.
  static func trialCount(clusterCount: Int) -> Int {
    var trials = 2
    var power = 2.718281828459045
    while power <= Double(clusterCount) {
      trials += 1
      power *= 2.718281828459045
    }
    return trials
  }

  /// k centroids: those given, then points drawn given them.
  static func centroids(
    _ points: DenseMatrix, clusterCount: Int, startingWith given: DenseMatrix?,
    generator: SplitMix64, scheduler: BlockScheduler
  ) -> DenseMatrix {
    var seeding = KMeansSeeding(
      points, clusterCount: clusterCount, generator: generator, scheduler: scheduler)
    if let given, given.rowCount > 0 {
      for row in 0..<given.rowCount { seeding.accept(given.row(row)) }
    } else {
      let first = seeding.generator.nextIndex(below: points.rowCount)
      seeding.accept(points.row(first))
    }
    while seeding.centroids.count < clusterCount * points.columnCount { seeding.drawNext() }
    return DenseMatrix(
      rowCount: clusterCount, columnCount: points.columnCount, elements: seeding.centroids)
  }

  /// Draws the trials and takes the best of them.
  private mutating func drawNext() {
    let total = potentials.reduce(0, +)
    guard total > 0 else {
      // Every point has a copy among the centroids: any other choice is another copy.
      accept(points.row(generator.nextIndex(below: points.rowCount)))
      return
    }
    let trials = (0..<trialCount).map { _ in point(at: generator.nextUnit() * total) }
    let candidates = points.selectingRows(trials)
    let distances = self.distances(to: candidates)
    var best = 0
    for trial in 1..<trialCount where distances.potentials[trial] < distances.potentials[best] {
      best = trial
    }
    take(distances.squared, column: best, of: trialCount)
    centroids += candidates.row(best)
  }

  /// Makes a row the next centroid.
  private mutating func accept(_ row: [Float]) {
    let candidate = DenseMatrix(rowCount: 1, columnCount: points.columnCount, elements: row)
    take(distances(to: candidate).squared, column: 0, of: 1)
    centroids += row
  }

  /// The squared distances of all points to the candidates, and what each would leave in all.
  private func distances(
    to candidates: DenseMatrix
  ) -> (squared: [Float], potentials: [Double]) {
    let count = candidates.rowCount
    let width = points.columnCount
    var squared = [Float](repeating: 0, count: points.rowCount * count)
    let blocks = scheduler.updateRows(&squared, width: count, blockSize: Self.blockSize) {
      range, rows in
      SeedingKernels.squaredDistances(
        points.elements.span.extracting(range.lowerBound * width..<range.upperBound * width),
        width: width, to: candidates.elements.span, into: &rows)
      return SeedingKernels.potentials(
        rows.span, closest: closest.span.extracting(range), candidateCount: count)
    }
    var potentials = [Double](repeating: 0, count: count)
    for block in blocks {
      for candidate in 0..<count { potentials[candidate] += block[candidate] }
    }
    return (squared, potentials)
  }

  /// Lowers `closest` to the distances in one column of `squared`.
  private mutating func take(_ squared: [Float], column: Int, of columnCount: Int) {
    potentials = scheduler.updateRows(&closest, width: 1, blockSize: Self.blockSize) {
      range, closest in
      SeedingKernels.lower(
        &closest,
        to: squared.span.extracting(
          range.lowerBound * columnCount..<range.upperBound * columnCount),
        column: column, of: columnCount)
    }
  }

  /// The point at which the running sum of squared distances passes `target`.
  private func point(at target: Double) -> Int {
    var remaining = target
    var lastWithWeight = 0
    for block in potentials.indices where potentials[block] > 0 {
      let rows = block * Self.blockSize..<min((block + 1) * Self.blockSize, points.rowCount)
      let isLast = potentials[(block + 1)...].allSatisfy { $0 == 0 }
      if remaining >= potentials[block] && !isLast {
        remaining -= potentials[block]
        continue
      }
      for row in rows where closest[row] > 0 {
        lastWithWeight = row
        remaining -= Double(closest[row])
        if remaining < 0 { return row }
      }
      return lastWithWeight
    }
    return lastWithWeight
  }
}
