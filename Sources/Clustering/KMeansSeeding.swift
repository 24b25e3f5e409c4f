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
  private var generator: SplitMix64
  /// The squared distance of each point to its nearest centroid so far; 0 beyond the last point.
  private var closest: [Float]
  /// For each block of points their squared distances to the candidates, one after the other.
  private var squared: [Float]
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
    trialCount = Self.trialCount(clusterCount: clusterCount)
    let padding = panels.panelCount * RowPanels.lanes - points.rowCount
    closest =
      [Float](repeating: .infinity, count: points.rowCount)
      + [Float](repeating: 0, count: padding)
    squared = [Float](repeating: 0, count: closest.count * trialCount)
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
    lowerClosest(to: best)
    potentials = blocks.map { $0[best] }
    centroids += candidates.row(best)
  }

  /// Fills `squared`; returns for each block what each candidate would leave of `closest`.
  private mutating func measure(_ candidates: DenseMatrix) -> [[Double]] {
    let (panels, closest) = (panels, closest)
    let candidates = RowPanels(candidates, scheduler: scheduler)
    return scheduler.updateRows(
      &squared, width: RowPanels.lanes * trialCount, blockSize: Self.blockSize
    ) { range, distances in
      panels.squaredDistances(range, to: candidates, into: &distances)
      let rows = range.lowerBound * RowPanels.lanes..<range.upperBound * RowPanels.lanes
      return (0..<candidates.rowCount).map { candidate in
        RowPanels.sumOfMinima(
          closest.span.extracting(rows),
          distances.span.extracting(candidate * rows.count..<(candidate + 1) * rows.count))
      }
    }
  }

  /// Lowers `closest` to the distances that were measured to one candidate.
  private mutating func lowerClosest(to candidate: Int) {
    let (squared, trialCount) = (squared, trialCount)
    _ = scheduler.updateRows(&closest, width: RowPanels.lanes, blockSize: Self.blockSize) {
      range, closest in
      let first = range.lowerBound * RowPanels.lanes * trialCount + candidate * closest.count
      SeedingKernels.lower(&closest, to: squared.span.extracting(first..<first + closest.count))
    }
  }

  /// The point at which the running sum of squared distances passes `target`.
  private func point(at target: Double) -> Int {
    let blockSize = Self.blockSize * RowPanels.lanes
    var remaining = target
    var lastWithWeight = 0
    for block in potentials.indices where potentials[block] > 0 {
      let rows = block * blockSize..<min((block + 1) * blockSize, points.rowCount)
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
