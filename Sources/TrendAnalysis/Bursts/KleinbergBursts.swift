/// Bursts of a series: runs of periods in which papers are better explained by a raised share.
///
/// Kleinberg (2002, 2003, section 4, "enumerating bursts" for batched arrivals) with two states.
/// The base share is all papers of the series over all papers, the raised share `ratio` times that.
/// Staying in a state costs the negative log likelihood of the period's count, moving up costs
/// `gamma` ln(periods), moving down nothing. The cheapest path is found by Viterbi with back
/// pointers, from the base state.
public struct KleinbergBursts: Sendable, Hashable {
  /// One run of periods in the raised state.
  public struct Burst: Sendable, Hashable {
    /// The first and the last period.
    public let periods: ClosedRange<Int>
    /// By how much the raised state explains the run better: the sum of cost differences.
    public let weight: Double
  }

  /// The bursts, in order of time.
  public let bursts: [Burst]
  /// All papers of the series over all papers.
  public let baseShare: Double
  /// The share of the raised state.
  public let raisedShare: Double

  /// Finds the bursts of a series.
  ///
  /// - Parameters:
  ///   - counts: Papers of the series by period, each at most the volume.
  ///   - volumes: All papers by period; a period without any costs nothing.
  ///   - options: The ratio of the shares and the price of moving up.
  /// - Complexity: O(periods).
  public init(counts: [Double], volumes: [Double], options: BurstOptions = BurstOptions()) {
    precondition(counts.count == volumes.count, "as many counts as volumes")
    let (papers, all) = (counts.reduce(0, +), volumes.reduce(0, +))
    let base = all > 0 ? papers / all : 0
    let raised = min(options.ratio * base, (1 + base) / 2)
    baseShare = base
    raisedShare = raised
    guard papers > 0, base < 1 else {
      bursts = []
      return
    }
    let gain = PeriodGain(base: base, raised: raised)
    let gains = counts.indices.map {
      counts[$0] * gain.perPaper + volumes[$0] * base * gain.perExpectedPaper
    }
    let price = options.gamma * naturalLogarithm(Double(counts.count))
    bursts = Self.runs(of: Self.cheapestPath(gains: gains, price: price)).map { run in
      Burst(periods: run, weight: run.reduce(0) { $0 + gains[$1] })
    }
  }

  /// Whether the raised state is taken in each period of the cheapest path.
  ///
  /// Costs are relative to the base state's; of equally cheap paths the one in the base state wins.
  private static func cheapestPath(gains: [Double], price: Double) -> [Bool] {
    var (base, raised) = (0.0, Double.infinity)
    var cameFromRaised: [(toBase: Bool, toRaised: Bool)] = []
    cameFromRaised.reserveCapacity(gains.count)
    for gain in gains {
      let step = (toBase: raised < base, toRaised: raised < base + price)
      cameFromRaised.append(step)
      let next = (step.toRaised ? raised : base + price) - gain
      base = step.toBase ? raised : base
      raised = next
    }
    var path = [Bool](repeating: false, count: gains.count)
    var isRaised = raised < base
    for index in gains.indices.reversed() {
      path[index] = isRaised
      isRaised = isRaised ? cameFromRaised[index].toRaised : cameFromRaised[index].toBase
    }
    return path
  }

  private static func runs(of path: [Bool]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for (index, isRaised) in path.enumerated() {
      if isRaised, start == nil { start = index }
      if let first = start, !isRaised || index == path.count - 1 {
        runs.append(first...(isRaised ? index : index - 1))
        start = nil
      }
    }
    return runs
  }

  /// The dispersion of the series without the steps into and out of a burst, which are what the burst
  /// is.
  static func noise(around burst: Burst, counts: [Double], volumes: [Double]) -> PeriodNoise {
    PeriodNoise(
      counts: counts, volumes: volumes,
      except: [burst.periods.lowerBound, burst.periods.upperBound + 1])
  }

  /// What the path costs, binomial coefficients and moves included.
  ///
  /// - Parameters:
  ///   - counts: The counts that the bursts were found in.
  ///   - volumes: Their volumes.
  ///   - options: The options that the bursts were found with.
  /// - Returns: The total cost in natural logarithms.
  public func totalCost(
    counts: [Double], volumes: [Double], options: BurstOptions = BurstOptions()
  ) -> Double {
    var cost = Double(bursts.count) * options.gamma * naturalLogarithm(Double(counts.count))
    for burst in bursts { cost -= burst.weight }
    guard baseShare > 0, baseShare < 1 else { return cost }
    for (count, volume) in zip(counts, volumes) {
      cost -=
        logGamma(volume + 1) - logGamma(count + 1) - logGamma(volume - count + 1)
        + count * naturalLogarithm(baseShare) + (volume - count) * logarithmOfOnePlus(-baseShare)
    }
    return cost
  }
}
