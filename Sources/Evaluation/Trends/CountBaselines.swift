/// What tools without a tested share go by, as statistics that are large where they would speak.
enum CountBaselines {
  /// The t of a straight line through the counts, volume left out.
  static func slope(_ counts: [Double]) -> Double {
    let n = Double(counts.count)
    guard n > 2 else { return 0 }
    let mean = counts.reduce(0, +) / n
    let centre = (n - 1) / 2
    var (cross, square) = (0.0, 0.0)
    for (index, count) in counts.enumerated() {
      cross += (Double(index) - centre) * (count - mean)
      square += (Double(index) - centre) * (Double(index) - centre)
    }
    let slope = cross / square
    let rest = counts.enumerated().reduce(0.0) { sum, point in
      let residual = point.element - mean - slope * (Double(point.offset) - centre)
      return sum + residual * residual
    }
    return rest > 0 ? slope / (rest / (n - 2) / square).squareRoot() : 0
  }

  /// The counts of the last quarter of the periods as a percentile of those before: the part of the
  /// earlier counts that their mean exceeds, with ties to the ratio of the means.
  static func percentile(_ counts: [Double]) -> Double {
    let split = counts.count * 3 / 4
    guard split > 0, split < counts.count else { return 0 }
    let late = counts[split...].reduce(0, +) / Double(counts.count - split)
    let early = counts[..<split].reduce(0, +) / Double(split)
    let exceeded = counts[..<split].count { $0 < late }
    return Double(exceeded) / Double(split) + 1e-3 * late / max(early, 1e-9)
  }

  /// The highest count over the 75th percentile of the counts.
  static func peak(_ counts: [Double]) -> Double {
    let sorted = counts.sorted()
    guard let highest = sorted.last else { return 0 }
    return highest / max(sorted[sorted.count * 3 / 4], 1)
  }
}
