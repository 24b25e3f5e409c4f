/// The Mann-Kendall test of whether a series goes up or down, whatever the shape.
///
/// S is the number of pairs that rise less the number that fall (Mann 1945, Kendall 1975). Up to 9
/// values its distribution is exact, ties included; above, it is normal with the variance for ties.
/// The correction of Hamed and Rao (1998) widens that variance by the autocorrelation of the ranks
/// around the trend.
public struct MannKendall: Sendable, Hashable {
  /// Rising pairs less falling pairs.
  public let statistic: Int
  /// The variance of the statistic without a trend, ties taken into account.
  public let variance: Double
  /// By how much autocorrelation widens the variance, at least 1; 1 where it was not asked for.
  public let varianceInflation: Double
  /// The continuity-corrected standard normal deviate.
  public let z: Double
  /// Two-sided.
  public let p: Double
  /// S over the number of pairs.
  public let tauA: Double
  /// S over the geometric mean of the pairs that are untied in value and in time.
  public let tauB: Double

  /// Below this number of values the distribution is counted out.
  static let exactBelow = 10

  /// Tests values that are in order of time.
  ///
  /// - Parameters:
  ///   - values: The values, oldest first; shares, not counts.
  ///   - correctsAutocorrelation: Whether to widen the variance after Hamed and Rao.
  /// - Complexity: O(values²).
  public init(_ values: [Double], correctsAutocorrelation: Bool = false) {
    let n = values.count
    var statistic = 0
    for i in values.indices {
      for j in (i + 1)..<max(n, i + 1) {
        statistic += (values[j] > values[i] ? 1 : 0) - (values[j] < values[i] ? 1 : 0)
      }
    }
    let ties = Self.tieSizes(values)
    let cubic = { (size: Int) in Double(size * (size - 1) * (2 * size + 5)) }
    let pairs = Double(n * (n - 1) / 2)
    let tiedPairs = ties.reduce(0.0) { $0 + Double($1 * ($1 - 1) / 2) }
    self.statistic = statistic
    variance = (cubic(n) - ties.reduce(0) { $0 + cubic($1) }) / 18
    varianceInflation = correctsAutocorrelation ? Self.inflation(values) : 1
    tauA = pairs > 0 ? Double(statistic) / pairs : 0
    tauB = pairs > tiedPairs ? Double(statistic) / (pairs * (pairs - tiedPairs)).squareRoot() : 0
    let corrected = variance * varianceInflation
    z =
      statistic == 0 || corrected <= 0
      ? 0 : Double(statistic - statistic.signum()) / corrected.squareRoot()
    if corrected <= 0 {
      p = 1
    } else if n < Self.exactBelow, varianceInflation == 1 {
      p = Self.exactTail(statistic, ties: ties, count: n)
    } else {
      p = normalTwoSidedTail(z)
    }
  }

  /// The sizes of the groups of equal values.
  private static func tieSizes(_ values: [Double]) -> [Int] {
    var sizes: [Int] = []
    var last: Double?
    for value in values.sorted() {
      if value == last { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
      last = value
    }
    return sizes
  }

  /// P(|S| >= |s|) over all orders of the values.
  ///
  /// The number of falling pairs over the orders of a multiset has the Gaussian multinomial
  /// coefficient as its generating function (MacMahon 1913), a product of (1 - q^a) / (1 - q^b).
  private static func exactTail(_ statistic: Int, ties: [Int], count: Int) -> Double {
    let untied = (count * (count - 1) - ties.reduce(0) { $0 + $1 * ($1 - 1) }) / 2
    var orders = [Double](repeating: 0, count: untied + 1)
    orders[0] = 1
    var total = 0
    for size in ties {
      for member in 1...size {
        total += 1
        for power in stride(from: untied, through: total, by: -1) {
          orders[power] -= orders[power - total]
        }
        for power in stride(from: member, through: untied, by: 1) {
          orders[power] += orders[power - member]
        }
      }
    }
    var (extreme, all) = (0.0, 0.0)
    for (falling, number) in orders.enumerated() {
      all += number
      if abs(untied - 2 * falling) >= abs(statistic) { extreme += number }
    }
    return extreme / all
  }
}
