public import BlockScheduling
public import TrendAnalysis
internal import LinearAlgebra

/// Measures whether what is said of trends is true: without any, with planted ones, and by what came
/// after.
public struct TrendBenchmark: Sendable {
  /// The periods; those that are over are used.
  public let periods: TrendPeriods
  /// Period and topic of each real paper.
  public let papers: DatedPapers
  /// The papers of each term.
  public let terms: TermPostings
  /// What is asked of the tests.
  public let options: TrendOptions
  /// Fixes all that is random.
  public let seed: UInt64
  /// Does the work on its threads.
  public let scheduler: BlockScheduler

  /// A benchmark on real papers.
  ///
  /// - Parameters:
  ///   - periods: The periods and their volumes.
  ///   - papers: Period and topic of each paper.
  ///   - terms: The papers of each term.
  ///   - options: What is asked of the tests.
  ///   - seed: Fixes all that is random.
  ///   - scheduler: Does the work on its threads.
  public init(
    periods: TrendPeriods, papers: DatedPapers, terms: TermPostings,
    options: TrendOptions = TrendOptions(), seed: UInt64, scheduler: BlockScheduler
  ) {
    self.periods = periods
    self.papers = papers
    self.terms = terms
    self.options = options
    self.seed = seed
    self.scheduler = scheduler
  }

  /// The papers with their periods dealt out anew among them: real volumes, real topics and terms, and
  /// no trend.
  func shuffled(_ index: Int, purpose: String) -> DatedPapers {
    var dealt = papers.periods
    var generator = SplitMix64(seed: seed, purpose: purpose, index: index)
    for last in stride(from: dealt.count - 1, to: 0, by: -1) {
      dealt.swapAt(last, generator.nextIndex(below: last + 1))
    }
    return DatedPapers(
      periods: dealt.map { $0 < 0 ? nil : Int($0) },
      topics: papers.topics.map { $0 < 0 ? nil : Int($0) }, topicCount: papers.topicCount)
  }

  func family(_ counts: SeriesCounts, volumes: [Int]? = nil) -> TrendFamily {
    TrendFamily(
      counts,
      periods: volumes.map {
        TrendPeriods(years: periods.years, papers: $0, isOver: periods.isOver)
      } ?? periods, options: options, scheduler: scheduler)
  }
}
