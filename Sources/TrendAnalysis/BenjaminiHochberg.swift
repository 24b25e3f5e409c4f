/// The q-values of one family of tests: the smallest false discovery rate at which each would still
/// be called (Benjamini and Hochberg 1995).
public struct BenjaminiHochberg: Sendable, Hashable {
  /// The p-values in ascending order.
  private let ascending: [Double]
  /// The q-value of each of them.
  private let qs: [Double]

  /// The number of tests in the family.
  public var familySize: Int { ascending.count }

  /// Makes one family of all the tests.
  ///
  /// - Parameter ps: The p-values, in any order.
  /// - Complexity: O(tests log tests).
  public init(_ ps: [Double]) {
    ascending = ps.sorted()
    var qs = ascending
    var least = 1.0
    for index in qs.indices.reversed() {
      least = min(least, Double(qs.count) * ascending[index] / Double(index + 1))
      // m p / m may round below p.
      qs[index] = max(least, ascending[index])
    }
    self.qs = qs
  }

  /// The q-value of a p-value of the family, or of one that stands behind a smaller one of it.
  ///
  /// It is that of the smallest p in the family that is not below: every test up to there is called
  /// at that rate.
  ///
  /// - Complexity: O(log tests).
  public func q(_ p: Double) -> Double {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < p { low = middle + 1 } else { high = middle }
    }
    return low < qs.count ? qs[low] : 1
  }
}
