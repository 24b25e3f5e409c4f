extension ClusterCountChoice {
  /// Chooses a number of clusters by the same knee, read off the heights of a tree of merges.
  ///
  /// The merge from k to k - 1 groups adds its height to the sum of squares, so W(k) of every k
  /// comes from one over-clustering: W(k) = W(c) + the heights of all merges down to k. The range
  /// ends at K = ``largestCount(forTreeOf:)``.
  ///
  /// - Parameters:
  ///   - tree: Ward's merges of c clusters into one.
  ///   - inertia: The sum of squares within the c clusters, W(c).
  ///   - pointCount: The number n of points.
  ///
  /// All k are weighed; those of the usual grid, the chosen one and the next are told.
  public init(_ tree: WardTree, inertia: Double, pointCount: Int) {
    let largest = min(tree.leafCount, Self.largestCount(forTreeOf: pointCount))
    let total = inertia + tree.merges.reduce(0) { $0 + $1.height }
    var within = total
    var measured: [Candidate] = []
    for (position, merge) in tree.merges.reversed().enumerated() where position + 2 <= largest {
      within -= merge.height
      measured.append(
        Candidate(
          clusterCount: position + 2, inertia: within,
          explainedShare: total > 0 ? 1 - within / total : 0, height: 0,
          simplifiedSilhouette: nil))
    }
    let all = ClusterCountChoice(measured, pointCount: pointCount, sampleSize: pointCount)
    let told = Self.grid(upTo: largest) + [all.clusterCount, all.clusterCount + 1]
    self.init(
      measured.filter { told.contains($0.clusterCount) }, pointCount: pointCount,
      sampleSize: pointCount)
  }

  /// The largest number of groups that a tree over n points offers: sqrt(n / 2), at least 40, at
  /// most n / 3.
  ///
  /// Groups of a smoothed space are sharper than those of the bare one, so that the knee comes
  /// early; below 40 there is too little of the curve beyond the knee to see it by.
  public static func largestCount(forTreeOf pointCount: Int) -> Int {
    max(1, min(pointCount / 3, max(40, Int((Double(pointCount) / 2).squareRoot().rounded()))))
  }
}
