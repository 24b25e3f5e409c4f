internal import Foundation
internal import TrendAnalysis

/// The trends of a report for scripts: its keys are a promise.
struct TrendDocument: Encodable {
  let trends: TrendReport
  let lines: [TrendReport.Line]
  let run: ReportRun?

  private enum Key: String, CodingKey {
    case granularity, periods, series, familySize, testedPeriods, papersOutside, rule, styleRule
    case run
  }

  func encode(to encoder: any Encoder) throws {
    try Tests(trends).encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(trends.granularity, forKey: .granularity)
    try container.encode(
      trends.periods.map(ReportDocument.Period.init), forKey: .periods)
    try container.encode(lines.map { Series($0, in: trends) }, forKey: .series)
    try container.encodeIfPresent(run, forKey: .run)
  }
}

extension TrendDocument {
  /// What was tested together, and by which rules.
  struct Tests: Encodable {
    let familySize: FamilySize
    let testedPeriods: Int, papersOutside: Int
    let rule: String, styleRule: String

    struct FamilySize: Encodable {
      let topics: Int, terms: Int
    }

    init(_ trends: TrendReport) {
      familySize = FamilySize(topics: trends.familySize.topics, terms: trends.familySize.terms)
      testedPeriods = trends.tested.count
      papersOutside = trends.papersOutside
      rule = trends.rule
      styleRule = trends.styleRule
    }
  }
}

extension TrendDocument {
  /// One topic or term.
  struct Series: Encodable {
    let kind: String
    let topic: Int?
    let term: String?
    let label: String
    let style: Bool?
    let support: Int
    @Nullable var shareThen: Double?
    @Nullable var shareNow: Double?
    @Nullable var ratePerYear: Rate?
    @Nullable var p: Double?
    @Nullable var q: Double?
    let verdict: String
    let shift: Bool
    let bursts: [Burst]
    let changePoints: [Change]
    @Nullable var firstSeen: String?
    @Nullable var passedShare: Passed?
    let new: Bool
    let reasons: [String]?
    /// Left out in reports, whose terms are too many for it.
    let counts: [Int]?
    let projection: [Projection]

    struct Projection: Encodable {
      let period: String
      @Nullable var share: Double?
      @Nullable var low: Double?
      @Nullable var high: Double?
    }

    struct Rate: Encodable {
      @Nullable var estimate: Double?
      @Nullable var low: Double?
      @Nullable var high: Double?
    }

    struct Burst: Encodable {
      let start: String, end: String
      @Nullable var weight: Double?
      @Nullable var q: Double?
      let called: Bool
    }

    struct Change: Encodable {
      let start: String
      @Nullable var before: Double?
      @Nullable var after: Double?
      @Nullable var q: Double?
      let called: Bool
    }

    struct Passed: Encodable {
      let share: Double
      let start: String
    }

    init(_ line: TrendReport.Line, in trends: TrendReport, withCounts: Bool = true) {
      let finding = line.finding
      switch line.subject {
      case .topic(let id): (kind, topic, term) = ("topic", id, nil)
      case .term(let text): (kind, topic, term) = ("term", nil, text)
      }
      label = line.label
      style = finding.style?.isStyle
      support = finding.support
      shareThen = finding.shareThen.finite
      shareNow = finding.shareNow.finite
      ratePerYear = finding.ratePerYear.map {
        Rate(estimate: $0.estimate.finite, low: $0.low.finite, high: $0.high.finite)
      }
      p = finding.p?.finite
      q = finding.q?.finite
      verdict = finding.verdict.rawValue
      shift = finding.isShift
      let start = { (period: Int) in trends.periods[period].start }
      bursts = finding.bursts.map {
        Burst(
          start: start($0.periods.lowerBound), end: Self.end(trends.periods[$0.periods.upperBound]),
          weight: $0.weight.finite, q: $0.q.finite, called: $0.isCalled)
      }
      changePoints = finding.changePoints.map {
        Change(
          start: start($0.period), before: $0.before.finite, after: $0.after.finite,
          q: $0.q.finite, called: $0.isCalled)
      }
      firstSeen = finding.firstSeen.map(start)
      passedShare = finding.passedShare.map {
        Passed(share: trends.statedShare, start: start($0))
      }
      new = finding.isNew
      reasons = topic == nil ? nil : line.reasons
      counts = withCounts ? line.counts : nil
      projection = line.projection.map {
        Projection(
          period: $0.label, share: $0.share.finite, low: $0.low.finite, high: $0.high.finite)
      }
    }

    /// The last day of a period.
    private static func end(_ period: Report.PeriodSummary) -> String {
      CalendarPeriod(label: period.label)?.lastDay.description ?? period.start
    }
  }
}
