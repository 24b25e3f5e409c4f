/// All that is said of one series.
///
/// Periods are given by their index.
public struct SeriesTrend: Sendable, Hashable {
  /// A ratio a year with its 95 % interval.
  public struct Rate: Sendable, Hashable {
    /// The factor by which the share changes in a year.
    public let estimate: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  /// A burst with its place in the family.
  public struct Burst: Sendable, Hashable {
    /// The first and the last period.
    public let periods: ClosedRange<Int>
    /// Kleinberg's weight.
    public let weight: Double
    /// How likely a series without a change has a burst of that weight.
    public let p: Double
    /// The q-value in the family.
    public let q: Double
    /// Whether q lets it be called.
    public let isCalled: Bool
  }

  /// A jump with its place in the family.
  public struct Change: Sendable, Hashable {
    /// The first period of the new level.
    public let period: Int
    /// The share before.
    public let before: Double
    /// The share after.
    public let after: Double
    /// How likely such a jump is without a change.
    public let p: Double
    /// The q-value in the family.
    public let q: Double
    /// Whether q lets it be called.
    public let isCalled: Bool
  }

  /// Which topic or term.
  public let series: Int
  /// Its papers in the tested periods.
  public let support: Int
  /// Its share in the first tested periods.
  public let shareThen: Double
  /// Its share in the last tested periods.
  public let shareNow: Double
  /// The change a year; nil with too little data.
  public let ratePerYear: Rate?
  /// The fit behind it; nil with too little data.
  public let trend: RateTrend?
  /// The p of the slope; nil with too little data.
  public let p: Double?
  /// The q-value of the slope in its family; nil with too little data.
  public let q: Double?
  /// The check without a model, on shares, corrected for autocorrelation; nil with too little data.
  public let mannKendall: MannKendall?
  /// What is said.
  public let verdict: Verdict
  /// Whether a called jump explains the series and leaves nothing to a slope.
  public let isShift: Bool
  /// The bursts, called or not, in order of time.
  public let bursts: [Burst]
  /// The jumps, called or not, in order of time.
  public let changePoints: [Change]
  /// The first period with a paper, tested or not.
  public let firstSeen: Int?
  /// The period from which the share stays above the stated one, if it was below before.
  public let passedShare: Int?
  /// Whether it passed the stated share and had significantly less before (Poisson, p at most 0.05).
  public let isNew: Bool
  /// Whether its change is style; nil for topics and for terms with too little data.
  public let style: StyleTest?
}
