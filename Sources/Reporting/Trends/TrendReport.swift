public import TrendAnalysis

/// What the tests say of topics and terms, as finished values.
public struct TrendReport: Sendable, Hashable {
  /// One topic or term with what was found.
  public struct Line: Sendable, Hashable {
    /// What the series counts.
    public enum Subject: Sendable, Hashable {
      /// The topic with this number.
      case topic(Int)
      /// A term of the vocabulary.
      case term(String)
    }

    /// What the series counts.
    public var subject: Subject
    /// The name for people.
    public var label: String
    /// Its papers by period.
    public var counts: [Int]
    /// What the tests found; periods are indices into ``TrendReport/periods``.
    public var finding: SeriesTrend
    /// The terms that carry a topic's trend, the one that moves most first; empty for terms.
    public var reasons: [String]

    /// What to expect of the next periods if the fitted change goes on; empty where nothing is.
    public var projection: [Projection]

    /// A share to expect, with the interval of what will be counted at the latest volume.
    public struct Projection: Sendable, Hashable {
      /// The label of the period.
      public var label: String
      /// The expected share.
      public var share: Double
      /// The lower end of the 95 % interval.
      public var low: Double
      /// The upper end.
      public var high: Double

      /// Makes a projection.
      public init(label: String, share: Double, low: Double, high: Double) {
        self.label = label
        self.share = share
        self.low = low
        self.high = high
      }
    }

    /// Makes a line from its parts.
    public init(
      subject: Subject, label: String, counts: [Int], finding: SeriesTrend,
      reasons: [String] = [], projection: [Projection] = []
    ) {
      self.subject = subject
      self.label = label
      self.counts = counts
      self.finding = finding
      self.reasons = reasons
      self.projection = projection
    }

    /// Whether the series is that of a term whose change is one of manner, not of subject.
    public var isStyle: Bool { finding.style?.isStyle ?? false }
    /// The bursts that are called.
    public var calledBursts: [SeriesTrend.Burst] { finding.bursts.filter(\.isCalled) }
    /// The jumps that are called.
    public var calledChanges: [SeriesTrend.Change] { finding.changePoints.filter(\.isCalled) }
    /// Whether anything is called: a direction, a burst or a jump.
    public var isCalled: Bool {
      finding.verdict == .rising || finding.verdict == .falling || !calledBursts.isEmpty
        || !calledChanges.isEmpty
    }
    /// The change of the share over the range, by size.
    var movement: Double { abs(finding.shareNow - finding.shareThen) }
  }

  /// The periods, with all papers as volume.
  public var periods: [Report.PeriodSummary]
  /// What one period is.
  public var granularity: String
  /// Indices of the periods that are tested: over, and with papers.
  public var tested: [Int]
  /// Kept papers that join no period.
  public var papersOutside: Int
  /// One line a topic, in the order of the topics.
  public var topics: [Line]
  /// One line a term that was tested, in the order of the vocabulary.
  public var terms: [Line]
  /// How many topics and terms were tested, which is what the q-values correct for.
  public var familySize: FamilySize
  /// When something is called rising, falling or steady.
  public var rule: String
  /// When a term counts as style.
  public var styleRule: String
  /// The share whose passing is dated.
  public var statedShare: Double

  /// The number of series tested together.
  public struct FamilySize: Sendable, Hashable {
    /// Topics.
    public var topics: Int
    /// Terms.
    public var terms: Int

    /// Makes the sizes.
    public init(topics: Int, terms: Int) {
      self.topics = topics
      self.terms = terms
    }
  }

  /// Makes a report from its parts.
  public init(
    periods: [Report.PeriodSummary], granularity: String, tested: [Int], papersOutside: Int,
    topics: [Line], terms: [Line], familySize: FamilySize, rule: String, styleRule: String,
    statedShare: Double
  ) {
    self.periods = periods
    self.granularity = granularity
    self.tested = tested
    self.papersOutside = papersOutside
    self.topics = topics
    self.terms = terms
    self.familySize = familySize
    self.rule = rule
    self.styleRule = styleRule
    self.statedShare = statedShare
  }

  /// The label of a period.
  func label(_ period: Int) -> String { periods[period].label }

  /// The first or the last periods that the shares then and now are taken over.
  func edge(_ size: Int, last: Bool) -> (first: Int, last: Int)? {
    let width = max(1, min(size, tested.count / 4))
    let part = last ? tested.suffix(width) : tested.prefix(width)
    guard let first = part.first, let end = part.last else { return nil }
    return (first, end)
  }
}
