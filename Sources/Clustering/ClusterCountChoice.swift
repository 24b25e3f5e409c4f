public import BlockScheduling
public import LinearAlgebra

/// A number of clusters chosen by the knee of the explained variance, with the numbers that say
/// why.
///
/// For a grid of k from 2 to K, E(k) = 1 - W(k) / W(1) is the share of the points' variance that
/// k clusters explain. E rises ever more slowly; the chosen k is where it stands highest above
/// the straight line from (1, 0) to (K, E(K)): up to there each further cluster explains more
/// than the average cluster of the whole range, from there on less. This is the knee of Satopaa,
/// Albrecht, Irwin, Raghavan (2011), "Finding a 'kneedle' in a haystack", ICDCS workshops; ties
/// go to the smaller k.
///
/// The end of the range makes it more clusters for more points: K = sqrt(n / 2), the rule of
/// thumb of Mardia, Kent, Bibby (1979), "Multivariate Analysis", page 365, but at least 24 and at
/// most n / 3.
///
/// Why not a criterion with an optimum of its own: on the unit rows of a truncated SVD of
/// abstracts the silhouettes, the gap to a null of the same covariance and held-out inertia all
/// go on improving far beyond the number of topics that people name, and the agreement of fits to
/// two halves is flat over k. They would choose an end of the grid, whatever the corpus.
public struct ClusterCountChoice: Sendable, Hashable {
  /// One k of the grid.
  public struct Candidate: Sendable, Hashable {
    /// k.
    public let clusterCount: Int
    /// The inertia of the best of two fits to the sample.
    public let inertia: Double
    /// E(k), the share of the sample's variance that the clusters explain.
    public let explainedShare: Double
    /// How far E(k) stands above the line to the end of the grid, as a share of E(K).
    public let height: Double
    /// The mean simplified silhouette, where clusters were fitted for this k; for the reader, the
    /// choice does not use it.
    public let simplifiedSilhouette: Double?
  }

  /// The chosen k.
  public let clusterCount: Int
  /// The grid in ascending order.
  public let candidates: [Candidate]
  /// The number of points there are.
  public let pointCount: Int
  /// The number of points that were clustered: all, or a seeded sample.
  public let sampleSize: Int

  /// Points that are clustered at most for the choice.
  public static let sampleLimit = 8_000

  /// Chooses a number of clusters for the rows of `points`.
  ///
  /// - Parameters:
  ///   - points: n rows of finite values, none of them zero where rows are directions.
  ///   - seed: What the sample and the seedings depend on.
  ///   - scheduler: The threads; they change no bit of the result.
  ///   - observe: Gets each candidate as it is done; its height is not known yet and is 0.
  /// - Throws: ``KMeansOptions/Invalid`` for points that are not finite, or none at all.
  /// - Complexity: That of about 50 short fits of at most ``sampleLimit`` points.
  public init(
    _ points: DenseMatrix, seed: UInt64, scheduler: BlockScheduler,
    observe: (Candidate) -> Void = { _ in }
  ) throws(KMeansOptions.Invalid) {
    let rows = seededSample(
      of: points.rowCount, size: Self.sampleLimit, seed: seed, purpose: "cluster count sample")
    let sample = rows.count < points.rowCount ? points.selectingRows(rows) : points
    let whole = try KMeans.fit(
      sample, options: KMeansOptions(clusterCount: 1), seed: seed, scheduler: scheduler)
    var measured: [Candidate] = []
    for k in Self.grid(pointCount: points.rowCount) where k <= sample.rowCount {
      let candidate = try Self.measure(
        k, sample, total: whole.inertia, seed: seed, scheduler: scheduler)
      measured.append(candidate)
      observe(candidate)
    }
    self.init(measured, pointCount: points.rowCount, sampleSize: sample.rowCount)
  }

  /// Chooses among candidates whose heights are not known yet.
  init(_ measured: [Candidate], pointCount: Int, sampleSize: Int) {
    candidates = Self.withHeights(measured)
    self.pointCount = pointCount
    self.sampleSize = sampleSize
    var best = (clusterCount: min(1, pointCount), height: 0.0)
    for candidate in candidates where candidate.height > best.height {
      best = (candidate.clusterCount, candidate.height)
    }
    clusterCount = best.clusterCount
  }

  /// The largest k of the grid for n points: sqrt(n / 2), at least 24, at most n / 3.
  public static func largestCount(pointCount n: Int) -> Int {
    max(1, min(n / 3, max(24, Int((Double(n) / 2).squareRoot().rounded()))))
  }

  /// The k that are tried: all up to 10, then steps of about a sixth, and the largest.
  public static func grid(pointCount: Int) -> [Int] {
    grid(upTo: largestCount(pointCount: pointCount))
  }

  /// The k of such a grid that ends with `largest`.
  static func grid(upTo largest: Int) -> [Int] {
    var grid: [Int] = []
    var k = 2
    while k < largest {
      grid.append(k)
      k += max(1, (k + 2) / 6)
    }
    return largest >= 2 ? grid + [largest] : []
  }

  /// What one more cluster explains on average over the grid, E(K) / (K - 1).
  public var averageGain: Double {
    guard let last = candidates.last else { return 0 }
    return last.explainedShare / Double(last.clusterCount - 1)
  }

  /// What each cluster between the chosen k and the next of the grid would explain; 0 at the end.
  public var gainBeyond: Double {
    guard let index = candidates.firstIndex(where: { $0.clusterCount == clusterCount }),
      index + 1 < candidates.count
    else { return 0 }
    let here = candidates[index]
    let next = candidates[index + 1]
    return (next.explainedShare - here.explainedShare)
      / Double(next.clusterCount - here.clusterCount)
  }

  private static func measure(
    _ k: Int, _ sample: DenseMatrix, total: Double, seed: UInt64, scheduler: BlockScheduler
  ) throws(KMeansOptions.Invalid) -> Candidate {
    var options = KMeansOptions(clusterCount: k)
    options.restarts = 2
    options.maximumIterations = 50
    options.relativeTolerance = 1e-3
    let fit = try KMeans.fit(sample, options: options, seed: seed, scheduler: scheduler)
    let assignment = CentroidAssignment(sample, to: fit.centroids, scheduler: scheduler)
    return Candidate(
      clusterCount: k, inertia: fit.inertia,
      explainedShare: total > 0 ? 1 - fit.inertia / total : 0, height: 0,
      simplifiedSilhouette: SimplifiedSilhouette(assignment, clusterCount: k).mean)
  }

  private static func withHeights(_ candidates: [Candidate]) -> [Candidate] {
    guard let last = candidates.last, last.explainedShare > 1e-9 else { return candidates }
    return candidates.map { candidate in
      let along = Double(candidate.clusterCount - 1) / Double(last.clusterCount - 1)
      return Candidate(
        clusterCount: candidate.clusterCount, inertia: candidate.inertia,
        explainedShare: candidate.explainedShare,
        height: candidate.explainedShare / last.explainedShare - along,
        simplifiedSilhouette: candidate.simplifiedSilhouette)
    }
  }
}
