internal import LinearAlgebra
internal import TrendAnalysis

extension TrendBenchmark {
  /// How often a planted change is found.
  public struct PlantedResult: Sendable, Hashable, Codable {
    /// How the share moves.
    public var shape: PlantedShape
    /// By what factor.
    public var effect: Double
    /// The mean share of the planted topic.
    public var share: Double
    /// The extra noise.
    public var overdispersion: Double
    /// How often the change is called, at q 0.05 in the family of all topics.
    public var power: RateEstimate
    /// How often the test finds it when it speaks as often without a change as `falseAlarms`.
    public var testPower: RateEstimate
    /// The better of the baselines at that rate.
    public var baselinePower: RateEstimate
    /// Which one that is: `slope of counts` or `percentile of counts`.
    public var baseline: String
    /// The rate of false alarms at which test and baselines are compared.
    public var falseAlarms: Double
    /// Periods from the onset to the first call, as a reader of each period would have seen it; the
    /// median of the trials in which it was called.
    public var leadTime: Double?
  }

  /// Plants a change into the largest topic by thinning its papers, dates shuffled, and looks for it.
  ///
  /// - Parameters:
  ///   - shape: How the share moves.
  ///   - effect: By what factor.
  ///   - share: The mean share wanted; less where the topic has not enough papers.
  ///   - overdispersion: Extra noise of the thinning, as variance over squared mean.
  ///   - trials: How often; lead time is taken over the first tenth of them, at least ten.
  ///   - falseAlarms: The rate at which test and baselines are compared.
  /// - Returns: The rates.
  public func planted(
    _ shape: PlantedShape, effect: Double, share: Double = 0.02, overdispersion: Double = 0.02,
    trials: Int, falseAlarms: Double = 0.05
  ) -> PlantedResult {
    let plan = PlantedPlan(self, shape, effect: effect, share: share, noise: overdispersion)
    let quiet = PlantedPlan(self, shape, effect: 1, share: plan.share, noise: overdispersion)
    let found = (0..<trials).map { plan.trial($0, isLed: $0 < max(10, trials / 10)) }
    let alarms = (0..<trials).map { quiet.trial(trials + $0, isLed: false) }

    func power(_ statistic: KeyPath<PlantedPlan.Trial, Double>) -> RateEstimate {
      let quietest = alarms.map { $0[keyPath: statistic] }.sorted()
      let place = Int((Double(trials) * (1 - falseAlarms)).rounded(.down))
      let threshold = quietest[min(place, trials - 1)]
      return RateEstimate(
        hits: found.count { $0[keyPath: statistic] > threshold }, trials: trials)
    }
    let (slope, percentile) = (power(\.slope), power(\.percentile))
    let leads = found.compactMap(\.lead).sorted()
    return PlantedResult(
      shape: shape, effect: effect, share: plan.share, overdispersion: overdispersion,
      power: RateEstimate(hits: found.count(where: \.isCalled), trials: trials),
      testPower: power(\.test), baselinePower: slope.hits >= percentile.hits ? slope : percentile,
      baseline: slope.hits >= percentile.hits ? "slope of counts" : "percentile of counts",
      falseAlarms: falseAlarms, leadTime: leads.isEmpty ? nil : Double(leads[leads.count / 2]))
  }
}

/// The thinning of the largest topic to a share of a given shape.
private struct PlantedPlan {
  struct Trial {
    var isCalled: Bool
    var test: Double
    var slope: Double
    var percentile: Double
    var lead: Int?
  }

  let benchmark: TrendBenchmark
  let shape: PlantedShape
  let topic: Int
  let share: Double
  let noise: Double
  let purpose: String
  /// The part of the topic's papers that is kept in each tested period, before noise.
  private let kept: [Double]

