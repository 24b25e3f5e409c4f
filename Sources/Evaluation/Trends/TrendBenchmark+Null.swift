internal import LinearAlgebra
internal import TrendAnalysis

extension TrendBenchmark {
  /// How often something is said where there is nothing to say.
  public struct NullResult: Sendable, Hashable, Codable {
    /// Where the counts come from: `shuffled dates` or `overdispersion` and its size.
    public var setting: String
    /// `topics` or `terms`.
    public var family: String
    /// What was said.
    public var claim: String
    /// How often.
    public var rate: RateEstimate
  }

  /// Measures the rates of false claims, under real volume swings in all settings.
  ///
  /// Before correction a trial is a series, and the claim a p below 0.05; after it a trial is a whole
  /// family, and the claim that anything in it is called.
  ///
  /// - Parameters:
  ///   - shuffles: How often dates are shuffled for topics, and how many families have noise.
  ///   - termShuffles: For how many of these the terms are tested as well.
  ///   - overdispersions: Sizes of extra noise of topics of the real shares, with variance
  ///     mean + size × mean².
  ///   - onShuffle: Is told after each family of topics.
  /// - Returns: One rate for each setting, family and claim.
  public func null(
    shuffles: Int, termShuffles: Int, overdispersions: [Double] = [0.02, 0.1],
    onShuffle: () -> Void = {}
  ) -> [NullResult] {
    let count = periods.years.count
    var (topics, terms) = (FalseClaims(), FalseClaims())
    for index in 0..<shuffles {
      let dealt = shuffled(index, purpose: "null")
      topics.add(family(dealt.topicSeries(periods: count)))
      if index < termShuffles {
        terms.add(
          TrendTests(periods: periods, papers: dealt, options: options, scheduler: scheduler)
            .terms(self.terms))
      }
      onShuffle()
    }
    var results = topics.results(setting: "shuffled dates", family: "topics")
    if termShuffles > 0 {
      results += terms.results(setting: "shuffled dates", family: "terms")
    }
    for overdispersion in overdispersions {
      var claims = FalseClaims()
      for index in 0..<shuffles {
        claims.add(family(noisyTopics(overdispersion, index: index)))
        onShuffle()
      }
      results += claims.results(setting: "overdispersion \(overdispersion)", family: "topics")
    }
    return results
  }

  /// Counts of topics that keep their real mean share, with extra noise.
  private func noisyTopics(_ overdispersion: Double, index: Int) -> SeriesCounts {
    let real = papers.topicSeries(periods: periods.years.count)
    let all = Double(periods.papers.reduce(0, +))
    var generator = SplitMix64(seed: seed, purpose: "noise \(overdispersion)", index: index)
    var counts: [Int32] = []
    counts.reserveCapacity(real.counts.count)
    for topic in 0..<real.count {
      let share = Double(real[topic].reduce(0) { $0 + Int($1) }) / max(all, 1)
      for volume in periods.papers {
        let count = generator.nextCount(
          mean: share * Double(volume), overdispersion: overdispersion)
        counts.append(Int32(min(count, volume)))
      }
    }
    return SeriesCounts(counts, periods: real.periods)
  }
}

/// Counts what is said of families in which nothing changes.
private struct FalseClaims {
  private var series = 0
  private var families = 0
  private var below = (slope: 0, burst: 0, change: 0)
  private var called = (trend: 0, burst: 0, change: 0)

  mutating func add(_ family: TrendFamily) {
    var any = (trend: false, burst: false, change: false)
    for series in family.series {
      guard let p = series.p else { continue }
      self.series += 1
      if p < 0.05 { below.slope += 1 }
      if series.bursts.contains(where: { $0.p < 0.05 }) { below.burst += 1 }
      if series.changePoints.contains(where: { $0.p < 0.05 }) { below.change += 1 }
      if series.verdict == .rising || series.verdict == .falling { any.trend = true }
      if series.bursts.contains(where: \.isCalled) { any.burst = true }
      if series.changePoints.contains(where: \.isCalled) { any.change = true }
    }
    families += 1
    if any.trend { called.trend += 1 }
    if any.burst { called.burst += 1 }
    if any.change { called.change += 1 }
  }

  func results(setting: String, family: String) -> [TrendBenchmark.NullResult] {
    let claims = [
      ("slope p below 0.05", below.slope, series), ("burst p below 0.05", below.burst, series),
      ("jump p below 0.05", below.change, series),
      ("something rising or falling", called.trend, families),
      ("a burst is called", called.burst, families),
      ("a jump is called", called.change, families),
    ]
    return claims.map { claim, hits, trials in
      TrendBenchmark.NullResult(
        setting: setting, family: family, claim: claim,
        rate: RateEstimate(hits: hits, trials: trials))
    }
  }
}
