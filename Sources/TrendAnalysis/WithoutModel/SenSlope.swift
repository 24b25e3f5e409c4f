/// Sen's slope: the median of the slopes between all pairs of points (Sen 1968).
public struct SenSlope: Sendable, Hashable {
  /// The median slope per unit of time.
  public let slope: Double
  /// The lower end of its interval; the slope itself where none was asked for.
  public let low: Double
  /// The upper end of its interval; the slope itself where none was asked for.
  public let high: Double

  /// The slope of values over time, or nil where there is no pair of different times.
  ///
  /// The interval leaves out as many slopes at each end as the normal approximation of Kendall's S
  /// says (Sen 1968; Gilbert 1987, section 16.5.2).
  ///
  /// - Parameters:
  ///   - values: The values, as many as times.
  ///   - times: When each value is, ascending.
  ///   - confidence: The coverage of the interval, or nil for none.
  /// - Complexity: O(values² log values).
  public init?(values: [Double], times: [Double], confidence: Double? = 0.95) {
    precondition(values.count == times.count, "as many values as times")
    var slopes: [Double] = []
    slopes.reserveCapacity(values.count * max(0, values.count - 1) / 2)
    for i in values.indices {
      for j in values.indices.dropFirst(i + 1) where times[j] != times[i] {
        slopes.append((values[j] - values[i]) / (times[j] - times[i]))
      }
    }
    guard !slopes.isEmpty else { return nil }
    guard let confidence else {
      slope = Self.median(&slopes)
      (low, high) = (slope, slope)
      return
    }
    slopes.sort()
    slope = Self.median(&slopes)
    let deviation = MannKendall(values).variance.squareRoot()
    let reach = Self.normalQuantile(confidence) * deviation
    let count = Double(slopes.count)
    let first = Int(((count - reach) / 2).rounded()) - 1
    let last = Int(((count + reach) / 2).rounded())
    low = slopes[min(max(first, 0), slopes.count - 1)]
    high = slopes[min(max(last, 0), slopes.count - 1)]
  }

  /// The median, by selection (Hoare 1961); the values are reordered.
  ///
  /// - Complexity: O(values) on average.
  private static func median(_ values: inout [Double]) -> Double {
    let upper = select(values.count / 2, of: &values)
    guard values.count.isMultiple(of: 2) else { return upper }
    // All that lie before the upper of the two middles are not above it.
    return (values[..<(values.count / 2)].max() ?? upper) / 2 + upper / 2
  }

  /// Moves the value of the given rank to its place, with none above it before and none below after.
  private static func select(_ rank: Int, of values: inout [Double]) -> Double {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let pivot = values[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right { high = right } else if rank >= left { low = left } else { break }
    }
    return values[rank]
  }

  /// The z for which a normal deviate lies within ±z with the given probability.
  private static func normalQuantile(_ confidence: Double) -> Double {
    studentTwoSidedQuantile(1 - confidence, degreesOfFreedom: 1e9)
  }
}