  init(
    _ benchmark: TrendBenchmark, _ shape: PlantedShape, effect: Double, share: Double, noise: Double
  ) {
    let sizes = benchmark.papers.topicSeries(periods: benchmark.periods.years.count)
    let totals = (0..<sizes.count).map { topic in sizes[topic].reduce(0) { $0 + Int($1) } }
    let topic = totals.indices.max { totals[$0] < totals[$1] } ?? 0
    let whole = Double(totals[topic]) / Double(max(1, benchmark.periods.papers.reduce(0, +)))
    let factors = shape.factors(periods: benchmark.periods.tested.count, effect: effect)
    let mean = factors.reduce(0, +) / Double(max(1, factors.count))
    let highest = (factors.max() ?? 1) / mean
    // Room for noise of two standard deviations above the highest share.
    let room = 1 + 2 * noise.squareRoot()
    let possible = min(share, whole / (highest * room))
    self.benchmark = benchmark
    self.shape = shape
    self.topic = topic
    self.share = possible
    self.noise = noise
    kept = factors.map { possible * $0 / mean / whole }
    purpose = "planted \(shape.rawValue) \(effect) \(noise)"
  }

  func trial(_ index: Int, isLed: Bool) -> Trial {
    let periods = benchmark.periods
    var generator = SplitMix64(seed: benchmark.seed, purpose: purpose, index: index)
    let dealt = benchmark.shuffled(index, purpose: "planted")
    let series = dealt.topicSeries(periods: periods.years.count)
    var counts = series.counts
    var volumes = periods.papers
    for (place, period) in periods.tested.enumerated() {
      let factor = noise > 0 ? noise * generator.nextGamma(mean: 1 / noise) : 1
      let cell = topic * series.periods + period
      let papers = Int(counts[cell])
      let left = (0..<papers).count { _ in generator.nextUnit() < kept[place] * factor }
      counts[cell] = Int32(left)
      volumes[period] -= papers - left
    }
    let planted = SeriesCounts(counts, periods: series.periods)
    let found = benchmark.family(planted, volumes: volumes).series[topic]
    let own = periods.tested.map { Double(counts[topic * series.periods + $0]) }
    let direction = shape == .fall ? -1.0 : 1
    return Trial(
      isCalled: isCalled(found), test: statistic(found),
      slope: direction * CountBaselines.slope(own),
      percentile: shape == .peak
        ? CountBaselines.peak(own) : direction * CountBaselines.percentile(own),
      lead: isLed ? lead(planted, volumes: volumes) : nil)
  }

  private func isCalled(_ series: SeriesTrend) -> Bool {
    switch shape {
    case .growth: series.verdict == .rising
    case .fall: series.verdict == .falling
    case .jump:
      series.verdict == .rising
        || series.changePoints.contains { $0.isCalled && $0.after > $0.before }
    case .peak: series.bursts.contains(where: \.isCalled)
    }
  }

  /// Larger where the test is surer: p-values of which the smallest speaks, one-sided for slopes.
  private func statistic(_ series: SeriesTrend) -> Double {
    guard let p = series.p, let slope = series.trend?.regression.slope else { return -1 }
    let rises = slope > 0 ? p / 2 : 1 - p / 2
    switch shape {
    case .growth: return -rises
    case .fall: return rises
    case .jump: return -series.changePoints.reduce(rises) { min($0, $1.p) }
    case .peak: return -series.bursts.reduce(1) { min($0, $1.p) }
    }
  }

  /// The periods from the onset to the first call, with only the periods up to each one over.
  private func lead(_ counts: SeriesCounts, volumes: [Int]) -> Int? {
    let tested = benchmark.periods.tested
    let onset = shape.onset(periods: tested.count)
    for end in onset..<tested.count {
      let last = tested[end]
      let past = TrendPeriods(
        years: benchmark.periods.years, papers: volumes,
        isOver: benchmark.periods.isOver.enumerated().map { $0.element && $0.offset <= last })
      let family = TrendFamily(
        counts, periods: past, options: benchmark.options, scheduler: benchmark.scheduler)
      if isCalled(family.series[topic]) { return end - onset }
    }
    return nil
  }
}
