internal import LinearAlgebra

/// The nearest centroids of each of a batch of points: the BLAS proposes, a fixed sum decides.
///
/// One product of the centroids with up to ``batchSize`` points gives scores |c|^2 - 2 x.c that
/// are off by at most a stated bound. Where one candidate leads by more than twice the bound it is
/// the nearest; otherwise all candidates within the bound are measured again by
/// ``DistanceKernels/squaredDistance(_:_:)``, ties to the smaller id. So a label depends on the
/// point and the centroids alone: not on the batch, the place in it, or the BLAS.
@safe struct NearestCentroidKernel: ~Copyable {
  /// Points per product, so that the scores of one batch stay in cache.
  static let batchSize = 256

  /// What has been computed so far.
  private(set) var work = KMeansWork()

  private let table: CentroidTable
  private let width: Int
  /// Scores, `table.columnCount` rows of `count` points.
  private let scores: UnsafeMutablePointer<Float>
  /// The smallest score of each group, `table.groupCount` rows of `count` points.
  private let groupMinima: UnsafeMutablePointer<Float>
  /// The smallest score of each point.
  private let minima: UnsafeMutablePointer<Float>
  private var count = 0

  init(_ table: CentroidTable) {
    self.table = table
    width = table.centroids.columnCount
    unsafe scores = .allocate(capacity: table.columnCount * Self.batchSize)
    unsafe groupMinima = .allocate(capacity: table.groupCount * Self.batchSize)
    unsafe minima = .allocate(capacity: Self.batchSize)
    unsafe scores.initialize(repeating: 0, count: table.columnCount * Self.batchSize)
    unsafe groupMinima.initialize(repeating: 0, count: table.groupCount * Self.batchSize)
    unsafe minima.initialize(repeating: 0, count: Self.batchSize)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe groupMinima.deallocate()
    unsafe minima.deallocate()
  }

  /// Scores `count` points, the rows of `points`, against all centroids.
  mutating func score(_ points: Span<Float>, count: Int) {
    precondition(count <= Self.batchSize, "a batch holds at most \(Self.batchSize) points")
    self.count = count
    work.products += count * table.centroids.rowCount
    var product = unsafe MutableSpan(
      _unsafeStart: scores, count: table.columnCount * count)
    GEMM.multiplyTransposed(
      table.rows.span, points, into: &product, rows: table.columnCount, columns: count,
      inner: width)
    for point in 0..<count { unsafe minima[point] = .infinity }
    for group in 0..<table.groupCount { minimize(group) }
  }

  /// Finishes the scores of one group, and finds the smallest for each point.
  private func minimize(_ group: Int) {
    let smallest = unsafe groupMinima + group * count
    for point in 0..<count { unsafe smallest[point] = .infinity }
    for column in group * table.groupWidth..<(group + 1) * table.groupWidth {
      let row = unsafe scores + column * count
      let norm = table.squaredNorms[column]
      for point in 0..<count {
        let score = unsafe norm - 2 * row[point]
        unsafe row[point] = score
        unsafe smallest[point] = score < smallest[point] ? score : smallest[point]
      }
    }
    for point in 0..<count {
      unsafe minima[point] = smallest[point] < minima[point] ? smallest[point] : minima[point]
    }
  }

  /// The centroid nearest to point `index` of the batch, ties to the smaller id.
  mutating func nearest(_ index: Int, point: Span<Float>, error: Float) -> Int {
    let threshold = unsafe minima[index] + 2 * error
    var candidate = -1
    for group in 0..<table.groupCount where groupMinimum(index, group: group) <= threshold {
      for column in columns(of: group) where score(index, cluster: column) <= threshold {
        guard candidate < 0 else {
          return nearestExactly(threshold, index, point: point, excluding: -1).cluster
        }
        candidate = column
      }
    }
    precondition(candidate >= 0, "a point that is not finite has no nearest centroid")
    return candidate
  }

  /// The score of a centroid for point `index`, off by at most the point's error.
  func score(_ index: Int, cluster: Int) -> Float { unsafe scores[cluster * count + index] }

  /// The exact squared distance from point `index` to the nearest centroid but `own`.
  mutating func nearestOther(
    _ index: Int, point: Span<Float>, error: Float, own: Int
  ) -> Double {
    excludeFromItsGroup(own, index)
    var smallest = Float.infinity
    for group in 0..<table.groupCount {
      smallest = min(smallest, groupMinimum(index, group: group))
    }
    guard smallest < .infinity else { return .infinity }
    return nearestExactly(smallest + 2 * error, index, point: point, excluding: own).squared
  }

  /// Takes the point's own centroid out of the smallest score of its group.
  mutating func excludeFromItsGroup(_ own: Int, _ index: Int) {
    let group = own / table.groupWidth
    var smallest = Float.infinity
    for column in columns(of: group) where column != own {
      smallest = min(smallest, score(index, cluster: column))
    }
    unsafe groupMinima[group * count + index] = smallest
  }

  /// Turns the smallest scores of the groups into lower bounds of distances.
  ///
  /// `squaredNorms` and `errors` are those of the batch's points.
  mutating func boundDistances(squaredNorms: Span<Float>, errors: Span<Float>) {
    for group in 0..<table.groupCount {
      let smallest = unsafe groupMinima + group * count
      for point in squaredNorms.indices {
        let squared = unsafe squaredNorms[point] + smallest[point] - errors[point]
        unsafe smallest[point] = (squared > 0 ? squared : 0).squareRoot()
      }
    }
  }

  /// The smallest score of a group for point `index`; a lower bound of its distances once
  /// ``boundDistances(squaredNorms:errors:)`` has been called.
  func groupMinimum(_ index: Int, group: Int) -> Float {
    unsafe groupMinima[group * count + index]
  }

  private func columns(of group: Int) -> Range<Int> {
    group * table.groupWidth..<min((group + 1) * table.groupWidth, table.centroids.rowCount)
  }

  /// Measures all candidates whose score is at most `threshold` in Double.
  private mutating func nearestExactly(
    _ threshold: Float, _ index: Int, point: Span<Float>, excluding own: Int
  ) -> (cluster: Int, squared: Double) {
    var best = (cluster: -1, squared: Double.infinity)
    for group in 0..<table.groupCount where groupMinimum(index, group: group) <= threshold {
      for column in columns(of: group)
      where column != own && score(index, cluster: column) <= threshold {
        work.exactDistances += 1
        let squared = table.centroids.withRow(column) {
          DistanceKernels.squaredDistance(point, $0)
        }
        if squared < best.squared { best = (column, squared) }
      }
    }
    return best
  }
}
