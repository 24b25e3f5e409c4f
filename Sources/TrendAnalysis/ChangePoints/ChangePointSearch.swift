/// Finds the periods at which the share of a series jumps, by binary segmentation.
///
/// The clearest shift of the whole series is taken if its p is at most `level`, and each part is
/// searched in the same way (Scott and Knott 1974; Vostrikova 1981), with the dispersion of its own
/// neighbouring periods.
public struct ChangePointSearch: Sendable, Hashable {
  /// A shift is followed up to this p.
  public var level: Double = 0.05
  /// The fewest periods between two changes, and before the first and after the last.
  public var shortest: Int = 4

  /// A search with the usual values.
  public init() {}

  /// The changes in order of time, and the p of the clearest one in the whole series.
  public struct Result: Sendable, Hashable {
    /// The changes, in order of time.
    public let changes: [ChangePoint]
    /// The p of the clearest shift of the whole series, called or not; 1 where there is none.
    public let p: Double
    /// Where that shift is.
    public let clearest: Int?
  }

  /// Searches a series.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series by period.
  ///   - volumes: All papers by period, above 0.
  /// - Returns: The changes, and the p of the clearest.
  /// - Complexity: O(periods x changes).
  public func search(counts: [Double], volumes: [Double]) -> Result {
    var cuts: [(period: Int, p: Double)] = []
    var whole: ShiftScan?
    var stretches = [0..<counts.count]
    while let stretch = stretches.popLast() {
      let scan = ShiftScan(
        counts: Array(counts[stretch]), volumes: Array(volumes[stretch]), shortest: shortest)
      guard let scan else { continue }
      if stretch.count == counts.count { whole = scan }
      guard scan.p <= level else { continue }
      let period = stretch.lowerBound + scan.cut
      cuts.append((period, scan.p))
      stretches += [stretch.lowerBound..<period, period..<stretch.upperBound]
    }
    cuts.sort { $0.period < $1.period }
    let edges = [0] + cuts.map(\.period) + [counts.count]
    let shares = zip(edges, edges.dropFirst()).map { first, end in
      counts[first..<end].reduce(0, +) / max(volumes[first..<end].reduce(0, +), 1)
    }
    let changes = cuts.enumerated().map { index, cut in
      ChangePoint(
        period: cut.period, before: shares[index], after: shares[index + 1], p: cut.p)
    }
    return Result(changes: changes, p: whole?.p ?? 1, clearest: whole?.cut)
  }
}
