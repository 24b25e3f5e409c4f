internal import BlockScheduling
internal import LinearAlgebra

/// Greedy k-means++: each next centroid is the best of a few points drawn by squared distance.
///
/// Arthur and Vassilvitskii (2007), "k-means++: the advantages of careful seeding", SODA, with the
/// greedy choice of their section 7: of 2 + floor(ln k) points drawn with a probability
/// proportional to the squared distance to the nearest centroid so far, the one that leaves the
/// smallest sum of those distances is taken, ties to the first drawn. Many points are represented by
/// a sample, one of each stretch of equally many rows: a sum over ``sampleSize`` points tells
/// candidates apart as well as one over all.
///
/// - Complexity: O(n k d log k).
struct KMeansSeeding {
  /// Panels per block: 2,048 points.
  private static let blockSize = 128

  /// The most points that seeds are drawn from, and how many a cluster has there at least.
  private static let sampleSize = 1 << 16
  private static let sampledPointsPerCluster = 64

  private let points: DenseMatrix
  private let panels: RowPanels
  private let scheduler: BlockScheduler
  private let trialCount: Int
  /// How many numbers of `squared` belong to a panel.
  private let width: Int
  private var generator: SplitMix64
  /// For each block of points their squared distances to the candidates, one candidate after the
  /// other, and then those to their nearest centroid; 0 beyond the last point.
  private var squared: [Float]
  /// The candidate that became a centroid but does not count yet in the last of these.
  private var pending: Int?
  /// The sums of `closest` over the blocks.
  private var potentials: [Double] = []
  private var centroids: [Float] = []

  private init(
    _ points: DenseMatrix, clusterCount: Int, generator: SplitMix64, scheduler: BlockScheduler
  ) {
    self.points = points
    self.scheduler = scheduler
    self.generator = generator
    panels = RowPanels(points, scheduler: scheduler)
    let trialCount = Self.trialCount(clusterCount: clusterCount)
    self.trialCount = trialCount
    width = RowPanels.lanes * (trialCount + 1)
    squared = [Float](zeros: panels.panelCount * width)
    let rowCount = points.rowCount
    _ = scheduler.updateRows(&squared, width: width, blockSize: Self.blockSize) { range, squared in
      let count = range.count * RowPanels.lanes
      let points = min(count, rowCount - range.lowerBound * RowPanels.lanes)
      for point in 0..<points { squared[trialCount * count + point] = .infinity }
    }
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
    var generator = generator
    let points = sample(points, clusterCount: clusterCount, &generator)
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

  /// The points that seeds are drawn from, in their order: all, or one of each stretch of rows.
  private static func sample(
    _ points: DenseMatrix, clusterCount: Int, _ generator: inout SplitMix64
  ) -> DenseMatrix {
    let size = max(sampleSize, sampledPointsPerCluster * clusterCount)
    guard points.rowCount > size else { return points }
    return points.selectingRows(
      (0..<size).map { index in
        let first = index * points.rowCount / size
        let end = (index + 1) * points.rowCount / size
        return first + generator.nextIndex(below: end - first)
      })
  }

  /// Draws the trials and takes the best of them.
  private mutating func drawNext() {
    let total = potentials.reduce(0, +)
    guard total > 0 else {
      // Every point has a copy among the centroids: any other choice is another copy.
      centroids += points.row(generator.nextIndex(below: points.rowCount))
      return
    }
    let trials = (0..<trialCount).map { _ in point(at: generator.nextUnit() * total) }
    takeBest(of: points.selectingRows(trials))
  }

  /// Makes a row the next centroid.
  private mutating func accept(_ row: [Float]) {
    takeBest(of: DenseMatrix(rowCount: 1, columnCount: points.columnCount, elements: row))
  }

  /// Makes that candidate the next centroid which leaves the smallest sum of squared distances.
  private mutating func takeBest(of candidates: DenseMatrix) {
    let blocks = measure(candidates)
    var best = 0
    var smallest = Double.infinity
    for candidate in 0..<candidates.rowCount {
      let potential = blocks.reduce(0) { $0 + $1[candidate] }
      if potential < smallest { (best, smallest) = (candidate, potential) }
    }
    pending = best
    potentials = blocks.map { $0[best] }
    centroids += candidates.row(best)
  }

  /// Counts the pending centroid and measures the candidates; returns for each block what each
  /// candidate would leave of the distances to the nearest centroids.
  private mutating func measure(_ candidates: DenseMatrix) -> [[Double]] {
    let (panels, trialCount, pending) = (panels, trialCount, pending)
    let candidates = RowPanels(candidates, scheduler: scheduler)
    return scheduler.updateRows(&squared, width: width, blockSize: Self.blockSize) {
      range, squared in
      let count = range.count * RowPanels.lanes
      if let pending {
        SeedingKernels.lower(&squared, row: trialCount, to: pending, width: count)
      }
      panels.squaredDistances(range, to: candidates, into: &squared)
      let rows = squared.span
      let closest = rows.extracting(trialCount * count..<(trialCount + 1) * count)
      return (0..<candidates.rowCount).map { candidate in
        RowPanels.sumOfMinima(
          closest, rows.extracting(candidate * count..<(candidate + 1) * count))
      }
    }
  }

  /// The squared distances of the points of a block to their nearest centroids.
  private func closest(inBlock block: Int) -> [Float] {
    let first = block * Self.blockSize
    let panels = min(Self.blockSize, panels.panelCount - first)
    let count = panels * RowPanels.lanes
    let rows = squared.span.extracting(first * width..<(first + panels) * width)
    let nearest = pending ?? trialCount
    return SeedingKernels.minima(
      rows.extracting(trialCount * count..<(trialCount + 1) * count),
      rows.extracting(nearest * count..<(nearest + 1) * count))
  }

  /// The point at which the running sum of squared distances passes `target`.
  private func point(at target: Double) -> Int {
    var remaining = target
    var lastWithWeight = 0
    for block in potentials.indices where potentials[block] > 0 {
      let isLast = potentials[(block + 1)...].allSatisfy { $0 == 0 }
      if remaining >= potentials[block] && !isLast {
        remaining -= potentials[block]
        continue
      }
      let closest = closest(inBlock: block)
      for row in closest.indices where closest[row] > 0 {
        lastWithWeight = block * Self.blockSize * RowPanels.lanes + row
        remaining -= Double(closest[row])
        if remaining < 0 { return lastWithWeight }
      }
      return lastWithWeight
    }
    return lastWithWeight
  }
}
