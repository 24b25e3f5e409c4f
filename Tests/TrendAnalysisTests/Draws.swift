import LinearAlgebra

@testable import TrendAnalysis

/// Seeded draws of the counts that the tests of trends are held against.
struct Draws {
  private var generator: SplitMix64

  init(seed: UInt64, purpose: String, index: Int = 0) {
    generator = SplitMix64(seed: seed, purpose: purpose, index: index)
  }

  mutating func unit() -> Double { generator.nextUnit() }

  mutating func index(below bound: Int) -> Int { generator.nextIndex(below: bound) }

  private mutating func normal() -> Double {
    let radius = (-2 * naturalLogarithm(1 - unit())).squareRoot()
    // The cosine of an even angle, without the mathematics library: a point on the circle.
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      if square > 0, square <= 1 { return radius * x / square.squareRoot() }
    }
  }

  /// A gamma variable of mean `shape` and scale 1 (Marsaglia and Tsang 2000).
  private mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape + 1) * power(1 - unit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = power(max(0, 1 + c * x), 3)
      guard v > 0 else { continue }
      if naturalLogarithm(1 - unit()) < 0.5 * x * x + d - d * v + d * naturalLogarithm(v) {
        return d * v
      }
    }
  }

  private mutating func poisson(_ mean: Double) -> Double {
    if mean > 50 { return poisson(mean / 2) + poisson(mean / 2) }
    let floor = exponential(-mean)
    var (product, count) = (unit(), 0.0)
    while product > floor {
      product *= unit()
      count += 1
    }
    return count
  }

  /// A count of the given mean and variance mean + alpha mean².
  mutating func count(mean: Double, alpha: Double) -> Double {
    alpha > 0 ? poisson(mean * alpha * gamma(1 / alpha)) : poisson(mean)
  }
}

/// Weekly volumes as uneven as real ones: a slow swing, two rushes and two holidays.
enum UnevenYear {
  static let volumes: [Double] = (0..<54).map { week in
    let swing = Double((week * 7) % 11) * 25
    let rush = (20...23).contains(week) || (40...42).contains(week) ? 900.0 : 0
    return week == 1 || week == 53 ? 450 : 800 + swing + rush
  }

  static let years: [Double] = (0..<54).map { 2025 + Double($0) * 7 / 365.2425 }

  static let periods = TrendPeriods(
    years: years, papers: volumes.map { Int($0) }, isOver: [Bool](repeating: true, count: 54))

  /// One series of the given share, which may change with the week.
  static func series(
    share: Double, alpha: Double, draws: inout Draws, factor: (Int) -> Double = { _ in 1 }
  ) -> [Double] {
    volumes.indices.map {
      min(volumes[$0], draws.count(mean: volumes[$0] * share * factor($0), alpha: alpha))
    }
  }
}
