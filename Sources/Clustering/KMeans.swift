public import BlockScheduling
public import LinearAlgebra

/// k-means clustering: greedy k-means++ seeding, then Lloyd's algorithm.
///
/// Lloyd (1982), "Least squares quantization in PCM", IEEE Transactions on Information Theory
/// 28(2). Each iteration assigns every point to its nearest centroid and moves every centroid to
/// the mean of its points; it ends when no label changes. The iterations skip the distances that
/// bounds show to be irrelevant, which changes no label (see ``BoundedAssignment``), and sums are
/// exact (see ``CentroidSums``): the same labels, centroids and inertia for any number of threads,
/// any order of blocks and any BLAS, but for the rounding of the points themselves.
///
/// Points of zero norm have no direction; callers that cluster directions leave them out.
public enum KMeans {
  /// Clusters the rows of `points`.
  ///
  /// Labels, centroids and inertia of the result are of the same state: each label is the nearest
  /// of the result's centroids.
  ///
  /// - Parameters:
  ///   - points: n rows; n at least k, all values finite.
  ///   - options: How many clusters, and when to stop.
  ///   - seed: What the seedings of all restarts depend on.
  ///   - scheduler: The threads; they change no bit of the result.
  ///   - observe: Gets each event as it happens, on the calling thread.
  /// - Returns: The clustering of lowest inertia among the restarts, the first of equals.
  /// - Throws: ``KMeansOptions/Invalid``.
  /// - Complexity: O(n k d) for an iteration at most; about a fifth of that once most points are
  ///   settled. Memory O(n (1 + k / 16)) beside the points, and while seeding a
  ///   copy of them or of a sample.
  public static func fit(
    _ points: DenseMatrix, options: KMeansOptions, seed: UInt64, scheduler: BlockScheduler,
    observe: (KMeansEvent) -> Void = { _ in }
  ) throws(KMeansOptions.Invalid) -> KMeansResult {
    let options = try options.validated(for: points)
    let problem = try LloydProblem(points, options: options, scheduler: scheduler)
    var best = problem.run(restart: 0, seed: seed, observe: observe)
    var work = best.work
    for restart in 1..<max(options.restarts, 1) {
      let run = problem.run(restart: restart, seed: seed, observe: observe)
      work += run.work
      if run.inertia < best.inertia { best = run }
    }
    return best.with(work: work)
  }
}
