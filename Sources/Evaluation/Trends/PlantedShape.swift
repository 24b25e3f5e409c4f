/// How the share of a planted topic moves.
public enum PlantedShape: String, Sendable, Hashable, Codable, CaseIterable {
  /// It grows evenly from the first period to the last.
  case growth
  /// It falls evenly from the first period to the last.
  case fall
  /// It jumps to another level in the middle and stays.
  case jump
  /// It is raised for six periods that begin at two thirds.
  case peak

  /// The first period that differs from the one before.
  func onset(periods: Int) -> Int {
    switch self {
    case .growth, .fall: 0
    case .jump: periods / 2
    case .peak: periods * 2 / 3
    }
  }

  /// The share in each period over the share before or at the start.
  ///
  /// - Parameters:
  ///   - periods: How many.
  ///   - effect: By what factor it moves, above 1.
  /// - Returns: Factors, one a period.
  func factors(periods: Int, effect: Double) -> [Double] {
    let onset = onset(periods: periods)
    return (0..<periods).map { period in
      let progress = Double(period) / Double(max(1, periods - 1))
      switch self {
      case .growth: return 1 + (effect - 1) * progress
      case .fall: return effect - (effect - 1) * progress
      case .jump: return period < onset ? 1 : effect
      case .peak: return (onset..<(onset + 6)).contains(period) ? effect : 1
      }
    }
  }
}
