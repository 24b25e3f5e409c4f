/// Smooths shares by a straight line through each period's neighbours.
///
/// Local linear regression with tricube weights (Cleveland 1979), times the volume, as the variance
/// of a share falls with its volume. A line, unlike a mean, stays true at both ends: a series that
/// grows evenly is returned as it is, up to its last period.
public struct LocalLinearSmoother: Sendable, Hashable {
  /// How far the neighbours reach, in periods on each side.
  public var reach: Int

  /// A smoother whose neighbours reach so many periods to each side.
  ///
  /// - Precondition: The reach is at least 1.
  public init(reach: Int) {
    precondition(reach >= 1, "a smoother needs neighbours")
    self.reach = reach
  }

  /// Smooths the shares, 0 to 1; nil where no period nearby has papers.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series by period.
  ///   - volumes: All papers by period; periods without any are bridged.
  /// - Returns: One share a period.
  /// - Complexity: O(periods x reach).
  public func smoothed(counts: [Int], volumes: [Int]) -> [Double?] {
    counts.indices.map { centre in
      var (weights, first, second, total, mixed) = (0.0, 0.0, 0.0, 0.0, 0.0)
      let neighbours = max(0, centre - reach)...min(counts.count - 1, centre + reach)
      for index in neighbours where volumes[index] > 0 {
        let distance = Double(index - centre)
        let near = 1 - power(abs(distance) / Double(reach + 1), 3)
        let weight = near * near * near * Double(volumes[index])
        let share = Double(counts[index]) / Double(volumes[index])
        weights += weight
        first += weight * distance
        second += weight * distance * distance
        total += weight * share
        mixed += weight * distance * share
      }
      guard weights > 0 else { return nil }
      let determinant = weights * second - first * first
      // One neighbour, or several of which one has all the weight, make no line.
      let value =
        determinant > 1e-9 * weights * second
        ? (second * total - first * mixed) / determinant : total / weights
      return min(1, max(0, value))
    }
  }
}
