extension SeriesTrend {
  /// Places the findings of a series in its family and reads the verdict off the rule.
  init(
    _ index: Int, _ found: SeriesFindings, periods: TrendPeriods, rule: TrendRule,
    quantile: Double,
    families: (slopes: BenjaminiHochberg, bursts: BenjaminiHochberg, changes: BenjaminiHochberg),
    burstPs: [Double], style: StyleTest?
  ) {
    series = index
    support = found.support
    shareThen = found.shareThen
    shareNow = found.shareNow
    firstSeen = found.firstSeen
    passedShare = found.passedShare
    isNew = found.isNew
    trend = found.trend
    mannKendall = found.mannKendall
    p = found.isTested ? found.slopeP : nil
    q = found.isTested ? families.slopes.q(found.slopeP) : nil
    ratePerYear = found.trend.map { trend in
      let (low, high) = trend.interval(quantile: quantile)
      return Rate(estimate: trend.ratio, low: low, high: high)
    }
    let tested = periods.tested
    bursts = zip(found.bursts?.bursts ?? [], burstPs).map { burst, p in
      let q = families.bursts.q(p)
      let shown = tested[burst.periods.lowerBound]...tested[burst.periods.upperBound]
      return Burst(periods: shown, weight: burst.weight, p: p, q: q, isCalled: q <= rule.rate)
    }
    changePoints = found.changes.map { change in
      let q = families.changes.q(change.p)
      return Change(
        period: tested[change.period], before: change.before, after: change.after, p: change.p,
        q: q, isCalled: q <= rule.rate)
    }
    isShift =
      found.isStep && families.changes.q(found.changeP) <= rule.rate
    self.style = style
    guard found.isTested else {
      verdict = .tooLittleData
      return
    }
    guard let trend = found.trend else {
      verdict = .unclear
      return
    }
    verdict = rule.verdict(
      trend: trend, q: families.slopes.q(found.slopeP), span: periods.design.span,
      quantile: quantile, isShift: isShift,
      hasCalled: bursts.contains(where: \.isCalled) || changePoints.contains(where: \.isCalled))
  }
}
