internal import TrendAnalysis

extension TrendBenchmark {
  /// What became of the trends that were called on the first three quarters of the periods.
  public struct BacktestResult: Sendable, Hashable, Codable {
    /// `topics` or `terms`.
    public var family: String
    /// `rising` or `falling`.
    public var verdict: String
    /// Of those called, how many had a share in the last quarter on that side of their mean before.
    public var stayed: RateEstimate
    /// Of those called, how many had a share in the last quarter beyond that of the quarter before.
    public var wentOn: RateEstimate
    /// The same for all series of the family, whatever was said of them: how many moved that way.
    public var base: RateEstimate
  }

  /// Judges the calls of the first three quarters of the tested periods by the last quarter.
  ///
  /// - Returns: One result for each family and direction.
  public func backtest() -> [BacktestResult] {
    let count = periods.years.count
    let split = periods.tested.count * 3 / 4
    guard split > 0, split < periods.tested.count else { return [] }
    let border = periods.tested[split]
    let past = TrendPeriods(
      years: periods.years, papers: periods.papers,
      isOver: periods.isOver.enumerated().map { $0.element && $0.offset < border })
    let families = [
      ("topics", papers.topicSeries(periods: count)),
      ("terms", terms.series(papers, periods: count, scheduler: scheduler)),
    ]
    return families.flatMap { name, counts in
      let family = TrendFamily(counts, periods: past, options: options, scheduler: scheduler)
      return [Verdict.rising, .falling].map { verdict in
        judge(verdict, family, name: name, split: split)
      }
    }
  }

  private func judge(
    _ verdict: Verdict, _ family: TrendFamily, name: String, split: Int
  ) -> BacktestResult {
    let tested = periods.tested
    let quarter = max(1, tested.count - split)
    func share(_ series: Int, _ places: Range<Int>) -> Double {
      let row = family.counts[series]
      let papers = places.reduce(0) { $0 + Int(row[row.startIndex + tested[$1]]) }
      let volume = places.reduce(0) { $0 + periods.papers[tested[$1]] }
      return Double(papers) / Double(max(1, volume))
    }
    let sign = verdict == .rising ? 1.0 : -1
    var (called, stayed, wentOn, all, moved) = (0, 0, 0, 0, 0)
    for series in family.series where series.verdict != .tooLittleData {
      let last = share(series.series, split..<tested.count)
      let hasStayed = sign * (last - share(series.series, 0..<split)) > 0
      let before = share(series.series, max(0, split - quarter)..<split)
      all += 1
      if hasStayed { moved += 1 }
      guard series.verdict == verdict else { continue }
      called += 1
      if hasStayed { stayed += 1 }
      if sign * (last - before) > 0 { wentOn += 1 }
    }
    return BacktestResult(
      family: name, verdict: verdict.rawValue, stayed: RateEstimate(hits: stayed, trials: called),
      wentOn: RateEstimate(hits: wentOn, trials: called),
      base: RateEstimate(hits: moved, trials: all))
  }
}
