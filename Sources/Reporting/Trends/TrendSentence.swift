internal import TrendAnalysis

/// What was found of one series, in words that claim no more than the tests.
struct TrendSentence {
  let trends: TrendReport
  let line: TrendReport.Line

  /// All sentences that apply, the verdict first.
  var text: String {
    ([verdict] + [jumps, bursts, new].compactMap(\.self)).joined(separator: " ")
  }

  private var finding: SeriesTrend { line.finding }

  private var verdict: String {
    switch finding.verdict {
    case .rising: "The share rose from \(course): \(rate)."
    case .falling: "The share fell from \(course): \(rate)."
    case .steady: "The share stayed level, \(course): \(rate)."
    case .unclear:
      finding.isShift
        ? "Beside the jump there is no slope to speak of."
        : "Whether the share rises or falls cannot be said: \(rate)."
    case .tooLittleData:
      "Too little to test: \(FixedPoint.count(finding.support, "paper"))."
    }
  }

  /// `0.72 % of the papers in 2025-W01 to 2025-W04 to 5.01 % in 2025-W49 to 2025-W52`.
  private var course: String {
    let joint = finding.verdict == .steady ? "and" : "to"
    guard let then = trends.edge(4, last: false), let now = trends.edge(4, last: true) else {
      return "nothing to nothing"
    }
    return "\(Self.share(finding.shareThen)) of the papers in \(range(then)) \(joint) "
      + "\(Self.share(finding.shareNow)) in \(range(now))"
  }

  private var rate: String {
    guard let rate = finding.ratePerYear else { return "no rate can be fitted" }
    return "a factor of \(Self.factor(rate.estimate)) a year (95\u{A0}% interval "
      + "\(Self.factor(rate.low)) to \(Self.factor(rate.high)), \(Self.q(finding.q)))"
  }

  private var jumps: String? {
    let called = line.calledChanges
    guard !called.isEmpty else { return nil }
    let parts = called.map { change in
      "in \(trends.label(change.period)) from \(Self.share(change.before)) to "
        + "\(Self.share(change.after)) (\(Self.q(change.q)))"
    }
    return "It jumped \(Account.joined(parts))."
  }

  private var bursts: String? {
    let called = line.calledBursts
    guard !called.isEmpty else { return nil }
    let parts = called.map { burst in
      range((burst.periods.lowerBound, burst.periods.upperBound))
        + " (weight \(FixedPoint.string(burst.weight, places: 1)), \(Self.q(burst.q)))"
    }
    return "\(called.count == 1 ? "A burst" : "Bursts"): \(Account.joined(parts))."
  }

  private var new: String? {
    guard finding.isNew, let first = finding.firstSeen, let passed = finding.passedShare else {
      return nil
    }
    return
      "First seen in \(trends.label(first)), at \(Self.share(trends.statedShare)) of the papers "
      + "or more since \(trends.label(passed))."
  }

  private func range(_ periods: (first: Int, last: Int)) -> String {
    periods.first == periods.last
      ? trends.label(periods.first)
      : "\(trends.label(periods.first)) to \(trends.label(periods.last))"
  }

  /// A share in percent with as many decimals as it needs.
  static func share(_ share: Double) -> String {
    FixedPoint.percent(share, places: share < 0.0995 ? 2 : 1) + "\u{A0}%"
  }

  /// A factor with two or three digits that say something.
  static func factor(_ factor: Double) -> String {
    guard factor.isFinite, factor < 1_000 else { return "over 1,000" }
    return FixedPoint.string(factor, places: factor < 9.95 ? 2 : factor < 99.5 ? 1 : 0)
  }

  /// A q-value; very small ones are given by their bound.
  static func q(_ q: Double?) -> String {
    guard let q else { return "not tested" }
    return q < 0.0001
      ? "q\u{A0}<\u{A0}0.0001"
      : "q\u{A0}=\u{A0}" + FixedPoint.string(q, places: q < 0.01 ? 4 : 3)
  }
}
