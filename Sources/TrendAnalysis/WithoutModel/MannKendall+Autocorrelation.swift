extension MannKendall {
  /// The ratio of Hamed and Rao (1998): 1 + 2 Σ (n-i)(n-i-1)(n-i-2) ρ(i) / (n(n-1)(n-2)).
  ///
  /// ρ is the autocorrelation of the ranks after Sen's slope has been taken out, and only lags at
  /// which it lies beyond ±1.96/√n count. The result is at least 1: evidence is never added.
  static func inflation(_ values: [Double]) -> Double {
    let n = values.count
    guard n >= 4 else { return 1 }
    let times = values.indices.map(Double.init)
    guard let slope = SenSlope(values: values, times: times, confidence: nil)?.slope else {
      return 1
    }
    let ranks = Self.ranks(values.indices.map { values[$0] - slope * times[$0] })
    let mean = Double(n + 1) / 2
    let deviations = ranks.map { $0 - mean }
    let variance = deviations.reduce(0) { $0 + $1 * $1 }
    guard variance > 0 else { return 1 }
    let bound = 1.959_963_984_540_054 / Double(n).squareRoot()
    var sum = 0.0
    for lag in 1..<(n - 2) {
      var product = 0.0
      for i in 0..<(n - lag) { product += deviations[i] * deviations[i + lag] }
      let correlation = product / variance
      guard abs(correlation) > bound else { continue }
      sum += Double((n - lag) * (n - lag - 1) * (n - lag - 2)) * correlation
    }
    return max(1, 1 + 2 * sum / Double(n * (n - 1) * (n - 2)))
  }

  /// Ranks from 1, equal values sharing the mean of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in start..<end { ranks[order[position]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
