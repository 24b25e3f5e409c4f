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

  /// A count of the given mean and variance mean + alpha mean².
  mutating func count(mean: Double, alpha: Double) -> Double {
    Double(generator.nextCount(mean: mean, overdispersion: alpha))
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
