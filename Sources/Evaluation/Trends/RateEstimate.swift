internal import TrendAnalysis

/// How often something happened, with the 95 % interval of Wilson.
public struct RateEstimate: Sendable, Hashable, Codable {
  /// How often it happened.
  public var hits: Int
  /// Of how many.
  public var trials: Int
  /// The part of the trials; 0 without any.
  public var rate: Double
  /// The lower end of the interval.
  public var low: Double
  /// The upper end of the interval.
  public var high: Double

  /// The rate of hits among trials.
  public init(hits: Int, trials: Int) {
    let interval = WilsonInterval(successes: hits, trials: trials)
    self.hits = hits
    self.trials = trials
    rate = trials > 0 ? Double(hits) / Double(trials) : 0
    low = interval?.low ?? 0
    high = interval?.high ?? 1
  }
}
