/// What the tests find in one series, before it is placed in its family.
struct SeriesFindings: Sendable {
  var support: Int
  var shareThen = 0.0
  var shareNow = 0.0
  var firstSeen: Int?
  var passedShare: Int?
  var isNew = false
  /// Whether the series belongs to the family.
  var isTested = false
  var trend: RateTrend?
  var slopeP = 1.0
  var mannKendall: MannKendall?
  var bursts: KleinbergBursts?
  /// The dispersion of the series, and the one around each burst.
  var noise = PeriodNoise(estimate: 1, degreesOfFreedom: 1)
  var burstNoises: [PeriodNoise] = []
  var mean = 0.0
  var changes: [ChangePoint] = []
  var changeP = 1.0
  var isStep = false

  /// Runs all tests on the papers of a series.
  ///
  /// - Parameters:
  ///   - series: Its papers by period.
  ///   - periods: The periods.
  ///   - options: What is asked.
  /// - Complexity: O(periods² + largest count).
  init(_ series: ArraySlice<Int32>, periods: TrendPeriods, options: TrendOptions) {
    let design = periods.design
    let start = series.startIndex
    let counts = periods.tested.map { Double(series[start + $0]) }
    support = Int(counts.reduce(0, +))
    firstSeen = series.firstIndex { $0 > 0 }.map { $0 - start }
    let edge = max(1, min(options.edge, counts.count / 4))
    if !counts.isEmpty {
      shareThen = periods.pooledShare(counts, 0..<edge)
      shareNow = periods.pooledShare(counts, (counts.count - edge)..<counts.count)
    }
    datePassing(counts, periods: periods, options: options)

    isTested = options.rule.hasEnough(papers: support, periods: counts.count)
    guard isTested else { return }
    trend = RateTrend(counts: counts, design: design)
    slopeP = trend?.p ?? 1
    let shares = zip(counts, design.volumes).map { $0 / $1 }
    mannKendall = MannKendall(shares, correctsAutocorrelation: true)

    let found = KleinbergBursts(counts: counts, volumes: design.volumes, options: options.bursts)
    bursts = found
    noise = PeriodNoise(counts: counts, volumes: design.volumes)
    burstNoises = found.bursts.map {
      KleinbergBursts.noise(around: $0, counts: counts, volumes: design.volumes)
    }
    mean = Double(support) / Double(max(1, counts.count))
    let search = options.changes.search(counts: counts, volumes: design.volumes)
    (changes, changeP) = (search.changes, search.p)
    if let trend, let cut = search.clearest {
      isStep = trend.isStep(at: cut, counts: counts, design: design)
    }
  }

  /// The p of each burst, with the dispersion steadied by that of the family.
  ///
  /// - Complexity: O(bursts x periods).
  func burstPs(prior: NoisePrior, volumes: [Double]) -> [Double] {
    guard let bursts else { return [] }
    return zip(bursts.bursts, burstNoises).map { burst, noise in
      BurstSignificance(bursts, noise: prior.moderated(noise, mean: mean), volumes: volumes)
        .p(weight: burst.weight)
    }
  }

  /// Dates the passing of the stated share: the first tested period at or above it from which on the
  /// share over each `stay` periods on end is at or above it as well.
  private mutating func datePassing(
    _ counts: [Double], periods: TrendPeriods, options: TrendOptions
  ) {
    let stay = options.stay
    guard counts.count > stay else { return }
    var first = counts.count
    for place in (0...(counts.count - stay)).reversed() {
      guard periods.pooledShare(counts, place..<(place + stay)) >= options.statedShare else {
        break
      }
      if counts[place] >= options.statedShare * periods.design.volumes[place] { first = place }
    }
    guard first > 0, first < counts.count else { return }
    passedShare = periods.tested[first]
    // P(as few papers before as there were | the stated share), for Poisson counts.
    let before = counts[..<first].reduce(0, +)
    let expected = options.statedShare * periods.design.volumes[..<first].reduce(0, +)
    isNew = upperIncompleteGamma(before + 1, expected) <= 0.05
  }
}
